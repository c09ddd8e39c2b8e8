import QuipuCore

/// Title and date of an HTML page, from the places where pages keep them.
struct HTMLMetadata {
  private var openGraphTitle: String?
  /// The content of the first `<title>` and the first `<h1>`.
  var titleElement: String?
  var heading: String?
  /// By rank: the lower the better.
  private var dates: [Int: CivilDate] = [:]

  /// The Open Graph title; else `<title>`, shortened to the heading that it begins with ('Heading | Site'); else the
  /// heading.
  var title: String? {
    if let openGraphTitle { return openGraphTitle }
    let heading = heading.flatMap(UTF8Text.cleaned)
    guard let title = titleElement.flatMap(UTF8Text.cleaned) else { return heading }
    if let heading, title.hasPrefix(heading) { return heading }
    return title
  }

  var date: CivilDate? { dates.min { $0.key < $1.key }?.value }

  private static let dateRanks: [String: Int] = [
    "article:published_time": 0, "og:published_time": 0, "datepublished": 1, "date": 2, "pubdate": 2, "publishdate": 2,
    "publish-date": 2, "dc.date": 2, "dc.date.issued": 2, "dcterms.date": 2, "dcterms.issued": 2, "dcterms.created": 2,
    "sailthru.date": 2, "parsely-pub-date": 2, "article.published": 2, "datecreated": 3,
  ]
  private static let structuredDataRank = 1
  private static let timeRank = 4

  mutating func addMeta(_ attributes: [(name: String, value: String)]) {
    guard let content = attributes.first(where: { $0.name == "content" })?.value else { return }
    for (name, value) in attributes where name == "property" || name == "name" || name == "itemprop" {
      let key = value.lowercased()
      if key == "og:title", openGraphTitle == nil { openGraphTitle = UTF8Text.cleaned(content) }
      if let rank = HTMLMetadata.dateRanks[key] { addDate(content, rank: rank) }
    }
  }

  /// `<time datetime="…">`, or any element with `itemprop="datePublished"` and one of these attributes.
  mutating func addTime(_ attributes: [(name: String, value: String)], isTime: Bool) {
    guard let value = attributes.first(where: { $0.name == "datetime" })?.value else { return }
    let isPublished = attributes.contains { $0.name == "itemprop" && $0.value.lowercased() == "datepublished" }
    if isTime || isPublished { addDate(value, rank: isPublished ? 1 : HTMLMetadata.timeRank) }
  }

  /// JSON-LD: the first `"datePublished": "…"`, wherever it is.
  mutating func addStructuredData(_ json: [UInt8]) {
    guard let key = json.firstRange(of: "\"datePublished\"", from: 0) else { return }
    let rest = json[(key + 15)...].drop { ASCII.isSpace($0) || $0 == UInt8(ascii: ":") }
    guard rest.first == UInt8(ascii: "\"") else { return }
    let value = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }.prefix(64)
    addDate(String(decoding: value, as: UTF8.self), rank: HTMLMetadata.structuredDataRank)
  }

  private mutating func addDate(_ text: String, rank: Int) {
    guard dates[rank] == nil, let date = DateText.field(text) else { return }
    dates[rank] = date
  }
}
