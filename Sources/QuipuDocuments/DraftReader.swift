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
