import QuipuCore
import Testing

@testable import QuipuLanguage

/// Expressions in sentences with their kind and normal form, in `Cases/values.case`.
@Suite struct ValueCaseTests {
  /// Cases known to go wrong, each with the reason. At most 3 in 100 of the file.
  static let exceptions: [String: String] = [:]

  struct Case: Sendable, CustomTestStringConvertible {
    var line: Int
    var anchor: CivilDate?
    var text: String
    var range: ByteRange
    var kind: NormalizedValue.Kind?
    var normalized: String
    var comparator: NormalizedValue.Comparator
    var testDescription: String { "line \(line): \(text)" }
  }

  @Test func fileIsLargeEnough() throws {
    let cases = try ValueCaseTests.load()
    #expect(cases.count >= 300)
    #expect(ValueCaseTests.exceptions.count * 100 <= cases.count * 3)
  }

  @Test func everyCase() throws {
    for c in try ValueCaseTests.load() where ValueCaseTests.exceptions[c.text] == nil {
      let found = recognized(c.text, anchor: c.anchor)
      let inside = found.filter { $0.range.overlaps(c.range) }
      let comment = Comment(rawValue: "line \(c.line): \(c.text): found \(found.map(\.description))")
      guard let kind = c.kind else {
        #expect(inside.isEmpty, comment)
        continue
      }
      let exact = inside.first { $0.range == c.range }
      #expect(exact?.value.kind == kind, comment)
      #expect(exact?.value.normalized == c.normalized, comment)
      #expect(exact?.value.comparator == c.comparator, comment)
    }
  }

  static func load() throws -> [Case] {
    let path = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return try lines(of: "/\(path)/Cases/values.case").enumerated().compactMap { number, line in
      line.isEmpty || line.hasPrefix("#") ? nil : try parse(line, number + 1)
    }
  }

  private static func parse(_ line: String, _ number: Int) throws -> Case {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false).map { trimmed($0) }
    try #require(fields.count >= 4 || (fields.count == 4 && fields[2] == "none"), "line \(number): too few fields")
    let open = fields[1].utf8.firstIndex(of: UInt8(ascii: "["))
    let close = fields[1].utf8.firstIndex(of: UInt8(ascii: "]"))
    var text = fields[1]
    var range = ByteRange(0, UInt32(text.utf8.count))
    if let open, let close {
      let start = text.utf8.distance(from: text.startIndex, to: open)
      let end = text.utf8.distance(from: text.startIndex, to: close) - 1
      range = ByteRange(start..<end)
      text.remove(at: close)
      text.remove(at: open)
    }
    let kind = fields[2] == "none" ? nil : NormalizedValue.Kind(rawValue: fields[2])
    try #require(kind != nil || fields[2] == "none", "line \(number): unknown kind")
    let comparator = fields.count > 4 ? NormalizedValue.Comparator(rawValue: fields[4]) : .exact
    return Case(
      line: number, anchor: CivilDate(iso: fields[0]), text: text, range: range, kind: kind, normalized: fields[3],
      comparator: try #require(comparator, "line \(number): unknown comparator"))
  }

  private static func trimmed(_ field: Substring) -> String {
    var f = field
    while f.first == " " { f.removeFirst() }
    while f.last == " " { f.removeLast() }
    return String(f)
  }
}
