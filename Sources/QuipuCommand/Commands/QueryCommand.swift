import ArgumentParser
import Quipu
import QuipuRows

/// `quipu query`: questions to a graph in openCypher.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Asks a graph in openCypher.",
    discussion: """
      Several statements are parted by semicolons and run one after the other. Updates change the graph in memory; \
      --write keeps them. What a statement changed is told on standard error.

      EXAMPLES
        quipu query g.graphml 'MATCH (p)-[:LEADS]->(o) RETURN p.name, o.name'
        quipu query g.graphml 'MATCH (n {name: $n}) RETURN n.kb' --param n=Chile
        quipu query g.json --file questions.cypher --format csv -o answers.csv
        quipu query g.graphml 'MATCH (a)-[:AFFILIATED_WITH]->(b) RETURN *' --inference
        quipu query g.graphml 'MATCH (n:Date) DETACH DELETE n' --write less.graphml
        echo 'MATCH (n) RETURN count(*)' | quipu query g.graphml
      """)

  enum LineProtocol: String, ExpressibleByArgument, CaseIterable { case tck }

  @Argument(help: ArgumentHelp("The graph: .graphml, .xml or .json; '-' is standard input.", valueName: "graph"))
  var graph: String?

  @Argument(
    help: ArgumentHelp("What to ask; without it, or as '-', it comes from standard input.", valueName: "query"))
  var query: String?

  @Option(help: ArgumentHelp("Read the query from a file.", valueName: "file"))
  var file: String?

  @OptionGroup var parameters: QueryParameters

  @Option(help: "How to print rows: table, csv, json, jsonl or markdown.")
  var format = RowFormat.table

  @Option(name: .shortAndLong, help: ArgumentHelp("Where rows go; '-' is standard output.", valueName: "file"))
  var output = "-"

  @Option(
    help: ArgumentHelp(
      "Write the graph, as the statements left it, to a file in the format of its extension.", valueName: "graph"))
  var write: String?

  @OptionGroup var engine: QueryEngineOptions

  @Flag(help: "Show how the query would be run, and do not run it.")
  var explain = false

  @Flag(help: "Show how the query was run, with the rows of each step.")
  var profile = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Option(name: .customLong("protocol"), help: .hidden)
  var lineProtocol: LineProtocol?

  func validate() throws {
    if lineProtocol != nil {
      guard graph == nil, query == nil else { throw ValidationError("--protocol takes no graph and no query.") }
      return
    }
    guard let graph else { throw ValidationError("Missing expected argument '<graph>'") }
    guard file == nil || query == nil else {
      throw ValidationError("A query and --file exclude each other: give one of them.")
    }
    guard !(explain && profile) else { throw ValidationError("--explain and --profile exclude each other.") }
    guard graph != "-" || isQueryGiven else {
      throw ValidationError("Graph and query cannot both come from standard input: give the query or --file FILE.")
    }
    if let write {
      guard GraphFormat(path: write) != nil else {
        throw ValidationError(
          "'\(write)': the extension says no graph format; use one of .graphml .xml .dot .gv .json .csv.")
      }
    }
    try OutputPaths.check([output], against: [graph] + [file, write].compactMap(\.self))
    try OutputPaths.check([write].compactMap(\.self), against: [file].compactMap(\.self))
  }

  private var isQueryGiven: Bool { file.map { $0 != "-" } ?? query.map { $0 != "-" } ?? false }

  func run() throws {
    guard let graph else { return TCKProtocol.run() }
    for path in [output, write].compactMap(\.self) { try OutputPaths.checkFolder(of: path) }
    let console = Console(isQuiet: quiet)
    let text = try queryText(console)
    let values = try parameters.values()
    let imported = try GraphInput.read(graph)
    for note in imported.notes { console.note("\(graph): \(note)") }
    let engine = try self.engine.makeEngine(imported.graph)
    let rows = try RowOutput(output, format: format)
    var run = QueryRun(
      engine: engine, parameters: values, mode: explain ? .explain : profile ? .profile : .run, rows: rows,
      console: console)
    do {
      try run.run(text)
      try rows.commit()
    } catch {
      try rows.abandon()
      throw error
    }
    try keep(engine.graph, isChanged: run.hasChanges, console)
  }

  private func queryText(_ console: Console) throws -> String {
    if let file, file != "-" { return try QueryText.read(file) }
    if let query, query != "-" { return query }
    if StandardInput.isTerminal { console.note("type the query, and end it with Ctrl-D") }
    return try QueryText.checked(StandardInput.bytes(), "standard input")
  }

  /// Writes the graph where that is asked for; tells of changes that are lost.
  private func keep(_ graph: PropertyGraph, isChanged: Bool, _ console: Console) throws {
    guard let write else {
      if isChanged { console.note("the changes are not saved; --write FILE keeps them") }
      return
    }
    Interrupt.protectFiles()
    let report = try GraphExport.write(graph, to: write)
    for loss in report.losses { console.note("\(write): \(loss)") }
  }
}

extension RowFormat: ExpressibleByArgument {}
