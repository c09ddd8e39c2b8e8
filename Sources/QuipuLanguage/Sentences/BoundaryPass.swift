import QuipuCore

/// Decides about one possible boundary by its features: the trained weights, or what trains them.
public protocol BoundaryDeciding {
  /// Whether a sentence ends before token `k`. The features are hashes, at most 48. `afterFinal`: final punctuation
  /// stands before it, perhaps with quotes or brackets closed behind.
  mutating func isBoundary(_ features: UnsafePointer<UInt32>, count: Int, before k: Int, afterFinal: Bool) -> Bool
}

/// One pass of the sentence model over the tokens of a document, for use and for training alike.
public enum BoundaryPass {
  /// The sentences as `decider` wants them within what the rules for lines leave open. Complexity: O(tokens + bytes).
  public static func sentences<Decider: BoundaryDeciding>(
    _ tokens: [Token], in text: UnsafeBufferPointer<UInt8>, records: BoundaryRecords, decider: inout Decider
  ) -> [Sentence] {
    let lexicon = TokenLexicon.shared
    records.fill(tokens, in: text, layout: LineLayout(tokens: tokens, text: text))
    var scan = SentenceScan(tokens: tokens, text: text, lexicon: lexicon)
    records.withStorage { storage in
      var judge = LinearJudge(
        records: records, storage: storage, tokens: tokens, text: text, lexicon: lexicon, decider: decider)
      scan.run(&judge)
      decider = judge.decider
    }
    return scan.sentences
  }
}

/// Makes the features of each gap that may be a boundary and asks the decider.
private struct LinearJudge<Decider: BoundaryDeciding>: BoundaryJudging {
  let records: BoundaryRecords
  /// The first token's record; before and behind it lies the margin.
  let storage: UnsafePointer<BoundaryRecords.Record>
  let tokens: [Token]
  let text: UnsafeBufferPointer<UInt8>
  let lexicon: TokenLexicon
  var decider: Decider
  var state = BoundaryState()
  /// How informal the document is, and whether it is mail.
  private let document: UInt32
  private let features: UnsafeMutablePointer<UInt32>

  init(
    records: BoundaryRecords, storage: UnsafePointer<BoundaryRecords.Record>, tokens: [Token],
    text: UnsafeBufferPointer<UInt8>, lexicon: TokenLexicon, decider: Decider
  ) {
    (self.records, self.storage, self.tokens) = (records, storage, tokens)
    (self.text, self.lexicon, self.decider) = (text, lexicon, decider)
    document = records.informality | (records.hasAddresses ? 32 : 0)
    features = records.features
  }

  @inline(__always)
  mutating func ends(before k: Int, rule: Bool, mayBeJoined: Bool) -> Bool {
    let (before, next) = (storage[k - 1], storage[k])
    guard !next.isJoined || mayBeJoined else { return false }
    // Words and numbers before a word in small letters: never.
    let lower = BoundaryClass.lower.rawValue
    guard next.kind != lower || before.kind > BoundaryClass.number.rawValue || before.kind > lower && mayBeJoined
    else { return false }
    let count = BoundaryTemplates.write(
      storage + k, state, k, records, document: document, rule: rule, lexicon: abbreviation(before, k), into: features)
    return decider.isBoundary(features, count: count, before: k, afterFinal: mayBeJoined)
  }

  /// What the word tables say of an abbreviation before token `k`, and of the word that it is.
  private func abbreviation(_ before: BoundaryRecords.Record, _ k: Int) -> UInt32 {
    guard before.kind == BoundaryClass.abbreviation.rawValue else { return 0 }
    let last = tokens[k - 1].range.range
    let value = lexicon.abbreviations.value(text, last.lowerBound, last.upperBound - 1)
    let word = tokens[k].range.range
    let starts = lexicon.sentenceStarters.value(text, word.lowerBound, word.upperBound) != 0
    return UInt32(value & 15) << 1 | (starts ? 1 : 0) | 32
  }

  @inline(__always)
  mutating func pass(_ k: Int) { state.pass(storage[k]) }

  @inline(__always)
  mutating func close(at k: Int, startsParagraph: Bool) { state.close(at: k, startsParagraph: startsParagraph) }
}
