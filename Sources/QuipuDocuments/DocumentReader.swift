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

  public init(_ source: DocumentSource, options: ReadingOptions = ReadingOptions()) {
    inputs = source.inputs
    failures = source.failures.reversed()
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
      let file = try FileStream(path: input.path)
      current = try DraftReader.drafts(of: file, path: input.path, format: input.format, options: options)
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

/// Finds the reader for an input.
enum DraftReader {
  /// Unpacks gzip, finds the format when it is not given, and begins to read.
  static func drafts(
    of stream: any ByteStream, path: String, format: DocumentFormat?, options: ReadingOptions
  ) throws(DocumentError) -> any DraftIterator {
    let input = try inflating(PeekableStream(stream), path: path, options: options)
    let head = try input.peek(4096)
    let order = UTF16Reader.byteOrder(of: head)
    let format = format ?? sniff(head, order: order)
    if format.isStreamed, order == nil {
      if head.contains(0) { _ = try TextDecoder(Array(head), path: path) }
      return streamed(input, path: path, format: format, options: options)
    }
    return try whole(input, path: path, format: format, options: options)
  }

  private static func inflating(
    _ input: PeekableStream, path: String, options: ReadingOptions
  ) throws(DocumentError) -> PeekableStream {
    let magic = try input.peek(3)
    if magic.elementsEqual([0x1F, 0x8B, 0x08]) {
      return PeekableStream(try GzipStream(input, path: path, options: options))
    }
    if FileName(path).isGzip, !magic.isEmpty {
      throw DocumentError(
        .malformed, path: path, byteOffset: 0, reason: "is named .gz but holds no gzip data", advice: "rename it")
    }
    return input
  }

  private static func sniff(_ head: ArraySlice<UInt8>, order: UTF16Reader.ByteOrder?) -> DocumentFormat {
    guard let order else { return FormatSniffer.format(of: head) }
    return FormatSniffer.format(of: UTF16Reader(Array(head), order: order).text)
  }

  private static func streamed(
    _ input: any ByteStream, path: String, format: DocumentFormat, options: ReadingOptions
  ) -> any DraftIterator {
    let lines = LineReader(input, path: path, limit: options.maximumTextSize)
    return format == .jsonLines ? JSONLines(lines, path: path) : CoNLLU(lines, path: path)
  }

  private static func whole(
    _ input: any ByteStream, path: String, format: DocumentFormat, options: ReadingOptions
  ) throws(DocumentError) -> any DraftIterator {
    let raw = try input.readAll(path: path, limit: options.maximumTextSize)
    if UTF8Text.isBlank(raw.prefix(1 << 16)), UTF8Text.isBlank(raw) { return DraftList([]) }
    let declared = format == .html ? HTMLCharset.declared : format == .xml ? XMLCharset.declared : nil
    let decoder = try TextDecoder(raw, path: path, declared: declared)
    if format == .json { return try JSONFile.drafts(decoder, path: path, options: options) }
    if format.isStreamed {
      return streamed(MemoryStream(decoder.bytes), path: path, format: format, options: options)
    }
    var draft = try single(decoder.bytes, path: path, format: format)
    draft.notes = decoder.notes + draft.notes
    if draft.date == nil { draft.date = DateLine.date(in: draft.bytes) }
    return DraftList([.success(draft)])
  }

  private static func single(
    _ bytes: consuming [UInt8], path: String, format: DocumentFormat
  ) throws(DocumentError) -> Draft {
    switch format {
    case .markdown: Markdown.draft(bytes)
    case .html: try HTMLText.draft(bytes, path: path)
    case .xml: try XMLText.draft(bytes, path: path)
    default: PlainText.draft(bytes)
    }
  }
}
