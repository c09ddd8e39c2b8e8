/// A file of trained weights and tables: named sections behind a checked header, memory-mapped.
///
/// One loaded file serves all threads. Everything that could make a later read go astray is checked here, once.
public final class ModelFile: Sendable {
  private let storage: ModelBytes
  /// The name to use in errors.
  public let path: String
  /// In the order of the file.
  public let sections: [ModelSection]

  /// Maps a file and checks it. Complexity: O(bytes) for the checksum, at memory speed.
  public convenience init(path: String) throws(ModelError) {
    try self.init(ModelBytes(path: path), path: path)
  }

  /// A model in memory, as `ModelFileBuilder` makes it.
  public convenience init(bytes: [UInt8], path: String = "model in memory") throws(ModelError) {
    try self.init(ModelBytes(bytes), path: path)
  }

  private init(_ storage: ModelBytes, path: String) throws(ModelError) {
    self.storage = storage
    self.path = path
    sections = try ModelHeader(bytes: storage.bytes, path: path).sections()
  }

  /// The bytes of a section, followed by `ModelFormat.slack` more that may be read. Valid as long as the file is kept.
  public func bytes(of section: ModelSection) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: storage.bytes[section.bytes])
  }

  public func hasSection(_ name: String) -> Bool { sections.contains { $0.name == name } }

  public func section(_ name: String, _ kind: SectionKind) throws(ModelError) -> ModelSection {
    guard let section = sections.first(where: { $0.name == name }) else {
      throw ModelError(
        .missingSection, path: path, reason: "has no section '\(name)'",
        advice: "train that model into the file, or take the file that comes with this version")
    }
    guard section.kind == kind else { throw malformed(name, "is of another kind than '\(kind)'") }
    return section
  }

  /// A table of whole numbers, read in place. Valid as long as the file is kept.
  public func integers<Number: FixedWidthInteger>(
    _ name: String, as type: Number.Type = Number.self
  ) throws(ModelError) -> UnsafeBufferPointer<Number> {
    let section = try section(name, .integers)
    guard section.elementSize == MemoryLayout<Number>.size else {
      throw malformed(name, "has numbers of \(section.elementSize) bytes, not of \(MemoryLayout<Number>.size)")
    }
    // Sections are aligned to 64 bytes, and so is the storage.
    return bytes(of: section).bindMemory(to: Number.self)
  }

  /// A table of weights. Throws when it has other columns than the labels it is for, or rows that are no power of two.
  public func weights(_ name: String, columns: Int) throws(ModelError) -> WeightTable {
    let section = try section(name, .weights)
    guard section.columns == columns else {
      throw malformed(name, "has \(section.columns) columns, not \(columns)")
    }
    guard section.rows > 0, section.rows & (section.rows - 1) == 0, section.rows <= 1 << 30 else {
      throw malformed(name, "has \(section.rows) rows, which is no power of two")
    }
    return WeightTable(file: self, section: section)
  }

  /// A list of strings, such as labels. Complexity: O(bytes).
  public func strings(_ name: String) throws(ModelError) -> [String] {
    let bytes = bytes(of: try section(name, .strings))
    guard bytes.count >= 4 else { throw malformed(name, "is too short for a list of strings") }
    let count = Int(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
    guard count <= (bytes.count - 4) / 4 - 1 else { throw malformed(name, "is too short for \(count) strings") }
    let start = 8 + 4 * count
    var result: [String] = []
    var from = 0
    for i in 0...count {
      let to = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 + 4 * i, as: UInt32.self)))
      guard to >= from, to <= bytes.count - start else { throw malformed(name, "has a string beyond its end") }
      if i > 0 {
        guard let text = String(validating: bytes[start + from..<start + to], as: UTF8.self) else {
          throw malformed(name, "has a string that is not UTF-8")
        }
        result.append(text)
      }
      from = to
    }
    return result
  }

  /// The error for a section that does not hold what its reader needs.
  public func malformed(_ section: String, _ reason: String) -> ModelError {
    ModelError(
      .malformed, path: path, reason: "section '\(section)' \(reason)", advice: "train or fetch the model again")
  }
}
