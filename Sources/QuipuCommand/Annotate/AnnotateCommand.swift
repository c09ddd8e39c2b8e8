import ArgumentParser
import Quipu

/// `quipu annotate`: the linguistic analysis of documents.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Prints words, tags, lemmas, dependency trees, names and values.",
    discussion: """
      As CoNLL-U, as JSON Lines with one object a document, or as an HTML page for looking at; the format follows \
      --format, or the extension of --output. Of CoNLL-U among the inputs, the words, sentences and comments are kept, \
      and all else is made anew. English is what it reads; other text is analysed without harm, and noted.

      EXAMPLES
        quipu annotate article.html
        echo 'Ann Lee flew to Oslo on 3 May 2024.' | quipu annotate -
        quipu annotate news/ --format jsonl | jq -r '.entities[] | [.type, .name] | @tsv'
        quipu annotate article.txt -o parse.html
        quipu annotate gold.conllu -o system.conllu
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "The format: conllu, jsonl or html.")
  var format: AnnotationFormat?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where the annotations go; '-' is standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup var model: ModelOptions

  @Flag(help: "conllu: add TokenRange=START:END, in Unicode scalars of the document; jsonl: add sentences and tokens.")
  var tokens = false

  func validate() throws { try OutputPaths.check([output], against: input.inputs) }

  private var writer: any AnnotationWriting {
    switch format ?? AnnotationFormat(path: output) ?? .conllu {
    case .conllu: CoNLLUAnnotationWriter(hasTokenRanges: tokens)
    case .jsonl: AnnotationJSONWriter(hasTokens: tokens)
    case .html: ParsePage()
    }
  }

  func run() async throws {
    Interrupt.protectFiles()
    try OutputPaths.checkFolder(of: output)
    let run = AnnotationRun(input, DocumentAnnotator(Annotator(try model.load())), writer)
    let file = try StreamedOutput(output)
    do {
      try await run.write(to: file)
      if run.documentCount > 0 || output == "-" { try file.commit() } else { file.discard() }
    } catch {
      file.discard()
      throw error
    }
    try run.finish(writing: output != "-")
  }
}

extension AnnotationFormat: ExpressibleByArgument {}
