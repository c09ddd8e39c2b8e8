import QuipuCore

/// Finds dates, times, durations, money, percentages, quantities, numbers and ordinals among tokens.
public protocol ValueRecognizing: Sendable {
  /// The values in order of their tokens, none overlapping another.
  ///
  /// - Parameters:
  ///   - tokens: in text order; ranges in bytes of `text`.
  ///   - sentences: half-open token ranges, in order, none overlapping; tokens outside of all are not read.
  ///   - text: the document's UTF-8 bytes.
  ///   - anchor: the document's date, from which 'on Tuesday' and 'last year' count; without it such expressions are
  ///     left out, and a day without a year or a weekday stays as written (`--07-23`, `-W-2`).
  func values(in tokens: [Token], sentences: [Sentence], text: UnsafeBufferPointer<UInt8>, anchor: CivilDate?)
    -> [NormalizedValue]
}

/// Value recognition by grammars of numbers, units and the calendar. Normal forms: `NormalizedValue.Kind`.
///
/// The value's tokens hold its own words: 'since May' and 'a year earlier' whole, but not the words of a bound ('over',
/// 'at least'), which become the comparator. Complexity: linear in the tokens.
public struct RuleValueRecognizer: ValueRecognizing {
  public init() {}

  public func values(
    in tokens: [Token], sentences: [Sentence], text: UnsafeBufferPointer<UInt8>, anchor: CivilDate?
  ) -> [NormalizedValue] {
    var values: [NormalizedValue] = []
    var reference: CalendarForm?
    var age = 0
    var atomizer = ValueAtomizer(text: text)
    for sentence in sentences {
      let range = sentence.tokens.clamped(to: 0..<tokens.count)
      guard !range.isEmpty else { continue }
      atomizer.add(tokens, in: range)
      guard atomizer.canStart else {
        age = min(age + 1, 1000)
        atomizer.reset(atomizer.take())
        continue
      }
      var scanner = ValueScanner(atoms: atomizer.take(), anchor: anchor, reference: reference, referenceAge: age)
      append(scanner.scan(), scanner.atoms, to: &values)
      atomizer.reset(scanner.takeAtoms())
      reference = scanner.reference
      age = min(scanner.referenceAge + 1, 1000)
    }
    return values
  }

  /// From atoms to tokens: a value takes the whole of each token that it touches; where two would share one, the first
  /// keeps it.
  private func append(_ matches: [ValueMatch], _ atoms: [ValueAtom], to values: inout [NormalizedValue]) {
    for match in matches where match.start < match.end && match.end <= atoms.count {
      let tokens = atoms[match.start].token..<(atoms[match.end - 1].lastToken + 1)
      if let last = values.last, last.tokens.upperBound > tokens.lowerBound { continue }
      values.append(
        NormalizedValue(kind: match.kind, tokens: tokens, normalized: match.normalized, comparator: match.comparator))
    }
  }
}
