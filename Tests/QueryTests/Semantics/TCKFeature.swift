import Foundation

/// One scenario of openCypher's test kit, an outline's row put in.
struct TCKScenario: Sendable {
  struct Failure: Sendable, Equatable {
    var type: String
    var phase: String
    var detail: String
  }

  var name: String
  var query = ""
  /// Names only.
  var parameters: [String] = []
  /// As written: `test.my.proc(in :: INTEGER?) :: (out :: STRING?)`.
  var procedures: [String] = []
  var failure: Failure?

}

/// Reads the feature files, as far as the checks need them.
enum TCKFeature {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data/opencypher-tck/features").standardizedFileURL
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func all() throws -> [TCKScenario] {
    var scenarios: [TCKScenario] = []
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for file in files.filter({ $0.hasSuffix(".feature") }).sorted() {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      scenarios += parse(text, file: String(file.dropLast(".feature".count)))
    }
    return scenarios
  }

  static func parse(_ text: String, file: String) -> [TCKScenario] {
    var reader = FeatureReader(lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    return reader.scenarios().flatMap { $0.expanded(file) }
  }
}

/// A step with the text or table under it.
private struct Step {
  var text: String
  var document: String?
  var table: [[String]] = []
}

private struct RawScenario {
  var title: String
  var steps: [Step] = []
  var examples: [[String: String]] = []

  func expanded(_ file: String) -> [TCKScenario] {
    guard !examples.isEmpty else { return [scenario(file, [:], "")] }
    return examples.enumerated().map { scenario(file, $1, " row \($0 + 1)") }
  }

  private func scenario(_ file: String, _ row: [String: String], _ suffix: String) -> TCKScenario {
    func filled(_ text: String) -> String {
      row.sorted { $0.key < $1.key }.reduce(text) { $0.replacingOccurrences(of: "<\($1.key)>", with: $1.value) }
    }
    var result = TCKScenario(name: "\(file): \(title)\(suffix)")
    for step in steps {
      let text = filled(step.text)
      if text.hasPrefix("executing query") { result.query = filled(step.document ?? "") }
      if text.hasPrefix("parameters are") { result.parameters = step.table.compactMap { $0.first.map(filled) } }
      if text.hasPrefix("there exists a procedure ") {
        result.procedures.append(String(text.dropFirst("there exists a procedure ".count)))
      }
      if let failure = failure(in: text) { result.failure = failure }
    }
    return result
  }

  /// `a SyntaxError should be raised at compile time: UndefinedVariable`
  private func failure(in text: String) -> TCKScenario.Failure? {
    guard let raised = text.range(of: " should be raised at "), text.hasPrefix("a ") else { return nil }
    let rest = text[raised.upperBound...].components(separatedBy: ": ")
    guard rest.count == 2 else { return nil }
    return TCKScenario.Failure(
      type: String(text[..<raised.lowerBound].dropFirst(2)), phase: rest[0], detail: rest[1])
  }
}

private struct FeatureReader {
  var lines: [String]
  var position = 0

  mutating func scenarios() -> [RawScenario] {
    var found: [RawScenario] = []
    var isInExamples = false
    while position < lines.count {
      let line = lines[position].trimmingCharacters(in: .whitespaces)
      position += 1
      if line.hasPrefix("Scenario") {
        found.append(RawScenario(title: String(line.drop { $0 != ":" }.dropFirst(2))))
        isInExamples = false
      } else if line.hasPrefix("Examples:") {
        isInExamples = true
      } else if line.hasPrefix("|"), !found.isEmpty {
        position -= 1
        let rows = table()
        if isInExamples {
          found[found.count - 1].examples += Self.records(rows)
        } else if let last = found[found.count - 1].steps.indices.last {
          found[found.count - 1].steps[last].table = rows
        }
      } else if line == "\"\"\"", let last = found.last?.steps.indices.last {
        found[found.count - 1].steps[last].document = document()
      } else if let step = Self.step(line), !found.isEmpty {
        found[found.count - 1].steps.append(step)
      }
    }
    return found
  }

  private static func step(_ line: String) -> Step? {
    for keyword in ["Given ", "When ", "Then ", "And ", "But "] where line.hasPrefix(keyword) {
      return Step(text: String(line.dropFirst(keyword.count)))
    }
    return nil
  }

  private static func records(_ rows: [[String]]) -> [[String: String]] {
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }

  /// The text up to the closing quotes, without the indentation of the line that opened it.
  private mutating func document() -> String {
    let indent = lines[position - 1].prefix { $0 == " " }.count
    var result: [Substring] = []
    while position < lines.count, lines[position].trimmingCharacters(in: .whitespaces) != "\"\"\"" {
      let line = lines[position]
      result.append(line.dropFirst(min(indent, line.prefix { $0 == " " }.count)))
      position += 1
    }
    position += 1
    return result.joined(separator: "\n")
  }

  private mutating func table() -> [[String]] {
    var rows: [[String]] = []
    while position < lines.count {
      let line = lines[position].trimmingCharacters(in: .whitespaces)
      guard line.hasPrefix("|") || line.hasPrefix("#") else { break }
      if line.hasPrefix("|") { rows.append(Self.cells(line)) }
      position += 1
    }
    return rows
  }

  /// The cells of `| a | b |`; `\|` is a bar inside a cell.
  private static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if isEscaped {
        cell += character == "|" || character == "\\" ? "\(character)" : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(cell.trimmingCharacters(in: .whitespaces))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells
  }
}
