import ArgumentParser
import Quipu

/// `quipu ontology`: what the graph may say.
struct OntologyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ontology",
    abstract: "Checks or shows the classes and relations that a graph may use.",
    subcommands: [Check.self, Show.self])

  /// The files of both subcommands.
  struct Files: ParsableArguments {
    @Argument(
      help: ArgumentHelp(
        "Turtle files, .rules files, gazetteers (.tsv), or folders of them; without any, the default ones.",
        valueName: "file"))
    var files: [String] = []

    @Flag(help: "Read the files alone, not together with the default ontology.")
    var replaceOntology = false

    func validate() throws {
      if replaceOntology, files.isEmpty { throw ValidationError("--replace-ontology wants a FILE.") }
    }

    func sources() throws(OntologyError) -> ExtractionResources.Sources {
      try DataSources.sources(adding: files, replacing: replaceOntology)
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads ontology, gazetteer and rules, and tells what does not fit.",
      discussion: """
        Unknown parents, cycles, domains and ranges that do not exist, names without a class, rules that cannot be \
        read: each with its file and line, and exit status 1.

        EXAMPLES
          quipu ontology check
          quipu ontology check shipping.ttl shipping.rules
        """)

    @OptionGroup var files: Files

    func run() throws {
      let sources = try files.sources()
      let ontology = try Ontology.load(sources.ontologies)
      let gazetteer = try Gazetteer.load(sources.gazetteers, ontology: ontology)
      let rules = try RuleParser.load(sources.rules)
      let tables = try LexiconTables.load(sources.lexicon)
      _ = try ExtractionResources(ontology: ontology, gazetteer: gazetteer, rules: rules, tables: tables)
      try StandardOutput.write(
        "\(ontology.classes.count) classes, \(ontology.relations.count) relations, \(gazetteer.count) names in the "
          + "gazetteer, \(rules.count) rules: all fit\n")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints classes and relations as trees.",
      discussion: """
        EXAMPLES
          quipu ontology show
          quipu ontology show --comments shipping.ttl
        """)

    @OptionGroup var files: Files

    @Flag(help: "Print what each class and relation means.")
    var comments = false

    func run() throws {
      let ontology = try Ontology.load(try files.sources().ontologies)
      try StandardOutput.write(OntologyPrinter(ontology, showsComments: comments).show())
    }
  }
}
