import CLibXML2

/// libxml2's text writer over an `OutputSink`. Errors show at the sink.
struct XMLWriter: ~Copyable {
  private let writer: xmlTextWriterPtr

  init(_ sink: OutputSink) throws(InterchangeError) {
    let context = Unmanaged.passUnretained(sink).toOpaque()
    let buffer = xmlOutputBufferCreateIO(
      { context, bytes, count in
        guard let context, let bytes, count > 0 else { return 0 }
        let sink = Unmanaged<OutputSink>.fromOpaque(context).takeUnretainedValue()
        let raw = UnsafeRawBufferPointer(start: bytes, count: Int(count))
        sink.write(raw.bindMemory(to: UInt8.self))
        return sink.failure == 0 ? count : -1
      }, nil, context, nil)
    guard let buffer, let writer = xmlNewTextWriter(buffer) else {
      throw InterchangeError(path: sink.path, reason: "cannot write: no memory for libxml2's writer")
    }
    self.writer = writer
    xmlTextWriterSetIndent(writer, 1)
    xmlTextWriterSetIndentString(writer, " ")
  }

  deinit { xmlFreeTextWriter(writer) }

  func startDocument() { xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil) }
  func start(_ name: String) { xmlTextWriterStartElement(writer, name) }
  func end() { xmlTextWriterEndElement(writer) }
  func attribute(_ name: String, _ value: String) { xmlTextWriterWriteAttribute(writer, name, value) }
  func text(_ text: String) { xmlTextWriterWriteString(writer, text) }
  func flush() { xmlTextWriterFlush(writer) }

  /// Closes all open elements and flushes.
  func endDocument() { xmlTextWriterEndDocument(writer) }
}
