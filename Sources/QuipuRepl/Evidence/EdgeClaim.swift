import QuipuGraph

/// One claim of an edge's `claims`, as `quipu build` writes them (Documentation/Repl.md). What is missing is nil.
struct EdgeClaim {
  var quote: String?
  /// The whole sentence, where the graph keeps it.
  var sentence: String?
  var document: String?
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
    attribution = text("attribution")
    polarity = text("polarity")
    modality = text("modality")
    rule = text("rule")
    switch map["confidence"] {
    case .double(let number): confidence = number
    case .int(let number): confidence = Double(number)
    default: break
    }
    if case .int(let start)? = map["sentenceStart"], case .int(let end)? = map["sentenceEnd"], 0 <= start, start <= end
    {
      sentenceRange = Int(start)..<Int(end)
    }
    if case .map(let entries)? = map["qualifiers"] {
      qualifiers = entries.entries.map { ($0.key, GraphText.text($0.value)) }
    }
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
