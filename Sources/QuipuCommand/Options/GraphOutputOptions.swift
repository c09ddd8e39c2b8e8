import ArgumentParser
import Quipu

/// How graphs are written, for every command that does.
struct GraphOutputOptions: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "The program that will read the graph.",
      discussion: """
        portable: GraphML that most take; gephi, yed, networkx: GraphML in their own dialects (gephi also plain DOT); \
        neo4j: GraphML for APOC, CSV for neo4j-admin; strict: GraphML valid by the schema.
        """, valueName: "program"))
  var program = ReaderProgram.portable

  @Option(
    help: ArgumentHelp(
      "The format of outputs whose names do not tell, such as '-'.", valueName: "format"))
  var format: OutputFormat?

  /// The format of an output, or what is wrong with its name.
  func format(of path: String) throws -> OutputFormat {
    if let known = OutputFormat(path: path) ?? format { return known }
    throw ValidationError(
      path == "-"
        ? "standard output needs a --format: \(OutputFormat.list)."
        : "'\(path)': the extension says no output format; use one of .graphml .xml .dot .gv .json .csv .jsonl, "
          + "or give --format.")
  }
}

/// What `build` writes: a graph in one of its formats, or the claims.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case graphml, dot, json, csv, jsonl

  static let list = allCases.map(\.rawValue).joined(separator: ", ")

  init?(path: String) {
    if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") {
      self = .jsonl
    } else if let format = GraphFormat(path: path) {
      self.init(rawValue: format.rawValue)
    } else {
      return nil
    }
  }

  /// Nil for the claims.
  var graphFormat: GraphFormat? { GraphFormat(rawValue: rawValue) }
}
