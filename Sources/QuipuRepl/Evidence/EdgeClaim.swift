import QuipuGraph

/// One claim of an edge's `claims`, as `quipu build` writes them (Documentation/Repl.md). What is missing is nil.
struct EdgeClaim {
  var quote: String?
  /// The whole sentence, where the graph keeps it.
  var sentence: String?
  var document: String?
  var documentTitle: String?
  var documentDate: String?
  /// Where the sentence names its subject and object, in Unicode scalars of the sentence; empty where that is not known.
  var ends: [Range<Int>] = []
  /// Unicode scalars of the document's text, half-open.
  var sentenceRange: Range<Int>?
  var attribution: String?
  var polarity: String?
  var modality: String?
  var confidence: Double?
  var rule: String?
  var qualifiers: [(name: String, value: String)] = []

  init(_ map: PropertyMap) {
    func text(_ key: String) -> String? {
      guard case .string(let text)? = map[key] else { return nil }
      return text
    }
    quote = text("quote")
    sentence = text("sentence")
    document = text("document")
    documentTitle = text("documentTitle")
    documentDate = text("documentDate")
    attribution = text("attribution")
    polarity = text("polarity")
    modality = text("modality")
    rule = text("rule")
    switch map["confidence"] {
    case .double(let number): confidence = number
    case .int(let number): confidence = Double(number)
    default: break
    }
    sentenceRange = EdgeClaim.range(map["sentenceStart"], map["sentenceEnd"])
    if let sentence, let range = sentenceRange, sentence.unicodeScalars.count == range.count {
      ends = ["subject", "object"].compactMap { EdgeClaim.place(map[$0], in: range) }
    }
    if case .map(let entries)? = map["qualifiers"] {
      qualifiers = entries.entries.map { ($0.key, GraphText.text($0.value)) }
    }
  }

  private static func range(_ start: PropertyValue?, _ end: PropertyValue?) -> Range<Int>? {
    guard case .int(let start)? = start, case .int(let end)? = end, 0 <= start, start <= end else { return nil }
    return Int(start)..<Int(end)
  }

  /// `[start, end]` in the document as a place in the sentence.
  private static func place(_ value: PropertyValue?, in sentence: Range<Int>) -> Range<Int>? {
    guard case .list(let bounds)? = value, bounds.count == 2, let range = range(bounds[0], bounds[1]),
      sentence.lowerBound <= range.lowerBound, range.upperBound <= sentence.upperBound, !range.isEmpty
    else { return nil }
    return range.lowerBound - sentence.lowerBound..<range.upperBound - sentence.lowerBound
  }

  /// Those of an edge, in the order kept; empty for an edge of another origin.
  static func all(of edge: EdgeID, in graph: PropertyGraph) -> [EdgeClaim] {
    guard case .list(let values)? = graph.property("claims", of: edge) else { return [] }
    return values.compactMap { value in
      guard case .map(let map) = value else { return nil }
      return EdgeClaim(map)
    }
  }
}
