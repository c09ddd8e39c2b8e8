import Foundation

/// A file of query cases: set-ups of graphs and cases on them, with what each statement must give.
///
///     === graph NAME [indexed LABEL.key …]
///     statements that make it, parted by lines of `;`
///     === case NAME on GRAPH
///     statement
///     --- rows | rows in order | columns | error | effects | plan | profile | graph
///     what is expected of it
///     --- with
///     {parameter: value}      the parameters of the statement before
///     --- then
///     another statement on the same engine, with expectations of its own
///
/// Rows are written as values are for people, parted by ` | `.
struct QueryCaseFile {
  struct Statement {
    var text: String
    var parameters: String?
    /// In the order written.
    var expectations: [(what: String, lines: [String])] = []
  }

  struct Case {
    var name: String
    var graph: String
    var line: Int
    var statements: [Statement]
  }

  struct Graph {
    var name: String
    var indexes: [(label: String?, key: String)]
    var statements: [String]
  }

  var graphs: [Graph] = []
  var cases: [Case] = []
  private var pieces: [(head: String, line: Int, body: [String])] = []

  init(_ text: String) {
    for (number, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("=== ") || line.hasPrefix("--- ") {
        pieces.append((line, number + 1, []))
      } else if !line.hasPrefix("#"), !line.isEmpty, !pieces.isEmpty {
        pieces[pieces.count - 1].body.append(line)
      }
    }
    for piece in pieces { take(piece.head, piece.line, piece.body) }
  }

  private mutating func take(_ head: String, _ line: Int, _ body: [String]) {
    let words = head.split(separator: " ").map(String.init)
    switch words[1] {
    case "graph" where words[0] == "===":
      let indexes = words.dropFirst(4).map { word -> (label: String?, key: String) in
        let parts = word.split(separator: ".").map(String.init)
        return (parts[0] == "*" ? nil : parts[0], parts[1])
      }
      graphs.append(
        Graph(
          name: words[2], indexes: Array(indexes),
          statements: body.split(separator: ";").map { $0.joined(separator: "\n") }))
    case "case":
      let name = words.dropFirst(2).dropLast(2).joined(separator: " ")
      cases.append(
        Case(
          name: name, graph: words[words.count - 1], line: line,
          statements: [Statement(text: body.joined(separator: "\n"))]))
    case "then": cases[cases.count - 1].statements.append(Statement(text: body.joined(separator: "\n")))
    case "with": change { $0.parameters = body.joined(separator: "\n") }
    default: change { $0.expectations.append((words.dropFirst().joined(separator: " "), body)) }
    }
  }

  private mutating func change(_ body: (inout Statement) -> Void) {
    let last = cases.count - 1
    body(&cases[last].statements[cases[last].statements.count - 1])
  }
}
