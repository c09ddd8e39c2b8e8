/// `quipu-bench <subcommand> [arguments]`: measurements, each printing one JSON object. One subcommand a file.
@main
struct Main {
  static let subcommands: [(name: String, summary: String, run: @Sendable ([String]) -> Int32)] = [
    ("graph-memory", "[NODES EDGES]: bytes a node and an edge, seconds for insertions and lookups", graphMemory),
    ("graphml-loading", "GRAPHML: seconds and memory for reading the file", graphMLLoading),
    ("graph", "GRAPHML META: seconds for loading, and for openCypher on it", graphBenchmark),
    ("language", "MODEL DOCUMENTS: words a second annotated, on one core and all; loading; memory", languageReading),
  ]

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let name = arguments.first, let found = subcommands.first(where: { $0.name == name }) else {
      complain("usage: quipu-bench <subcommand>")
      for subcommand in subcommands { complain("  \(subcommand.name) \(subcommand.summary)") }
      exitProcess(64)
    }
    exitProcess(found.run(Array(arguments.dropFirst())))
  }
}
