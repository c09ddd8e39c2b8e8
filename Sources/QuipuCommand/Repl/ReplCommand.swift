import ArgumentParser
import Quipu
import QuipuRepl
import QuipuRows

/// `quipu repl`: a conversation with a graph.
struct ReplCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Talks with a graph: openCypher and commands, line by line.",
    discussion: """
      Statements end with ';' and may take several lines; ':help' lists the commands. From a pipe, a file or -c it runs \
      without prompts: results on standard output, errors with their lines on standard error.

      EXAMPLES
        quipu repl news.graphml
        quipu repl news.graphml --documents news/            whole sentences in ':why'
        quipu repl news.graphml -c ':schema'
        quipu repl news.graphml --file questions.cypher > answers.txt
        echo ':find norway' | quipu repl news.graphml

      Exit status: 0 done; 1 a statement or command of a script failed, the others are done; 64 wrong usage.
      """)

  @Argument(help: ArgumentHelp("The graph: .graphml, .xml or .json; none for an empty one.", valueName: "graph"))
  var graph: String?

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run this and leave; may be given several times.", valueName: "text"))
  var commands: [String] = []

  @Option(help: ArgumentHelp("Run the statements and commands of a file and leave.", valueName: "file"))
  var file: String?

  @Option(
    help: ArgumentHelp("What the graph was built from, for whole sentences in ':why'.", valueName: "path"))
  var documents: [String] = []

  @Option(help: "How to print rows: table, csv, json, jsonl or markdown.")
  var format = RowFormat.table

  @Option(help: ArgumentHelp("End a statement that takes longer.", valueName: "seconds"))
  var timeout: Double?

  @Option(
    help: ArgumentHelp("End a statement that holds more in memory, beside the graph: 512M, 2G.", valueName: "size"))
  var memory = MemorySize(bytes: 2 << 30)

  func validate() throws {
    if let timeout, !(timeout > 0 && timeout.isFinite) {
      throw ValidationError("--timeout wants a number of seconds above 0, not \(timeout).")
    }
    guard file == nil || commands.isEmpty else {
      throw ValidationError("-c and --file exclude each other: give one of them.")
    }
  }

  func run() throws {
    let isScript = file != nil || !commands.isEmpty || !TerminalWindow.isInteractive
    let session = ReplSession(
      isInteractive: !isScript, style: TextStyle(isOn: !isScript && TerminalWindow.isColoured(1)))
    session.settings.format = format
    session.settings.timeout = timeout
    session.settings.memoryLimit = memory.bytes
    session.register(TypeHierarchy.procedures())
    session.loadTypeHierarchy = { (try? TypeHierarchy.load())?.relations }
    if !documents.isEmpty { session.useDocuments(documents) }
    let text = try file.map { try QueryText.read($0) }
    let opening = graph.map { session.start(with: $0) } ?? []
    if isScript { try runScript(session, text, opening) } else { runTerminal(session, opening) }
  }

  private func runScript(_ session: ReplSession, _ text: String?, _ opening: [ReplPiece]) throws {
    let script = ReplScript(session)
    script.show(opening)
    // Questions to a graph that is not there have no answers.
    if script.hasFailed { throw ExitCode.failure }
    for command in commands { script.run(command, name: "-c") }
    if let file, let text { script.run(text, name: file == "-" ? nil : file) }
    if commands.isEmpty, text == nil { script.runStandardInput() }
    if script.hasFailed { throw ExitCode.failure }
  }

  private func runTerminal(_ session: ReplSession, _ opening: [ReplPiece]) {
    let welcome =
      "quipu \(QuipuCommand.configuration.version): openCypher ended by ';', ':help' for commands, Ctrl-D leaves"
    ReplTerminal(session).run(opening: [.note(welcome)] + opening)
  }
}
