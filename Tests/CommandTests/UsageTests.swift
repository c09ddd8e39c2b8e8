import Testing

/// Wrong usage: status 64, the reason, and nothing done.
@Suite struct UsageTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var message: String

    init(_ line: String, _ message: String) {
      (arguments, self.message) = (line.split(separator: " ").map(String.init), message)
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases: [Case] = [
    Case("build good.txt -o g.dot --bogus", "Error: Unknown option '--bogus'"),
    Case("bogus", "Error: Unexpected argument 'bogus'"),
    Case("build good.txt", "Error: Where shall the graph go? Give -o FILE, such as -o graph.graphml."),
    Case("build -o g.dot", "Error: Missing expected argument '<input> ...'"),
    Case("extract", "Error: Missing expected argument '<input> ...'"),
    Case(
      "build good.txt -o g.foo",
      "Error: 'g.foo': the extension says no output format; use one of .graphml .xml .dot .gv .json .csv .jsonl, or "
        + "give --format."),
    Case("build good.txt -o -", "Error: standard output needs a --format: graphml, dot, json, csv, jsonl."),
    Case("build good.txt -o g.dot -o g.dot", "Error: 'g.dot' is given as output twice."),
    Case(
      "build good.txt -o good.txt --format dot",
      "Error: 'good.txt' is an input: writing to it would destroy it. Name another output."),
    Case("extract good.txt --threads 0", "Error: --threads wants a whole number from 1 on, not 0."),
    Case("build good.txt -o g.dot --min-confidence 2", "Error: --min-confidence wants a number from 0 to 1, not 2.0."),
    Case("build good.txt -o g.dot --for word", "Error: The value 'word' is invalid for '--for <program>'."),
    Case("extract good.txt --verbose --quiet", "Error: --verbose and --quiet exclude each other."),
    Case("extract good.txt --replace-ontology", "Error: --replace-ontology wants --ontology FILE or DIR"),
    Case("annotate", "Error: Missing expected argument '<input> ...'"),
    Case("annotate good.txt --format xml", "Error: The value 'xml' is invalid for '--format <format>'."),
    Case("annotate good.txt -o good.txt", "Error: 'good.txt' is an input: writing to it would destroy it."),
    Case("annotate good.txt --threads 0", "Error: --threads wants a whole number from 1 on, not 0."),
    Case("annotate good.txt --ontology x.ttl", "Error: Unknown option '--ontology'"),
    Case("convert g.graphml g.jsonl", "Error: claims cannot be made of a graph"),
    Case("query", "Error: Missing expected argument '<graph>'"),
    Case("query g.json RETURN --file q", "Error: A query and --file exclude each other: give one of them."),
    Case("query g.json RETURN --explain --profile", "Error: --explain and --profile exclude each other."),
    Case("query -", "Error: Graph and query cannot both come from standard input: give the query or --file FILE."),
    Case("query - --file -", "Error: Graph and query cannot both come from standard input"),
    Case(
      "query g.json RETURN --write g.foo", "Error: 'g.foo': the extension says no graph format; use one of .graphml"),
    Case("query g.json RETURN --output g.json", "Error: 'g.json' is an input: writing to it would destroy it."),
    Case("query g.json RETURN --param x", "Error: --param wants NAME=VALUE, not 'x'."),
    Case("query g.json RETURN --param =5", "Error: --param wants NAME=VALUE, not '=5'."),
    Case("query g.json RETURN --timeout 0", "Error: --timeout wants a number of seconds above 0, not 0.0."),
    Case("query g.json RETURN --memory much", "Error: The value 'much' is invalid for '--memory <size>'"),
    Case("query g.json RETURN --memory -5", "Error: "),
    Case("query g.json RETURN --format xml", "Error: The value 'xml' is invalid for '--format <format>'."),
    Case("query g.json RETURN --seed x", "Error: The value 'x' is invalid for '--seed <n>'"),
    Case("query g.json --protocol tck", "Error: --protocol takes no graph and no query."),
    Case("train tagger -o m", "Error: Missing expected argument '--train <file> ...'"),
    Case("train tagger --train t -o t", "Error: 't' is an input: writing to it would destroy it. Name another output."),
    Case("train lemmas --train t -o -", "Error: A model goes to a file, not to standard output."),
    Case("train tagger --train t -o m --epochs 0", "Error: --epochs wants a whole number from 1 on, not 0."),
    Case("train tagger --train t -o m --rounds 0", "Error: --rounds wants a whole number from 1 on, not 0."),
    Case("train parser --train t -o m --epochs 0", "Error: --epochs wants a number from 1 to 10000, not 0."),
    Case("train parser --train t -o m --folds 99", "Error: --folds wants a number from 1 to 20, not 99."),
    Case("train tagger --train t -o m --bits 99", "Error: --bits wants a number from 8 to 24, not 99."),
    Case("stats g.graphml --format xml", "Error: The value 'xml' is invalid for '--format <format>'."),
  ]

  @Test(arguments: cases) func isRefused(_ wrong: Case) throws {
    let scratch = try Scratch()
    try scratch.write("good.txt", BadInputTests.good)
    let run = try CommandRun(wrong.arguments, in: scratch.folder)
    #expect(run.status == 64)
    #expect(run.messages.hasPrefix(wrong.message), "\(run.messages)")
    #expect(run.output.isEmpty)
    #expect(scratch.names == ["good.txt"])
  }

  @Test func version() throws {
    let run = try Scratch().quipu("--version")
    #expect(run.status == 0)
    #expect(run.text == "0.1.0\n")
  }

  @Test(arguments: ["build", "extract", "annotate", "query", "convert", "stats", "ontology check", "ontology show"])
  func helpHasExamples(_ command: String) throws {
    let run = try CommandRun(command.split(separator: " ").map(String.init) + ["--help"], in: "/")
    #expect(run.status == 0)
    #expect(run.text.contains("EXAMPLES\n"))
    #expect(run.text.contains("  quipu \(command) ") || run.text.contains("  quipu \(command)\n"))
  }

  @Test func helpListsTheCommands() throws {
    let text = try Scratch().quipu("--help").text
    for name in ["build", "extract", "annotate", "query", "convert", "stats", "ontology"] {
      #expect(text.contains("\n  \(name) "))
    }
    #expect(!text.contains("dump"))
  }

  @Test(arguments: [("bash", "complete "), ("zsh", "#compdef quipu"), ("fish", "complete -c 'quipu'")])
  func completionScripts(_ shell: String, _ part: String) throws {
    let run = try Scratch().quipu("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.text.contains(part))
  }
}
