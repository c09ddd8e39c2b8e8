/// Puts a model file together. The same sections in the same order give the same bytes.
public struct ModelFileBuilder {
  private struct Part {
    var name: String
    var kind: SectionKind
    var elementSize: Int
    var rows: Int
    var columns: Int
    var scale: Double
    var bytes: [UInt8]
  }

  private var parts: [Part] = []

  public init() {}

  /// All sections of a file but those whose name begins with the prefix: to put one model in another's place.
  public init(_ file: ModelFile, without prefix: String) {
    for section in file.sections where !section.name.hasPrefix(prefix) { add(section, of: file) }
  }

  /// Adds a section of a file as it is, or puts it in the place of one of that name.
  public mutating func add(_ section: ModelSection, of file: ModelFile) {
    set(
      Part(
        name: section.name, kind: section.kind, elementSize: section.elementSize, rows: section.rows,
        columns: section.columns, scale: section.scale, bytes: Array(file.bytes(of: section))))
  }

  /// Adds a table of whole numbers, or puts it in the place of one of that name.
  public mutating func add<Number: FixedWidthInteger>(_ name: String, integers: [Number], columns: Int = 1) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(integers.count * MemoryLayout<Number>.size)
    for number in integers { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
    set(
      Part(
        name: name, kind: .integers, elementSize: MemoryLayout<Number>.size, rows: integers.count / columns,
        columns: columns, scale: 1, bytes: bytes))
  }

  /// Adds a table of weights, row after row. `scale` is the value of one unit.
  public mutating func add(_ name: String, weights: [Int8], columns: Int, scale: Double) {
    set(
      Part(
        name: name, kind: .weights, elementSize: 1, rows: weights.count / columns, columns: columns, scale: scale,
        bytes: weights.map { UInt8(bitPattern: $0) }))
  }

  public mutating func add(_ name: String, strings: [String]) {
    var bytes: [UInt8] = []
    var text: [UInt8] = []
    append(UInt32(strings.count), to: &bytes)
    append(UInt32(0), to: &bytes)
    for string in strings {
      text.append(contentsOf: string.utf8)
      append(UInt32(text.count), to: &bytes)
    }
    bytes.append(contentsOf: text)
    set(
      Part(name: name, kind: .strings, elementSize: 1, rows: bytes.count, columns: 1, scale: 1, bytes: bytes))
  }

  private mutating func set(_ part: Part) {
    precondition(
      !part.name.isEmpty && part.name.utf8.count <= ModelFormat.nameSize
        && part.name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a section's name is up to 40 ASCII characters")
    if let index = parts.firstIndex(where: { $0.name == part.name }) { parts[index] = part } else { parts.append(part) }
  }

  /// The file's bytes. Complexity: O(bytes).
  public func build() -> [UInt8] {
    var list: [UInt8] = []
    var body: [UInt8] = []
    let start = aligned(ModelFormat.headerSize + parts.count * ModelFormat.entrySize)
    for part in parts {
      list.append(contentsOf: entry(part, offset: start + body.count))
      body.append(contentsOf: part.bytes)
      let end = aligned(body.count + ModelFormat.slack)
      body.append(contentsOf: [UInt8](repeating: 0, count: end - body.count))
    }
    var checked: [UInt8] = []
    checked.reserveCapacity(start + body.count)
    append(UInt32(parts.count), to: &checked)
    append(UInt32(0), to: &checked)
    checked.append(contentsOf: list)
    let gap = start - ModelFormat.headerSize - list.count
    checked.append(contentsOf: [UInt8](repeating: 0, count: gap))
    checked.append(contentsOf: body)
    return ModelFileBuilder.header(over: checked) + checked
  }

  /// The first 32 bytes of a file whose rest is given: magic, byte order, version, length, checksum.
  static func header(over checked: [UInt8]) -> [UInt8] {
    var header = ModelFormat.magic
    append(ModelFormat.byteOrderMark, to: &header)
    append(ModelFormat.version, to: &header)
    append(UInt64(ModelFormat.HeaderField.sectionCount + checked.count), to: &header)
    append(checked.withUnsafeBytes { XXHash64.hash($0) }, to: &header)
    return header
  }

  private func entry(_ part: Part, offset: Int) -> [UInt8] {
    var entry = Array(part.name.utf8)
    entry.append(contentsOf: [UInt8](repeating: 0, count: ModelFormat.nameSize - entry.count))
    append(part.kind.rawValue, to: &entry)
    append(UInt32(part.elementSize), to: &entry)
    append(UInt64(part.rows), to: &entry)
    append(UInt64(part.columns), to: &entry)
    append(UInt64(offset), to: &entry)
    append(UInt64(part.bytes.count), to: &entry)
    append(part.scale.bitPattern, to: &entry)
    append(UInt64(0), to: &entry)
    return entry
  }

  private func aligned(_ offset: Int) -> Int {
    (offset + ModelFormat.alignment - 1) / ModelFormat.alignment * ModelFormat.alignment
  }
}

private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
  withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
}
