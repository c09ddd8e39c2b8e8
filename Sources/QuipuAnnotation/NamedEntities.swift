import QuipuCore
import QuipuLanguage

/// The recognized names of a document, those that are spelled alike and of one class taken together.
struct NamedEntities {
  struct Entity {
    /// `e1`, `e2`, … in the order of first mentions.
    var id: String
    var type: String
    /// As first spelled, with single blanks for white space.
    var name: String
    /// Token spans, in order.
    var mentions: [Range<Int>]
  }

  private(set) var entities: [Entity] = []

  /// Complexity: O(bytes of the names), expected.
  init(_ annotated: AnnotatedDocument) {
    // Keys by bytes: strings would also be alike by canonical equivalence.
    var places: [[UInt8]: Int] = [:]
    for span in annotated.analysis.entities where !span.tokens.isEmpty {
      let name = NamedEntities.name(annotated.document.text(annotated.range(span.tokens)))
      let key = Array(span.label.utf8) + [0] + Array(name.utf8)
      if let place = places[key] {
        entities[place].mentions.append(span.tokens)
      } else {
        places[key] = entities.count
        entities.append(
          Entity(id: "e\(entities.count + 1)", type: span.label, name: name, mentions: [span.tokens]))
      }
    }
  }

  private static func name(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }
}
