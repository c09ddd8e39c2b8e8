import QuipuCore

/// The columns of a gazetteer: one block of bytes, and arrays that run in parallel, one element an entry.
final class GazetteerStorage: Sendable {
  static let columnCount = Gazetteer.Column.allCases.count
  static let none = UInt32.max

  let bytes: [UInt8]
  /// `columnCount` ranges an entry.
  let fields: [ByteRange]
  let classes: [ClassID]
  let ranks: [Int64]
  /// The index of the entry around, or `none`.
  let around: [UInt32]
  let lines: [UInt32]
  /// The files, each with the index of its first entry.
  let files: [(first: Int, name: String)]
  /// Open addressing over `StableHash` of the key; a power of two of slots.
  let slots: [UInt32]

  init(
    bytes: [UInt8] = [], fields: [ByteRange] = [], classes: [ClassID] = [], ranks: [Int64] = [], around: [UInt32] = [],
    lines: [UInt32] = [], files: [(first: Int, name: String)] = [], slots: [UInt32] = []
  ) {
    self.bytes = bytes
    self.fields = fields
    self.classes = classes
    self.ranks = ranks
    self.around = around
    self.lines = lines
    self.files = files
    self.slots = slots
  }

  func range(_ entry: Int, _ column: Gazetteer.Column) -> ByteRange {
    fields[entry * Self.columnCount + column.rawValue]
  }

  func text(_ entry: Int, _ column: Gazetteer.Column) -> String { text(range(entry, column)) }

  func text(_ range: ByteRange) -> String { String(decoding: bytes[range.range], as: UTF8.self) }

  func list(_ entry: Int, _ column: Gazetteer.Column) -> [String] {
    parts(of: range(entry, column), separator: UInt8(ascii: "|")).map(text)
  }

  func within(_ entry: Int) -> Int? { around[entry] == Self.none ? nil : Int(around[entry]) }

  func location(_ entry: Int) -> SourceLocation {
    let file = files.last { $0.first <= entry }?.name ?? ""
    return SourceLocation(file: file, line: Int(lines[entry]))
  }

  func parts(of field: ByteRange, separator: UInt8) -> [ByteRange] {
    var parts: [ByteRange] = []
    forEachPart(of: field, separator: separator) { parts.append($0) }
    return parts
  }

  /// The parts between separators that are not empty.
  func forEachPart(of field: ByteRange, separator: UInt8, _ body: (ByteRange) -> Void) {
    var start = field.start
    for i in field.start..<max(field.start, field.end) where bytes[Int(i)] == separator {
      if i > start { body(ByteRange(start, i)) }
      start = i + 1
    }
    if field.end > start { body(ByteRange(start, field.end)) }
  }

  /// The entry with this key.
  func find(_ key: [UInt8]) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = Int(truncatingIfNeeded: StableHash.hash(key)) & (slots.count - 1)
    while slots[slot] != Self.none {
      let entry = Int(slots[slot])
      if bytes[range(entry, .kb).range].elementsEqual(key) { return entry }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
