import CLibXML2
import QuipuCore

/// HTML through libxml2's forgiving parser: the readable text, title and date.
///
/// Events only: no tree is built, so that deep nesting neither overflows the stack nor has to be freed; no address is
/// followed.
enum HTMLText {
  /// `bytes` are UTF-8. Throws when the page holds no readable text or is larger than libxml2 takes (2 GiB).
  static func draft(_ bytes: [UInt8], path: String) throws(DocumentError) -> Draft {
    let collector = HTMLCollector()
    try parse(bytes, path: path, into: collector)
    let text = collector.text()
    if text.isEmpty {
      throw DocumentError(
        .noText, path: path, reason: "holds no readable text", advice: "check that the page does not need a script to show it")
    }
    return Draft(title: collector.metadata.title, date: collector.metadata.date, bytes: text)
  }

  private static func parse(_ bytes: [UInt8], path: String, into collector: HTMLCollector) throws(DocumentError) {
    LibXML.prepare()
    guard let context = htmlNewParserCtxt(), let size = Int32(exactly: bytes.count) else {
      throw DocumentError(.tooLarge, path: path, reason: "is too large for the HTML parser", advice: "split the page")
    }
    defer { htmlFreeParserCtxt(context) }
    context.pointee.sax.pointee = handler
    context.pointee.userData = Unmanaged.passUnretained(collector).toOpaque()
    let options = Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)
    withExtendedLifetime(collector) {
      bytes.withUnsafeBytes { buffer in
        let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        if let document = htmlCtxtReadMemory(context, base, size, nil, "UTF-8", options) { xmlFreeDoc(document) }
      }
    }
  }

  private static func collector(_ data: UnsafeMutableRawPointer?) -> HTMLCollector? {
    data.map { Unmanaged<HTMLCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = 0xDEED_BEAF
    handler.startElement = { data, name, attributes in
      HTMLText.collector(data)?.start(LibXML.string(name).lowercased(), LibXML.attributes(attributes))
    }
    handler.endElement = { data, name in HTMLText.collector(data)?.end(LibXML.string(name)) }
    let characters: charactersSAXFunc = { data, text, count in
      HTMLText.collector(data)?.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.cdataBlock = characters
    // Faults of markup are mended by the parser; a handler keeps it from printing them.
    handler.serror = { _, _ in }
    return handler
  }
}
