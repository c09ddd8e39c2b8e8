import ArgumentParser
import Quipu

/// One run over the documents that a user named: reads, extracts, tells what failed, counts.
final class ExtractionRun {
  let console: Console
  private let options: InputOptions
  private let takesClaimsFromStandardInput: Bool
  /// Documents whose claims were given out.
  private(set) var documentCount = 0
  private(set) var entityCount = 0

  /// What becomes of one document: its claims, and what the user should know of its text.
  private struct ReadDocument: Sendable {
    var claims: DocumentClaims
    var warning: String?
  }

  init(_ options: InputOptions, takesClaimsFromStandardInput: Bool = false) {
    self.options = options
    self.takesClaimsFromStandardInput = takesClaimsFromStandardInput
    console = Console(isQuiet: options.quiet)
  }

  /// Hands the claims of every document to `body`, in the order of the inputs sorted by path, whatever the timing.
  func forEachDocument(_ extractor: Extractor, _ body: (DocumentClaims) throws -> Void) async throws {
    let (claimsFiles, others) = ClaimsFiles.split(
      options.inputs, looksAtStandardInput: takesClaimsFromStandardInput)
    let source = DocumentSource(others)
    console.beginProgress(paths: source.inputs.map(\.path))
    defer { console.endProgress() }
    for path in claimsFiles { try read(path, body) }
    let pipeline = DocumentPipeline(threads: options.threads) { document, _ in
      ReadDocument(claims: extractor.extract(document), warning: LanguageGuess(document).warning(of: document))
    }
    try await pipeline.run(DocumentReader(source)) { outcome in
      switch outcome {
      case .failure(let error): console.error(error)
      case .done(let read, let notes, let bytes):
        if options.verbose { tell(notes, of: read.claims) }
        if let warning = read.warning { console.note("\(place(read.claims)): \(warning)") }
        try give(read.claims, to: body)
        console.advance(documents: 1, bytes: bytes)
      }
    }
    if options.verbose, source.skipped > 0 { console.note("\(source.skipped) files in folders passed over") }
  }

  /// What the exit status says of this run: something failed, nothing was found, or all is well.
  /// `writing`: whether there are files to be written.
  func finish(writing: Bool = true) throws {
    if entityCount == 0 {
      console.error("nothing was extracted" + (writing ? ", so nothing was written" : ""))
      throw ExitCode.nothingExtracted
    }
    if console.errorCount > 0 { throw ExitCode.failure }
  }

  private func read(_ path: String, _ body: (DocumentClaims) throws -> Void) throws {
    for result in try ClaimsReader(ClaimsFiles.bytes(path), source: path == "-" ? "standard input" : path) {
      switch result {
      case .success(let claims): try give(claims, to: body)
      case .failure(let error): console.error(error)
      }
    }
  }

  private func give(_ claims: DocumentClaims, to body: (DocumentClaims) throws -> Void) throws {
    do {
      try body(claims)
      documentCount += 1
      entityCount += claims.entities.count
    } catch let error as AssemblyError {
      console.error(error)
    }
  }

  private func place(_ claims: DocumentClaims) -> String { claims.source ?? claims.id }

  private func tell(_ notes: [String], of claims: DocumentClaims) {
    let place = place(claims)
    for note in notes { console.note("\(place): \(note)") }
    let title = claims.title.map { "'\($0)'" } ?? "unknown"
    console.note("\(place): id '\(claims.id)', title \(title), date \(claims.date ?? "unknown")")
  }
}
