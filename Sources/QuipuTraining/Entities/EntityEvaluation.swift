import QuipuLanguage

/// Right names among found and among true ones.
public struct EntityScore: Sendable, Equatable {
  public var correct = 0
  public var found = 0
  public var expected = 0

  public init() {}

  public var precision: Double { found == 0 ? 0 : Double(correct) / Double(found) }
  public var recall: Double { expected == 0 ? 0 : Double(correct) / Double(expected) }
  public var f1: Double { found + expected == 0 ? 0 : 2 * Double(correct) / Double(found + expected) }
}

extension EntityScore {
  /// F1 in percent with two digits.
  public var text: String { Score("F1", correct: 2 * correct, total: found + expected).text }
}

/// Scores a recognizer on annotated texts: a name is right when tokens and class are.
public struct EntityEvaluation {
  private let recognizer: EntityRecognizer
  private let records: EntityRecords

  public init(_ recognizer: EntityRecognizer, records: EntityRecords) {
    self.recognizer = recognizer
    self.records = records
  }

  /// The names found in a text.
  public func recognize(_ text: AnnotatedText, _ scratch: EntityRecognizer.Scratch) -> [EntitySpan] {
    var spans: [EntitySpan] = []
    records.fill(scratch.text, with: text)
    recognizer.recognize(scratch, into: &spans)
    return spans
  }

  /// By class; only classes that the map knows count.
  public func scores(_ texts: [AnnotatedText], map: EntityMap) -> [(name: String, score: EntityScore)] {
    var scores: [String: EntityScore] = [:]
    var counted: Set<String> = []
    for case .classes(let list) in map.targets.values where list.count == 1 { counted.formUnion(list) }
    if map.keepsNames { counted.formUnion(EntitySource.types(of: texts)) }
    let scratch = EntityRecognizer.Scratch()
    for text in texts {
      var expected: Set<String> = []
      for name in text.names {
        guard case .classes(let list) = map.target(name.type), list.count == 1 else { continue }
        expected.insert("\(name.tokens) \(list[0])")
        scores[list[0], default: EntityScore()].expected += 1
      }
      for span in recognize(text, scratch) {
        let label = !counted.contains(span.label) && PlaceKinds.all.contains(span.label) ? "Place" : span.label
        guard counted.contains(label) else { continue }
        scores[label, default: EntityScore()].found += 1
        if expected.contains("\(span.tokens) \(label)") { scores[label, default: EntityScore()].correct += 1 }
      }
    }
    var all = EntityScore()
    for score in scores.values {
      all.correct += score.correct
      all.found += score.found
      all.expected += score.expected
    }
    return [("all", all)] + scores.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// `uner F1 78.10 Person 83.20 …`.
  public func line(_ source: EntitySource) -> String {
    let scores = scores(source.texts, map: source.map)
    let parts = scores.map { entry in
      entry.name == "all" ? "\(source.name) \(entry.score.text)" : "\(entry.name)\(entry.score.text.dropFirst(2))"
    }
    return parts.joined(separator: " ")
  }
}

extension EntitySource {
  /// The types of all names, sorted.
  public static func types(of texts: [AnnotatedText]) -> [String] {
    Set(texts.flatMap { $0.names.map(\.type) }).sorted()
  }
}
