import Foundation
import Testing

/// Cases in a text file under Cases/Syntax: `query`, a line `-->`, the expected text, parted by lines `====`.
enum SyntaxCases {
  struct Case: Sendable, CustomTestStringConvertible {
    var input: String
    var expected: String
    var testDescription: String { input }
  }

  static func load(_ name: String) -> [Case] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Cases/Syntax/\(name).txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n====\n").compactMap { block in
      let parts = block.components(separatedBy: "\n-->\n")
      guard parts.count == 2 else { return nil }
      return Case(input: parts[0], expected: parts[1].trimmingCharacters(in: .newlines))
    }
  }
}
