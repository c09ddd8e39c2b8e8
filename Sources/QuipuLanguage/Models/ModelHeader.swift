/// Reads and checks the header of a model file and its list of sections.
struct ModelHeader {
  let bytes: UnsafeRawBufferPointer
  let path: String

  /// The sections of a file that is whole and of this version.
  func sections() throws(ModelError) -> [ModelSection] {
    try checkIdentity()
    try checkIntegrity()
    let count = Int(read(ModelFormat.HeaderField.sectionCount, as: UInt32.self))
    guard count <= ModelFormat.maximumSections,
      ModelFormat.headerSize + count * ModelFormat.entrySize <= bytes.count
    else { throw malformed("a list of \(count) sections does not fit into the file") }
    var sections: [ModelSection] = []
    var end = ModelFormat.headerSize + count * ModelFormat.entrySize
    for i in 0..<count {
      let section = try entry(at: ModelFormat.headerSize + i * ModelFormat.entrySize, behind: end)
      if sections.contains(where: { $0.name == section.name }) {
        throw malformed("section '\(section.name)' is there twice")
      }
      end = section.bytes.upperBound
      sections.append(section)
    }
    return sections
  }

  private func checkIdentity() throws(ModelError) {
    guard bytes.count >= ModelFormat.magic.count, bytes.prefix(ModelFormat.magic.count).elementsEqual(ModelFormat.magic)
    else {
      throw ModelError(
        .notAModel, path: path, reason: "is no model of quipu's: it does not begin with 'QUIPUMOD'",
        advice: "name a file that `quipu train` made")
    }
    guard bytes.count >= ModelFormat.headerSize else { throw truncated("\(ModelFormat.headerSize)") }
    guard
      bytes.loadUnaligned(fromByteOffset: ModelFormat.HeaderField.byteOrderMark, as: UInt32.self)
        == ModelFormat.byteOrderMark
    else {
      throw ModelError(
        .otherByteOrder, path: path, reason: "has another byte order than this machine, or is damaged",
        advice: "use a little-endian machine, or fetch the model again")
    }
    let version = read(ModelFormat.HeaderField.version, as: UInt32.self)
    guard version == ModelFormat.version else {
      throw ModelError(
        .otherVersion, path: path,
        reason: "has model format \(version), and this program reads format \(ModelFormat.version)",
        advice: "train the model again with this program, or take the one that comes with it")
    }
  }

  private func checkIntegrity() throws(ModelError) {
    let length = read(ModelFormat.HeaderField.length, as: UInt64.self)
    guard UInt64(bytes.count) >= length else { throw truncated("\(length)") }
    let checked = UnsafeRawBufferPointer(rebasing: bytes[ModelFormat.HeaderField.sectionCount...])
    guard UInt64(bytes.count) == length,
      XXHash64.hash(checked) == read(ModelFormat.HeaderField.checksum, as: UInt64.self)
    else {
      throw ModelError(
        .corrupted, path: path, reason: "is damaged: length or checksum is not what the header says",
        advice: "fetch or train the model again")
    }
  }

  private func entry(at start: Int, behind end: Int) throws(ModelError) -> ModelSection {
    let field = ModelFormat.EntryField.self
    let name = String(decoding: bytes[start..<start + ModelFormat.nameSize].prefix { $0 != 0 }, as: UTF8.self)
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw malformed("a section has no proper name")
    }
    guard let kind = SectionKind(rawValue: read(start + field.kind, as: UInt32.self)) else {
      throw malformed("section '\(name)' is of an unknown kind")
    }
    let elementSize = Int(read(start + field.elementSize, as: UInt32.self))
    guard [1, 2, 4, 8].contains(elementSize), kind == .integers || elementSize == 1,
      let rows = Int(exactly: read(start + field.rows, as: UInt64.self)),
      let columns = Int(exactly: read(start + field.columns, as: UInt64.self)),
      let offset = Int(exactly: read(start + field.offset, as: UInt64.self)),
      let length = Int(exactly: read(start + field.length, as: UInt64.self)),
      product(rows, columns, elementSize) == length
    else { throw malformed("the shape of section '\(name)' does not go with its length") }
    guard offset >= end, offset % ModelFormat.alignment == 0, offset <= bytes.count,
      length <= bytes.count - offset - ModelFormat.slack
    else { throw malformed("section '\(name)' lies outside its place in the file") }
    let scale = Double(bitPattern: read(start + field.scale, as: UInt64.self))
    guard scale.isFinite, scale > 0 else { throw malformed("section '\(name)' has no proper scale") }
    return ModelSection(
      name: name, kind: kind, elementSize: elementSize, rows: rows, columns: columns, scale: scale,
      bytes: offset..<offset + length)
  }

  private func product(_ factors: Int...) -> Int? {
    var result = 1
    for factor in factors {
      let (next, overflow) = result.multipliedReportingOverflow(by: factor)
      if overflow { return nil }
      result = next
    }
    return result
  }

  private func read<Number: FixedWidthInteger>(_ offset: Int, as type: Number.Type) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  private func truncated(_ length: String) -> ModelError {
    ModelError(
      .truncated, path: path, reason: "breaks off: \(bytes.count) bytes are there of \(length)",
      advice: "fetch or train the model again")
  }

  private func malformed(_ reason: String) -> ModelError {
    ModelError(.malformed, path: path, reason: reason, advice: "train or fetch the model again")
  }
}
