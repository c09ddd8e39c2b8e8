import ArgumentParser
import Quipu

/// `quipu convert`: a graph in another format.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes a graph in another format.",
    discussion: """
      Reads GraphML and JSON; writes GraphML, DOT, JSON and CSV (two files). Tells on standard error what the target \
      cannot hold.

      EXAMPLES
        quipu convert graph.graphml graph.json
        quipu convert graph.graphml graph.dot && dot -Tsvg graph.dot -o graph.svg
        quipu convert graph.graphml nodes.csv --for neo4j
        quipu convert - graph.json < graph.graphml
        quipu convert graph.json - --format graphml --for yed > graph.graphml
      """)

  @Argument(help: ArgumentHelp("The graph: .graphml, .xml or .json; '-' is standard input.", valueName: "in"))
  var input: String

  @Argument(help: ArgumentHelp("Where it goes; '-' is standard output.", valueName: "out"))
  var output: String

  @OptionGroup var graph: GraphOutputOptions

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    guard try graph.format(of: output) != .jsonl else {
      throw ValidationError("claims cannot be made of a graph: 'quipu extract' makes them of documents.")
    }
    try OutputPaths.check([output], against: [input])
  }

  func run() throws {
    Interrupt.protectFiles()
    let console = Console(isQuiet: quiet)
    try OutputPaths.checkFolder(of: output)
    let imported = try GraphInput.read(input)
    for note in imported.notes { console.note("\(input): \(note)") }
    let report = try GraphExport.write(
      imported.graph, to: output, format: try graph.format(of: output).graphFormat, options: graph.program.options)
    for loss in report.losses { console.note("\(output): \(loss)") }
  }
}
