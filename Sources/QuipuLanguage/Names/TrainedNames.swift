/// The names that the trained recognizer found in one document, as the rules write names: without articles and titles.
struct TrainedNames {
  let shapes: TokenShapes
  /// In order, not overlapping.
  private(set) var spans: [EntitySpan]
  /// The index of the span over each token, -1 for none.
  private let spanAt: [Int32]

  /// Classes that the ontology lacks are left out.
  init(shapes: TokenShapes, cues: NameCues) {
    self.shapes = shapes
    spans = shapes.analysis.entities.compactMap { span in
      guard cues.families[span.label] != nil else { return nil }
      let start = span.tokens.first {
        !NameWordSets.the.contains(shapes.keys[$0]) && !cues.honorifics.contains(shapes.analysis.words[$0])
      }
      return start.map { EntitySpan(tokens: $0..<span.tokens.upperBound, label: span.label) }
    }
    var index = [Int32](repeating: -1, count: shapes.analysis.tokens.count)
    for (i, span) in spans.enumerated() { for t in span.tokens { index[t] = Int32(i) } }
    spanAt = index
  }

  /// Gives names the labels of their words, by `TokenShapes.key`, where there is one.
  mutating func relabel(_ labels: [UInt64: String]) {
    for i in spans.indices { spans[i].label = labels[shapes.key(of: spans[i].tokens)] ?? spans[i].label }
  }

  func isFree(_ tokens: Range<Int>) -> Bool { tokens.allSatisfy { spanAt[$0] < 0 } }

  /// The spans that share a token with a name, in order.
  func spans(over tokens: Range<Int>) -> [EntitySpan] {
    var out: [EntitySpan] = []
    var last: Int32 = -1
    for t in tokens where spanAt[t] >= 0 && spanAt[t] != last {
      last = spanAt[t]
      out.append(spans[Int(last)])
    }
    return out
  }
}
