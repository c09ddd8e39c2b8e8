import CLibXML2
import QuipuCore

/// XML through libxml2: the readable text, title and date of any vocabulary, with those of news known a little better.
///
/// Safe by construction: events only, no tree; no network and no external entity or document type is loaded; of
/// entities only the five predefined ones, character references, and HTML's names for single characters (where a
/// document type is named) are replaced. A document that uses an entity of its own declaring is refused before anything
/// is expanded; nesting beyond libxml2's 256 levels too.
enum XMLText {
  /// `bytes` are UTF-8, whatever the declaration says. Throws on markup that is not well-formed, with line and column.
  static func draft(_ bytes: [UInt8], path: String) throws(DocumentError) -> Draft {
    if FormatSniffer.format(of: bytes) == .html { return try HTMLText.draft(bytes, path: path) }
    let collector = XMLCollector()
    try parse(bytes, path: path, into: collector)
    let text = collector.text()
    if text.isEmpty {
      throw DocumentError(
        .noText, path: path, reason: "holds no readable text", advice: "leave it out, or check its source")
    }
    var draft = Draft(title: collector.title, date: collector.date, bytes: text)
    draft.notes = collector.notes
    return draft
  }

  private static func parse(_ bytes: [UInt8], path: String, into collector: XMLCollector) throws(DocumentError) {
    LibXML.prepare()
    guard let context = xmlNewParserCtxt(), let size = Int32(exactly: bytes.count) else {
      throw DocumentError(.tooLarge, path: path, reason: "is too large for the XML parser", advice: "split the file")
    }
    // In event mode libxml2 keeps entity declarations in a document of its own.
    defer {
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
    context.pointee.sax.pointee = handler
    let userData = UserData(collector: collector, context: context)
    context.pointee.userData = Unmanaged.passUnretained(userData).toOpaque()
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue)
    withExtendedLifetime(userData) {
      bytes.withUnsafeBytes { buffer in
        let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        if let document = xmlCtxtReadMemory(context, base, size, nil, "UTF-8", options) { xmlFreeDoc(document) }
      }
    }
    if let entity = collector.expandedEntity {
      throw DocumentError(
        .refused, path: path, line: userData.place?.line, column: userData.place?.column,
        reason: "uses the entity '\(entity)' that it declares itself; such entities are not expanded",
        advice: "write the text in its place")
    }
    if let error = failure(collector, isComplete: context.pointee.wellFormed == 1, path: path) { throw error }
  }

  private static func failure(_ collector: XMLCollector, isComplete: Bool, path: String) -> DocumentError? {
    let fault = collector.fault
    if let fault, fault.message.hasPrefix("Excessive depth") {
      return DocumentError(
        .refused, path: path, line: fault.line, column: fault.column, reason: "elements are nested more than 256 deep",
        advice: "flatten the markup")
    }
    guard !isComplete else { return nil }
    return DocumentError(
      .malformed, path: path, line: fault?.line, column: fault?.column,
      reason: "is no well-formed XML: \(fault?.message ?? "the parser stopped")",
      advice: "correct the markup, or name the file .html if it is HTML")
  }

  /// What the callbacks get to see.
  private final class UserData {
    let collector: XMLCollector
    let context: xmlParserCtxtPtr
    /// Line and column where parsing was stopped.
    var place: (line: Int, column: Int)?

    init(collector: XMLCollector, context: xmlParserCtxtPtr) {
      self.collector = collector
      self.context = context
    }

    /// Outside the document type, where declarations may mention one another.
    func usesEntity(_ name: String) -> Bool {
      guard context.pointee.inSubset == 0, collector.useEntity(name) else { return false }
      place = (Int(xmlSAX2GetLineNumber(context)), Int(xmlSAX2GetColumnNumber(context)))
      return true
    }
  }

  private static func data(_ pointer: UnsafeMutableRawPointer?) -> UserData? {
    pointer.map { Unmanaged<UserData>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func lowered(_ name: UnsafePointer<xmlChar>?) -> String { LibXML.string(name).lowercased() }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = 0xDEED_BEAF
    handler.startElementNs = { data, name, _, _, _, _, count, _, attributes in
      XMLText.data(data)?.collector.start(XMLText.lowered(name)) { XMLText.dateValues(attributes, Int(count)) }
    }
    handler.endElementNs = { data, name, _, _ in XMLText.data(data)?.collector.end(XMLText.lowered(name)) }
    let characters: charactersSAXFunc = { data, text, count in
      XMLText.data(data)?.collector.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.cdataBlock = { data, text, count in
      XMLText.data(data)?.collector.literal(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    addEntityHandlers(to: &handler)
    handler.serror = { data, error in
      guard let data = XMLText.data(data), let error, data.collector.fault == nil,
        error.pointee.level == XML_ERR_FATAL
      else { return }
      data.collector.fault = LibXMLError(error.pointee)
    }
    return handler
  }

  private static func addEntityHandlers(to handler: inout xmlSAXHandler) {
    handler.entityDecl = { data, name, _, _, _, _ in
      XMLText.data(data)?.collector.declareEntity(LibXML.string(name))
    }
    handler.getEntity = { data, name in
      if let data = XMLText.data(data), data.usesEntity(LibXML.string(name)) { xmlStopParser(data.context) }
      return nil
    }
    handler.reference = { data, name in XMLText.data(data)?.collector.reference(LibXML.string(name)) }
  }

  /// The values of the attributes that date an element. The list holds name, prefix, URI, begin and end of the value.
  private static func dateValues(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int) -> [String] {
    guard let list else { return [] }
    return (0..<count).compactMap { i in
      guard ["norm", "value", "datetime", "when", "iso"].contains(lowered(list[i * 5])), let begin = list[i * 5 + 3],
        let end = list[i * 5 + 4]
      else { return nil }
      return String(decoding: UnsafeBufferPointer(start: begin, count: end - begin), as: UTF8.self)
    }
  }
}
