/// Takes the events of an HTML parse and keeps what is for reading.
///
/// Every open element costs two bytes; nothing recurses, so that nesting may go as deep as it likes.
final class HTMLCollector {
  private(set) var metadata = HTMLMetadata()
  private var blocks = TextBlocks()
  private var open: [HTMLElement] = []
  private var skipped = 0
  private var preformatted = 0
  private var articles = 0
  private var mains = 0
  private var forms = 0
  /// A list item has begun and its first characters have not come yet.
  private var awaitsMarker = false
  private var kind = TextBlocks.Kind.paragraph
  private var titleCapture: String?
  private var headingCapture: String?
  private var structuredData: [UInt8]?

  /// The number of open elements.
  var depth: Int { open.count }

  func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    var element = HTMLElement(name: name)
    if HTMLElement.isHidden(attributes) { element.insert(.skipped) }
    if name == "meta" { metadata.addMeta(attributes) }
    metadata.addTime(attributes, isTime: name == "time")
    if element.contains(.block) { endBlock() }
    open.append(element)
    count(element, by: 1)
    if element.contains(.item) { awaitsMarker = true }
    if element.contains(.lineBreak), skipped == 0 { blocks.breakLine() }
    if element.contains(.cell), skipped == 0, !blocks.isAtStart { separateCell() }
    if element.contains(.title), metadata.titleElement == nil { titleCapture = "" }
    if element.contains(.heading), metadata.heading == nil { headingCapture = "" }
    if element.contains(.data), attributes.contains(where: { $0.name == "type" && $0.value.contains("ld+json") }) {
      structuredData = []
    }
  }

  func end(_ name: String) {
    guard let element = open.popLast() else { return }
    if element.contains(.row) { kind = .row }
    if element.contains(.block) { endBlock() }
    if element.contains(.item) { awaitsMarker = false }
    count(element, by: -1)
    if element.contains(.title), let text = titleCapture {
      metadata.titleElement = text
      titleCapture = nil
    }
    if element.contains(.heading), let text = headingCapture {
      metadata.heading = text
      headingCapture = nil
    }
    if element.contains(.data), let json = structuredData {
      metadata.addStructuredData(json)
      structuredData = nil
    }
  }

  func characters(_ characters: UnsafeBufferPointer<UInt8>) {
    if titleCapture != nil { titleCapture? += String(decoding: characters, as: UTF8.self) }
    if headingCapture != nil { headingCapture? += String(decoding: characters, as: UTF8.self) }
    structuredData?.append(contentsOf: characters)
    guard skipped == 0 else { return }
    if awaitsMarker, !UTF8Text.isBlank(characters) {
      awaitsMarker = false
      kind = .item
      blocks.append("- ")
    }
    if preformatted > 0 { blocks.appendPreformatted(characters) } else { blocks.append(characters) }
  }

  private func separateCell() {
    [0x09].withUnsafeBufferPointer { blocks.appendPreformatted($0) }
  }

  private func endBlock() {
    var scope: TextBlocks.Scope = []
    if articles > 0 { scope.insert(.article) }
    if mains > 0 { scope.insert(.main) }
    if forms > 0 { scope.insert(.form) }
    blocks.endBlock(preformatted > 0 && kind == .paragraph ? .preformatted : kind, scope)
    kind = .paragraph
  }

  private func count(_ element: HTMLElement, by step: Int) {
    if element.contains(.skipped) { skipped += step }
    if element.contains(.preformatted) { preformatted += step }
    if element.contains(.article) { articles += step }
    if element.contains(.main) { mains += step }
    if element.contains(.form) { forms += step }
  }

  /// The text: of `<article>`, or else of `<main>`, when half of all is in it; otherwise all. What is in forms is left
  /// out, unless it is nearly everything: some pages are one form.
  func text() -> [UInt8] {
    endBlock()
    let outside = blocks.size { !$0.scope.contains(.form) }
    let keepsForms = blocks.size { _ in true } > 10 * outside
    let isShown: (TextBlocks.Block) -> Bool = { keepsForms || !$0.scope.contains(.form) }
    let total = blocks.size(where: isShown)
    for scope in [TextBlocks.Scope.article, .main] {
      let isInside: (TextBlocks.Block) -> Bool = { isShown($0) && $0.scope.contains(scope) }
      let size = blocks.size(where: isInside)
      if size > 0, size * 2 >= total { return blocks.text(where: isInside) }
    }
    return blocks.text(where: isShown)
  }
}
