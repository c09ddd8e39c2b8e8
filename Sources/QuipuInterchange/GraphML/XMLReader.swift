// `xmlFree` is a variable, which libxml2 sets once when it starts.
@preconcurrency import CLibXML2

/// libxml2's streaming reader on one file: no network, no external entities, libxml2's own limits on depth (256
/// elements), on the length of one text (10 MB) and on the growth of entities.
struct XMLReader: ~Copyable {
  let path: String
  private let reader: xmlTextReaderPtr
  private let descriptor: Int32
  private let problem: XMLProblem

  init(_ path: String) throws(InterchangeError) {
    self.path = path
    // Blanks are kept: at the edge of a chunk libxml2 cannot tell those between elements from those that are data.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
    let descriptor = try InputFile.open(path)
    // The reader leaves the descriptor open when it goes.
    guard let reader = xmlReaderForFd(descriptor, nil, nil, Int32(bitPattern: options)) else {
      InputFile.close(descriptor)
      throw InterchangeError(path: path, reason: "cannot read: no memory for libxml2's reader")
    }
    self.reader = reader
    self.descriptor = descriptor
    problem = XMLProblem()
    xmlTextReaderSetStructuredErrorHandler(
      reader,
      { context, error in
        guard let context, let error else { return }
        Unmanaged<XMLProblem>.fromOpaque(context).takeUnretainedValue().note(
          Int(error.pointee.line), Int(error.pointee.int2), error.pointee.message, error.pointee.level.rawValue)
      }, Unmanaged.passUnretained(problem).toOpaque())
  }

  deinit {
    xmlFreeTextReader(reader)
    InputFile.close(descriptor)
  }

  /// Goes on to the next node; false at the end.
  func next() throws(InterchangeError) -> Bool { try check(xmlTextReaderRead(reader)) }

  /// Goes on to the node after this element, with all that is in it.
  func skip() throws(InterchangeError) -> Bool { try check(xmlTextReaderNext(reader)) }

  private func check(_ result: Int32) throws(InterchangeError) -> Bool {
    if result == 1 { return true }
    if result == 0, !problem.isFatal { return false }
    throw InterchangeError(
      path: path, line: max(1, problem.line), column: max(1, problem.column),
      reason: "no well-formed XML: \(problem.message ?? "the text breaks off")", advice: advice)
  }

  private var advice: String {
    let message = problem.message ?? ""
    if message.contains("depth") { return "elements more than 256 deep are refused" }
    if message.contains("ntity") { return "expand the entities first: xmllint --noent FILE" }
    return "mend the file there, or export it anew"
  }

  /// Of the node that the reader stands on.
  var type: Int32 { xmlTextReaderNodeType(reader) }
  var isEmptyElement: Bool { xmlTextReaderIsEmptyElement(reader) == 1 }
  var node: xmlNodePtr? { xmlTextReaderCurrentNode(reader) }
  var depth: Int32 { xmlTextReaderDepth(reader) }

  /// A string that is the same pointer for the same name in all of this document.
  func interned(_ name: String) -> UnsafePointer<xmlChar>? { xmlTextReaderConstString(reader, name) }

  /// Without prefix, interned.
  var localName: UnsafePointer<xmlChar>? { xmlTextReaderConstLocalName(reader) }

  var namespace: String? { xmlTextReaderConstNamespaceUri(reader).map { String(cString: $0) } }

  /// The value of a text node.
  var value: UnsafePointer<xmlChar>? { xmlTextReaderConstValue(reader) }

  /// The text of an internal entity that holds plain text only; nil for any other, and for names without declaration.
  var plainEntity: String? {
    guard let node, let document = UnsafeMutablePointer<xmlDoc>?(node.pointee.doc), let name = node.pointee.name,
      let entity = xmlGetDocEntity(document, name), entity.pointee.etype == XML_INTERNAL_GENERAL_ENTITY,
      let content = entity.pointee.content
    else { return nil }
    let text = String(cString: content)
    let isPlain = text.utf8.count <= 4096 && !text.utf8.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }
    return isPlain ? text : nil
  }

  /// A fault of the content at the node that the reader stands on, or about there.
  func fault(_ reason: String, _ advice: String) -> InterchangeError {
    // Elements know their lines up to 65,534; the parser is somewhat ahead of the node.
    let known = node.map { Int(xmlGetLineNo($0)) } ?? 0
    let line = known > 0 && known < 65_535 ? known : Int(xmlTextReaderGetParserLineNumber(reader))
    let column = XMLReader.column(of: localName.map { "<" + String(cString: $0) } ?? "<", line: line, path)
    return InterchangeError(path: path, line: line, column: column, reason: reason, advice: advice)
  }
}

extension XMLReader {
  /// Where the element's name first stands in its line, which libxml2 does not keep; 1 when it is not found.
  private static func column(of tag: String, line: Int, _ path: String) -> Int {
    guard path != "-", let bytes = try? InputFile.bytes(path) else { return 1 }
    let lines = bytes.split(separator: 0x0A, maxSplits: line, omittingEmptySubsequences: false)
    guard line >= 1, line <= lines.count else { return 1 }
    let text = lines[line - 1]
    let wanted = Array(tag.utf8)
    let place = text.indices.first { text[$0...].starts(with: wanted) }
    return place.map { $0 - text.startIndex + 1 } ?? 1
  }
}

/// The first error that libxml2 tells of, a fatal one before others; warnings are passed over.
private final class XMLProblem {
  var line = 0
  var column = 0
  var message: String?
  var isFatal = false

  func note(_ line: Int, _ column: Int, _ text: UnsafeMutablePointer<CChar>?, _ level: UInt32) {
    let fatal = level >= XML_ERR_FATAL.rawValue
    guard level >= XML_ERR_ERROR.rawValue, let text, message == nil || fatal && !isFatal else { return }
    self.line = line
    self.column = column
    isFatal = fatal
    message = String(cString: text).split(separator: "\n").first.map(String.init) ?? "unknown error"
  }
}

/// The attributes of one element, straight out of libxml2's tree: no copy until one is wanted.
struct XMLAttributes {
  private let first: UnsafeMutablePointer<xmlAttr>?

  init(_ node: xmlNodePtr?) { first = node?.pointee.properties }

  /// By local name.
  subscript(_ name: StaticString) -> String? {
    var attribute = first
    while let current = attribute {
      if let found = current.pointee.name, matches(found, name) { return XMLAttributes.text(current) }
      attribute = current.pointee.next
    }
    return nil
  }

  private func matches(_ found: UnsafePointer<xmlChar>, _ name: StaticString) -> Bool {
    name.utf8CodeUnitCount == Int(xmlStrlen(found)) && xmlStrncmp(found, name.utf8Start, xmlStrlen(found)) == 0
  }

  private static func text(_ attribute: UnsafeMutablePointer<xmlAttr>) -> String {
    guard let child = attribute.pointee.children else { return "" }
    if child.pointee.next == nil, child.pointee.type == XML_TEXT_NODE {
      return child.pointee.content.map { String(cString: $0) } ?? ""
    }
    // Entities inside: libxml2 puts them together.
    guard let text = xmlNodeListGetString(attribute.pointee.doc, child, 1) else { return "" }
    defer { xmlFree(text) }
    return String(cString: text)
  }
}
