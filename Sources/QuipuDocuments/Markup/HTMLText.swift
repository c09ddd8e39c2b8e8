import CLibXML2
import QuipuCore

/// HTML through libxml2's forgiving parser: the readable text, title and date.
///
/// Events only: no tree is built, so that deep nesting neither overflows the stack nor has to be freed; no address is
/// followed.
enum HTMLText {
  /// `bytes` are UTF-8. Throws when the page holds no readable text, is larger than libxml2 takes (2 GiB),
  /// or would keep it busy for too long.
  static func draft(_ bytes: [UInt8], path: String) throws(DocumentError) -> Draft {
    let collector = HTMLCollector()
    try parse(bytes, path: path, into: collector)
    let text = collector.text()
    if text.isEmpty {
      throw DocumentError(
        .noText, path: path, reason: "holds no readable text",
        advice: "check that the page does not need a script to show it")
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
    let userData = UserData(collector: collector, context: context)
    context.pointee.userData = Unmanaged.passUnretained(userData).toOpaque()
    let options = Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)
    withExtendedLifetime(userData) {
      bytes.withUnsafeBytes { buffer in
        let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        if let document = htmlCtxtReadMemory(context, base, size, nil, "UTF-8", options) { xmlFreeDoc(document) }
      }
    }
    if let place = userData.refusal {
      throw DocumentError(
        .refused, path: path, line: place.line, column: place.column,
        reason: "too many end tags without a start, too deep in unclosed elements", advice: "mend the markup first")
    }
  }

  /// What the callbacks get to see.
  private final class UserData {
    let collector: HTMLCollector
    let context: htmlParserCtxtPtr
    /// Line and column where parsing was stopped.
    private(set) var refusal: (line: Int, column: Int)?
    private var work = 0

    init(collector: HTMLCollector, context: htmlParserCtxtPtr) {
      self.collector = collector
      self.context = context
    }

    /// For each end tag without a start, libxml2 looks through all open elements: a limit keeps that from taking hours.
    func addStrayEndTag(_ error: LibXMLError) {
      work += collector.depth
      guard work > 200_000_000, refusal == nil else { return }
      refusal = (error.line, error.column)
      xmlStopParser(context)
    }
  }

  private static func data(_ pointer: UnsafeMutableRawPointer?) -> UserData? {
    pointer.map { Unmanaged<UserData>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = 0xDEED_BEAF
    handler.startElement = { data, name, attributes in
      HTMLText.data(data)?.collector.start(LibXML.string(name).lowercased(), LibXML.attributes(attributes))
    }
    handler.endElement = { data, name in HTMLText.data(data)?.collector.end(LibXML.string(name)) }
    let characters: charactersSAXFunc = { data, text, count in
      HTMLText.data(data)?.collector.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.cdataBlock = characters
    // Faults of markup are mended by the parser; a handler keeps it from printing them.
    handler.serror = { data, error in
      guard let error, error.pointee.code == XML_ERR_TAG_NAME_MISMATCH.rawValue else { return }
      HTMLText.data(data)?.addStrayEndTag(LibXMLError(error.pointee))
    }
    return handler
  }
}
