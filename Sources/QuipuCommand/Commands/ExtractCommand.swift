import ArgumentParser
import Quipu

/// `quipu extract`: claims as JSON Lines.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Prints the claims of each document as one line of JSON.",
    discussion: """
      Entities with their mentions, and relations with evidence, polarity, modality, attribution and qualifiers. \
      Offsets count Unicode scalars of the document's text, end exclusive. The order is that of the inputs sorted by \
      path.

      EXAMPLES
        quipu extract article.html
        quipu extract wires.jsonl.gz -o claims.jsonl
        curl -s https://example.org/article | quipu extract -
        quipu extract news/ | jq '.relations[] | select(.type == "LEADS")'
      """)

  @OptionGroup var input: InputOptions

  @OptionGroup var data: DataOptions

  @OptionGroup var model: ModelOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where the claims go; '-' is standard output.", valueName: "file"))
  var output = "-"

  func validate() throws { try OutputPaths.check([output], against: input.inputs) }

  func run() async throws {
    Interrupt.protectFiles()
    try OutputPaths.checkFolder(of: output)
    let extractor = Extractor(
      resources: try ExtractionResources.load(try data.sources()), model: try model.load())
    let run = ExtractionRun(input)
    let claims = try ClaimsOutput(output)
    do {
      try await run.forEachDocument(extractor) { try claims.write($0) }
      if run.entityCount > 0 || output == "-" { try claims.commit() } else { claims.discard() }
    } catch {
      claims.discard()
      throw error
    }
    try run.finish(writing: output != "-")
  }
}
