import ArgumentParser
import Quipu

/// `quipu stats`: a graph in numbers.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts what a graph holds.",
    discussion: """
      EXAMPLES
        quipu stats graph.graphml
        quipu stats graph.json --format json | jq .types
        quipu build news/ -o - --format graphml | quipu stats -
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Argument(help: ArgumentHelp("The graph: .graphml, .xml or .json; '-' is standard input.", valueName: "graph"))
  var graph: String

  @Option(help: "How to print: table or json.")
  var format = Format.table

  func run() throws {
    let imported = try GraphInput.read(graph)
    for note in imported.notes { Console(isQuiet: false).note("\(graph): \(note)") }
    let report = StatisticsReport(imported.graph.statistics)
    try StandardOutput.write(format == .json ? report.json : report.table)
  }
}
