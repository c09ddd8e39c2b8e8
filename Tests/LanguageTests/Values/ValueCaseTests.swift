import QuipuCore
import Testing

@testable import QuipuLanguage

/// Expressions in sentences with their kind and normal form, in `Cases/*.case`: `values` grew with the grammar, `news`,
/// `fresh`, `wire`, `desk` and `late` were written before the grammar was asked, `samples` holds every value of the files
/// under Samples.
@Suite struct ValueCaseTests {
  /// Cases known to go wrong, each with the reason. At most 3 in 100 of the file.
  static let exceptions = [
    "Seven Oaks school closed.": "a name that begins with a number word looks like 'Seven Russians'"
  ]
  static let files = ["values", "news", "fresh", "wire", "desk", "late", "samples"]

  struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    var line: Int
    var anchor: CivilDate?
    var text: String
    var range: ByteRange
    var kind: NormalizedValue.Kind?
    var normalized: String
    var comparator: NormalizedValue.Comparator
    var testDescription: String { "\(file):\(line): \(text)" }
  }

  @Test func fileIsLargeEnough() throws {
    let cases = try ValueCaseTests.load()
    #expect(cases.count >= 1200)
    #expect(ValueCaseTests.exceptions.count * 100 <= cases.count * 3)
  }

  @Test(arguments: files) func everyCase(file: String) throws {
    for c in try ValueCaseTests.load(file) where ValueCaseTests.exceptions[c.text] == nil {
      let found = recognized(c.text, anchor: c.anchor)
      #expect(ValueCaseTests.isRight(c, found), "\(c.testDescription): found \(found.map(\.description))")
    }
  }

  /// Known failures count here: what is written down as an exception is still wrong.
  @Test func shareRight() throws {
    let cases = try ValueCaseTests.load()
    let wrong = cases.filter { !ValueCaseTests.isRight($0, recognized($0.text, anchor: $0.anchor)) }
    #expect(wrong.count * 100 <= cases.count * 3, "\(wrong.map(\.testDescription))")
    let samples = wrong.filter { $0.file == "samples" }
    #expect(samples.isEmpty, "\(samples.map(\.testDescription))")
  }

  static func isRight(_ c: Case, _ found: [FoundValue]) -> Bool {
    let inside = found.filter { $0.range.overlaps(c.range) }
    guard let kind = c.kind else { return inside.isEmpty }
    guard let exact = inside.first(where: { $0.range == c.range })?.value else { return false }
    return exact.kind == kind && exact.normalized == c.normalized && exact.comparator == c.comparator
  }

  static func load() throws -> [Case] { try files.flatMap { try load($0) } }

  static func load(_ file: String) throws -> [Case] {
    let path = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return try lines(of: "/\(path)/Cases/\(file).case").enumerated().compactMap { number, line in
      line.isEmpty || line.hasPrefix("#") ? nil : try parse(line, number + 1, file)
    }
  }

  private static func parse(_ line: String, _ number: Int, _ file: String) throws -> Case {
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
      file: file, line: number, anchor: CivilDate(iso: fields[0]), text: text, range: range, kind: kind,
      normalized: fields[3],
      comparator: try #require(comparator, "line \(number): unknown comparator"))
  }

  private static func trimmed(_ field: Substring) -> String {
    var f = field
    while f.first == " " { f.removeFirst() }
    while f.last == " " { f.removeLast() }
    return String(f)
  }
}
