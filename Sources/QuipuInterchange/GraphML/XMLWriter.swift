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
        // A failure is the sink's to tell: libxml2 would print it.
        return count
      }, nil, context, nil)
    guard let buffer, let writer = xmlNewTextWriter(buffer) else {
      throw InterchangeError(path: sink.path, reason: "cannot write: no memory for libxml2's writer")
    }
    self.writer = writer
  }

  deinit { xmlFreeTextWriter(writer) }

  func startDocument() { xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil) }
  func lineBreak() { xmlTextWriterWriteRaw(writer, "\n") }
  func start(_ name: String) { xmlTextWriterStartElement(writer, name) }
  func end() { xmlTextWriterEndElement(writer) }
  func attribute(_ name: String, _ value: String) { xmlTextWriterWriteAttribute(writer, name, value) }

  /// Escaped here, since libxml2 also writes each quote as an entity, of which JSON in data has many.
  func text(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if bytes.contains(where: { XMLWriter.entity($0) != nil }) {
        writeEscaped(bytes)
      } else {
        write(bytes)
      }
    }
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    xmlTextWriterWriteRawLen(writer, base, Int32(clamping: bytes.count))
  }

  private func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 32)
    for byte in bytes {
      if let entity = XMLWriter.entity(byte) {
        entity.withUTF8Buffer { out.append(contentsOf: $0) }
      } else {
        out.append(byte)
      }
    }
    out.withUnsafeBufferPointer { write($0) }
  }

  /// A carriage return as it stands would be read as a line feed (XML 1.0, section 2.11).
  private static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case 0x0D: "&#13;"
    default: nil
    }
  }

  func flush() { xmlTextWriterFlush(writer) }

  /// Closes all open elements and flushes.
  func endDocument() { xmlTextWriterEndDocument(writer) }
}
