import QuipuLanguage

/// Which entity and which value each token of a sentence belongs to.
///
/// Goes along with the tokens: ask in rising order. Complexity: O(tokens + spans) over a document.
struct SpanMarks {
  private let entities: [EntitySpan]
  private let values: [NormalizedValue]
  private var entity = 0
  private var value = 0

  init(_ analysis: Analysis) {
    entities = analysis.entities
    values = analysis.values
  }

  /// The entity that covers the token.
  mutating func entity(at token: Int) -> EntitySpan? {
    while entity < entities.count, entities[entity].tokens.upperBound <= token { entity += 1 }
    return entity < entities.count && entities[entity].tokens.contains(token) ? entities[entity] : nil
  }

  /// The value that covers the token.
  mutating func value(at token: Int) -> NormalizedValue? {
    while value < values.count, values[value].tokens.upperBound <= token { value += 1 }
    return value < values.count && values[value].tokens.contains(token) ? values[value] : nil
  }
}

extension NormalizedValue.Kind {
  /// As annotations write it: `Date`, `Money`.
  var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
