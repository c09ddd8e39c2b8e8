import ArgumentParser
import Quipu

/// `quipu build`: documents in, graph out.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds one graph from documents.",
    discussion: """
      The format of each output follows its extension: .graphml (or .xml), .dot (or .gv), .json, .csv (two files), \
      .jsonl (the claims). Claims that 'quipu extract' made may stand among the inputs. Ends with a summary on \
      standard error. A document that cannot be read is named there, and the others are done.

      EXAMPLES
        quipu build news/ -o news.graphml -o news.json
        quipu build article.html -o article.graphml --for gephi
        quipu build news/ -o news.dot && dot -Tsvg news.dot -o news.svg
        quipu extract news/ -o claims.jsonl && quipu build claims.jsonl -o news.graphml
        quipu extract news/ | quipu build - -o news.graphml
        quipu build cargo/ -o cargo.graphml --ontology shipping.ttl
      """)

  @OptionGroup var input: InputOptions

  @OptionGroup var data: DataOptions

  @OptionGroup var model: ModelOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the graph goes; may be given several times; '-' is standard output.", valueName: "file"))
  var output: [String] = []

  @OptionGroup var graph: GraphOutputOptions

  @Option(help: ArgumentHelp("Leave out edges that are less sure, 0 to 1.", valueName: "x"))
  var minConfidence = 0.0

  @Flag(help: "Leave out entities without any edge.")
  var noIsolated = false

  mutating func validate() throws {
    takeOutputsFromInputs()
    guard !input.inputs.isEmpty else { throw ValidationError("Missing expected argument '<input> ...'") }
    guard !output.isEmpty else {
      throw ValidationError("Where shall the graph go? Give -o FILE, such as -o graph.graphml.")
    }
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence wants a number from 0 to 1, not \(minConfidence).")
    }
    for path in output { _ = try graph.format(of: path) }
    try OutputPaths.check(output, against: input.inputs)
  }

  /// `-o a.graphml b.dot`: what no document is called is meant as an output.
  private mutating func takeOutputsFromInputs() {
    let isOutput = { (path: String) in [".graphml", ".dot", ".gv", ".csv"].contains(where: path.hasSuffix) }
    guard !output.isEmpty else { return }
    output += input.inputs.filter(isOutput)
    input.inputs.removeAll(where: isOutput)
  }

  func run() async throws {
    Interrupt.protectFiles()
    let start = ContinuousClock.now
    for path in output { try OutputPaths.checkFolder(of: path) }
    let resources = try ExtractionResources.load(try data.sources())
    let extractor = Extractor(resources: resources, model: try model.load())
    let run = ExtractionRun(input, takesClaimsFromStandardInput: true)
    let outputs = try GraphOutputs(output, options: graph, console: run.console, tellsLosses: input.verbose)
    defer { outputs.discard() }
    var assembler = Assembler(
      ontology: resources.ontology, gazetteer: resources.gazetteer,
      options: Assembler.Options(minimumConfidence: minConfidence, includeIsolatedEntities: !noIsolated))
    try await run.forEachDocument(extractor) { claims in
      try assembler.add(claims)
      outputs.write(claims)
    }
    if run.entityCount > 0 {
      let assembly = try assembler.assemble()
      outputs.write(assembly.graph)
      run.console.show(BuildCommand.table(assembly.summary, seconds: (ContinuousClock.now - start).inTenths))
    }
    try run.finish()
  }

  /// The summary with the time as its last row.
  private static func table(_ summary: GraphSummary, seconds: String) -> String {
    let table = summary.rendered()
    let width = table.prefix { $0 != "\n" }.count
    return table + "seconds" + String(repeating: " ", count: max(width - 7 - seconds.count, 1)) + seconds + "\n"
  }
}

extension Duration {
  /// Seconds, rounded down to a tenth.
  fileprivate var inTenths: String {
    let tenths = (components.seconds * 10) + components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
