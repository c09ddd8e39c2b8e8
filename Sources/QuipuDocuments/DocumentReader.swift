import QuipuCore

/// What became of one document.
public enum ReadOutcome: Sendable {
  /// `gold` is there when the input brings tokens and sentences along; `notes` say what was assumed or repaired.
  case document(Document, gold: GoldTokens?, notes: [String])
  case failure(DocumentError)
}

/// Reads the documents of a source one at a time, in the source's order.
///
/// A document that cannot be read becomes a failure, and reading goes on with the next one. At most one document (of
/// JSON Lines: one line; of CoNLL-U: one document's lines) is in memory. Not for use by several threads at once.
public final class DocumentReader: Sequence, IteratorProtocol {
  private let inputs: [DocumentSource.Input]
  private let options: ReadingOptions
  private var failures: [DocumentError]
  private var position = 0
  private var current: (any DraftIterator)?
  private var currentHasDocument = false
  /// Where each id was first given out.
  private var places: [String: String] = [:]

  /// Bytes to read in place of the only input's file.
  private let memory: [UInt8]?

  public init(_ source: DocumentSource, options: ReadingOptions = ReadingOptions()) {
    inputs = source.inputs
    failures = source.failures.reversed()
    memory = nil
    self.options = options
  }

  /// Reads bytes as if they were the file of that name: its extension tells the format, or else the bytes do.
  public init(bytes: [UInt8], path: String, options: ReadingOptions = ReadingOptions()) {
    let name = FileName(path)
    inputs = [DocumentSource.Input(path: path, id: name.stem, format: name.format)]
    failures = []
    memory = bytes
    self.options = options
  }

  /// The next document or failure; nil at the end. Failures of the source itself come first.
  public func next() -> ReadOutcome? {
    if let failure = failures.popLast() { return .failure(failure) }
    while position < inputs.count {
      let input = inputs[position]
      if current == nil { open(input) }
      if let result = current?.next() {
        currentHasDocument = true
        return outcome(result, of: input)
      }
      current = nil
      position += 1
      if !currentHasDocument { return .failure(DocumentReader.noText(input.path)) }
    }
    return nil
  }

  private func open(_ input: DocumentSource.Input) {
    currentHasDocument = false
    do throws(DocumentError) {
      let stream: any ByteStream
      if let memory { stream = MemoryStream(memory) } else { stream = try FileStream(path: input.path) }
      current = try DraftReader.drafts(of: stream, path: input.path, format: input.format, options: options)
    } catch {
      current = DraftList([.failure(error)])
    }
  }

  private func outcome(_ result: Result<Draft, DocumentError>, of input: DocumentSource.Input) -> ReadOutcome {
    switch result {
    case .failure(let error): return .failure(error)
    case .success(let draft):
      let id = draft.id ?? input.id + (draft.number.map { "#\($0)" } ?? "")
      if UTF8Text.isBlank(draft.bytes) { return .failure(DocumentReader.noText(input.path, line: draft.line)) }
      let place = DocumentError(.duplicateID, path: input.path, line: draft.line, reason: "", advice: "").place
      if let first = places[id] {
        return .failure(
          DocumentError(
            .duplicateID, path: input.path, line: draft.line,
            reason: "the document id '\(id)' was given before, at \(first)", advice: "give one of them another id"))
      }
      places[id] = place
      let document = Document(
        id: id, title: draft.title, date: draft.date, source: draft.source ?? input.path, bytes: draft.bytes)
      return .document(document, gold: draft.gold, notes: draft.notes)
    }
  }

  private static func noText(_ path: String, line: Int? = nil) -> DocumentError {
    DocumentError(.noText, path: path, line: line, reason: "holds no text", advice: "leave it out, or check its source")
  }
}
