import ArgumentParser
import Quipu

/// One run over the documents that a user named: reads, annotates, tells what failed.
final class AnnotationRun {
  private let console: Console
  private let options: InputOptions
  private let annotator: DocumentAnnotator
  private let writer: any AnnotationWriting
  /// Documents whose annotations were given out.
  private(set) var documentCount = 0

  init(_ options: InputOptions, _ annotator: DocumentAnnotator, _ writer: any AnnotationWriting) {
    (self.options, self.annotator, self.writer) = (options, annotator, writer)
    console = Console(isQuiet: options.quiet)
  }

  /// What becomes of one document: its annotations as bytes, and what the user should know.
  private struct Page: Sendable {
    var place: String
    var bytes: [UInt8]
    var warnings: [String]
  }

  /// Writes the documents in the order of the inputs sorted by path, whatever the timing.
  func write(to file: StreamedOutput) async throws {
    let source = DocumentSource(options.inputs)
    console.beginProgress(paths: source.inputs.map(\.path))
    defer { console.endProgress() }
    let pipeline = DocumentPipeline(threads: options.threads) { [annotator, writer] document, gold in
      let annotated = annotator.annotate(document, gold: gold)
      var bytes: [UInt8] = []
      writer.write(annotated, into: &bytes)
      return Page(place: document.source ?? document.id, bytes: bytes, warnings: annotator.warnings(annotated))
    }
    try await pipeline.run(DocumentReader(source)) { outcome in
      switch outcome {
      case .failure(let error): console.error(error)
      case .done(let page, let notes, let textBytes):
        for note in (options.verbose ? notes : []) + page.warnings { console.note("\(page.place): \(note)") }
        if documentCount == 0 { try file.write(writer.opening) }
        documentCount += 1
        try file.write(page.bytes)
        console.advance(documents: 1, bytes: textBytes)
      }
    }
    if documentCount > 0 { try file.write(writer.closing) }
    if options.verbose, source.skipped > 0 { console.note("\(source.skipped) files in folders passed over") }
  }

  /// What the exit status says of this run: nothing was annotated, something failed, or all is well.
  /// `writing`: whether there is a file to be written.
  func finish(writing: Bool) throws {
    if documentCount == 0 {
      console.error("nothing was annotated" + (writing ? ", so nothing was written" : ""))
      throw ExitCode.nothingExtracted
    }
    if console.errorCount > 0 { throw ExitCode.failure }
  }
}
