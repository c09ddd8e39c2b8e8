import QuipuLanguage

/// An entity or a value as the page shows it.
struct MarkedSpan: Equatable {
  /// Token indexes, half open.
  var tokens: Range<Int>
  /// The class, or the kind of value.
  var label: String
  /// What a value is; nil for an entity.
  var value: String?
}

/// Gives the entities and values of one sentence after the other.
struct SentenceSpans {
  private let spans: [MarkedSpan]
  private var next = 0

  init(_ analysis: Analysis) {
    let entities = analysis.entities.map { MarkedSpan(tokens: $0.tokens, label: $0.label) }
    let values = analysis.values.map {
      let sign = $0.comparator == .exact ? "" : "\($0.comparator.rawValue) "
      return MarkedSpan(tokens: $0.tokens, label: $0.kind.label, value: sign + $0.normalized)
    }
    // Containers before what they contain, of equals the entity first.
    spans = (entities + values).filter { !$0.tokens.isEmpty }.enumerated().sorted { a, b in
      let (x, y) = (a.element.tokens, b.element.tokens)
      if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
      return x.upperBound != y.upperBound ? x.upperBound > y.upperBound : a.offset < b.offset
    }.map(\.element)
  }

  /// Those that lie within the tokens, which must come in rising order.
  mutating func next(within tokens: Range<Int>) -> [MarkedSpan] {
    var found: [MarkedSpan] = []
    while next < spans.count, spans[next].tokens.lowerBound < tokens.upperBound {
      let span = spans[next].tokens
      if span.lowerBound >= tokens.lowerBound, span.upperBound <= tokens.upperBound { found.append(spans[next]) }
      next += 1
    }
    return found
  }
}
