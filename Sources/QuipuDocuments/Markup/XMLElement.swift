/// What the local names of common news and document vocabularies (NITF, NewsML-G2, RSS, Atom, DocBook, TEI, JATS) mean
/// for reading. Names are in lower case; what is not listed is decided by its neighbours.
enum XMLElement {
  enum Layout { case inline, block, unknown }

  static func layout(_ name: String) -> Layout {
    inline.contains(name) ? .inline : blocks.contains(name) ? .block : .unknown
  }

  /// Names whose content says when the text appeared: 0 is the best.
  static func dateRank(_ name: String) -> Int? { dateRanks[name] }

  private static let dateRanks: [String: Int] = [
    "published": 0, "pubdate": 0, "date.issue": 0, "firstcreated": 0, "issued": 0, "story.date": 1, "date": 1,
    "contentcreated": 1, "datecreated": 1, "created": 1, "date.release": 1, "versioncreated": 2, "updated": 3,
    "sent": 3,
    "lastbuilddate": 3, "modified": 3,
  ]

  static let titles: Set<String> = ["title", "headline", "hl1", "article-title"]

  /// Content that is about the text and not of it.
  static let skipped: Set<String> = [
    "guid", "link", "id", "url", "uri", "identifier", "language", "generator", "ttl", "keyword", "keywords", "script",
    "style", "head", "meta", "docdata", "pubdata", "itemmeta", "rightsinfo", "catalogref", "sequence", "priority",
    "revision-history", "identified-content", "header", "newsmanagement", "newsidentifier", "teiheader", "journal-meta",
  ]

  /// Where vocabularies keep the text itself.
  static let bodies: Set<String> = [
    "body", "body.content", "content", "text", "articlebody", "story", "bodytext", "fulltext", "inlinexml",
    "inlinedata",
    "datacontent", "encoded",
  ]

  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "i", "u", "em", "strong", "span", "sub", "sup", "q", "quote", "hi", "ref", "emphasis",
    "bold", "italic", "small", "big", "font", "code", "tt", "ulink", "xref", "ext-link", "foreign", "name", "person",
    "persname", "location", "placename", "org", "orgname", "chron", "event", "num", "money", "frac", "classifier",
    "function", "object.title", "virtloc", "copyrite", "lang", "pronounce", "postaddr", "country", "city", "region",
    "state", "sublocation", "alt-code", "timex3", "w", "c", "rs", "term", "mark",
  ]

  private static let blocks: Set<String> = [
    "p", "para", "div", "section", "sec", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "hedline", "title",
    "headline", "item", "listitem", "li", "ul", "ol", "list", "table", "tr", "row", "abstract", "description", "block",
    "blockquote", "byline", "bytag", "dateline", "body", "body.head", "body.content", "body.end", "entry", "article",
    "document", "doc", "text", "content", "media-caption", "caption", "tagline", "note", "lead", "subtitle", "summary",
    "br",
  ]
}
