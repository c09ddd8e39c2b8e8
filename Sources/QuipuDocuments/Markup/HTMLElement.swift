/// What an HTML element means for reading: bits, since one is kept for every open element.
struct HTMLElement: OptionSet {
  let rawValue: UInt16
  /// Its content is not for reading.
  static let skipped = HTMLElement(rawValue: 1)
  static let block = HTMLElement(rawValue: 2)
  static let item = HTMLElement(rawValue: 4)
  static let row = HTMLElement(rawValue: 8)
  static let cell = HTMLElement(rawValue: 16)
  static let preformatted = HTMLElement(rawValue: 32)
  static let article = HTMLElement(rawValue: 64)
  static let main = HTMLElement(rawValue: 128)
  static let form = HTMLElement(rawValue: 256)
  static let title = HTMLElement(rawValue: 512)
  static let heading = HTMLElement(rawValue: 1024)
  static let data = HTMLElement(rawValue: 2048)
  static let lineBreak = HTMLElement(rawValue: 4096)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// By its name in lower case; empty for inline and unknown elements.
  init(name: String) { self = HTMLElement.byName[name] ?? [] }

  private static let byName: [String: HTMLElement] = {
    var table: [String: HTMLElement] = [
      "li": [.block, .item], "tr": [.block, .row], "td": .cell, "th": .cell, "pre": [.block, .preformatted],
      "article": [.block, .article], "main": [.block, .main], "form": [.block, .form], "title": [.skipped, .title],
      "h1": [.block, .heading], "script": [.skipped, .data], "br": .lineBreak,
    ]
    let skipped = [
      "style", "nav", "header", "footer", "aside", "noscript", "template", "svg", "math", "iframe", "object", "button",
      "select", "textarea", "canvas", "audio", "video", "map", "dialog", "menu",
    ]
    for name in skipped { table[name] = [.block, .skipped] }
    let blocks = [
      "p", "div", "section", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "blockquote", "table", "thead",
      "tbody", "tfoot", "caption", "figure", "figcaption", "address", "details", "summary", "fieldset", "legend", "hr",
      "body", "html", "head", "center", "hgroup", "search",
    ]
    for name in blocks { table[name] = .block }
    return table
  }()

  /// True when attributes say that the element is not shown or is no content.
  static func isHidden(_ attributes: [(name: String, value: String)]) -> Bool {
    attributes.contains { name, value in
      switch name {
      case "hidden": true
      case "role": ["navigation", "banner", "contentinfo", "search", "complementary"].contains(value.lowercased())
      default: false
      }
    }
  }
}
