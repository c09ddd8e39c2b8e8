import QuipuCore

/// Takes the events of an XML parse and keeps what is for reading.
///
/// Elements of unknown names are inline where their parent has text of its own beside them, and blocks elsewhere.
final class XMLCollector {
  private struct Open {
    var isInline: Bool
    var isSkipped: Bool
    var isBody: Bool
    var isTitle: Bool
    var dateRank: Int?
    /// Text of its own has come in the current block.
    var hasText = false
  }

  private(set) var title: String?
  /// Faults, first to last; the first fatal one ends the parse.
  var fault: LibXMLError?
  /// An entity that the document declares and uses.
  private(set) var expandedEntity: String?
  private(set) var notes: [String] = []
  private var declaredEntities: Set<String> = []
  private var blocks = TextBlocks()
  private var open: [Open] = []
  private var skipped = 0
  private var bodies = 0
  /// An unknown element has ended; whether that ends a block depends on what comes next.
  private var awaitsBreak = false
  private var titleCapture: String?
  private var dateCapture = ""
  private var dates: [Int: CivilDate] = [:]

  var date: CivilDate? { dates.min { $0.key < $1.key }?.value }

  func start(_ name: String, dateAttributes: () -> [String]) {
    let layout = XMLElement.layout(name)
    let isInline = layout == .inline || (layout == .unknown && open.last?.hasText == true)
    if !isInline || awaitsBreak { endBlock() }
    let rank = XMLElement.dateRank(name)
    let element = Open(
      isInline: isInline, isSkipped: rank != nil || XMLElement.skipped.contains(name),
      isBody: XMLElement.bodies.contains(name),
      isTitle: title == nil && titleCapture == nil && XMLElement.titles.contains(name),
      dateRank: rank)
    open.append(element)
    if element.isSkipped { skipped += 1 }
    if element.isBody { bodies += 1 }
    if element.isTitle { titleCapture = "" }
    if let rank {
      dateCapture = ""
      for value in dateAttributes() { addDate(value, rank) }
    }
  }

  func end(_ name: String) {
    guard let element = open.popLast() else { return }
    if !element.isInline {
      if XMLElement.layout(name) == .block { endBlock() } else { awaitsBreak = true }
    }
    if element.isSkipped || element.isBody { endBlock() }
    if element.isSkipped { skipped -= 1 }
    if element.isBody { bodies -= 1 }
    if element.isTitle {
      title = titleCapture.flatMap(UTF8Text.cleaned)
      titleCapture = nil
    }
    if let rank = element.dateRank { addDate(dateCapture, rank) }
  }

  func characters(_ characters: UnsafeBufferPointer<UInt8>) {
    let isBlank = UTF8Text.isBlank(characters)
    if titleCapture != nil { titleCapture? += String(decoding: characters, as: UTF8.self) }
    if open.last?.dateRank != nil, dateCapture.utf8.count < 200 {
      dateCapture += String(decoding: characters, as: UTF8.self)
    }
    if !isBlank, !open.isEmpty {
      open[open.count - 1].hasText = true
      awaitsBreak = false
    }
    if skipped == 0 { blocks.append(characters) }
  }

  /// A CDATA section: text, or a piece of HTML, as feeds have it.
  func literal(_ characters: UnsafeBufferPointer<UInt8>) {
    let bytes = Array(characters)
    guard skipped == 0, bytes.firstRange(of: "</", from: 0) != nil || bytes.firstRange(of: "<br", from: 0) != nil,
      let inner = try? HTMLText.draft(bytes, path: "")
    else { return self.characters(characters) }
    endBlock()
    for part in String(decoding: inner.bytes, as: UTF8.self).split(separator: "\n\n") {
      Array(part.utf8).withUnsafeBufferPointer { blocks.appendPreformatted($0) }
      endBlock()
    }
  }

  func declareEntity(_ name: String) { declaredEntities.insert(name) }

  /// True when parsing must stop: entities that a document declares are not expanded.
  func useEntity(_ name: String) -> Bool {
    guard declaredEntities.contains(name) else { return false }
    expandedEntity = expandedEntity ?? name
    return true
  }

  /// A reference to an entity of a document type that is not loaded: HTML's names are known all the same.
  func reference(_ name: String) {
    guard let scalar = CharacterReference.scalar(name) else {
      if notes.count < 20 { notes.append("left out '&\(name);', which only the document type explains") }
      return
    }
    var bytes: [UInt8] = []
    UTF8Text.append(scalar, to: &bytes)
    bytes.withUnsafeBufferPointer { characters($0) }
  }

  private func endBlock() {
    awaitsBreak = false
    blocks.endBlock(.paragraph, bodies > 0 ? .main : [])
    for i in open.indices.suffix(1) { open[i].hasText = false }
  }

  private func addDate(_ text: String, _ rank: Int) {
    if dates[rank] == nil, let date = DateText.field(text) { dates[rank] = date }
  }

  /// The text of the body elements when half of all is in them, otherwise all of it.
  func text() -> [UInt8] {
    endBlock()
    let inBodies = blocks.size { $0.scope.contains(.main) }
    let isOnlyBody = inBodies > 0 && inBodies * 2 >= blocks.size { _ in true }
    return blocks.text { !isOnlyBody || $0.scope.contains(.main) }
  }
}
