import QuipuCore

/// Groups tokens into sentences. The rule-based `RuleSentenceSplitter` is one; a trained one can take its place.
public protocol SentenceSplitting: Sendable {
  /// Sentences in order that together hold every token exactly once.
  func sentences(_ tokens: [Token], in text: UnsafeBufferPointer<UInt8>) -> [Sentence]
}

/// Sentences by rules: final punctuation, blank lines, line breaks, bullets and headings.
///
/// A blank line always ends a sentence. A single line break ends one after final punctuation, before a bullet, and
/// where the line broke although the next word would have fitted (a heading, a list of names); inside hard-wrapped
/// prose it is white space. An abbreviation ends a sentence only before a capitalized word that usually starts one.
/// Closing quotes and brackets belong to the sentence they close. A stretch without any end (a list of ten thousand names)
/// is cut every `longest` tokens, before a blank where there is one: what reads sentences may look at all of one from
/// each of its places, and stays linear in the text. Complexity: O(tokens + bytes of white space).
public struct RuleSentenceSplitter: SentenceSplitting {
  /// The tokens after which a sentence is cut, far beyond those that people write.
  public static let longest = 500

  let lexicon: TokenLexicon

  public init() { lexicon = TokenLexicon.shared }

  public func sentences(_ tokens: [Token], in text: UnsafeBufferPointer<UInt8>) -> [Sentence] {
    var scan = SentenceScan(tokens: tokens, text: text, lexicon: lexicon)
    var judge = RuleJudge()
    scan.run(&judge)
    return scan.sentences
  }
}

/// Decides about boundaries inside lines while a text is scanned.
protocol BoundaryJudging {
  /// Whether a sentence ends before token `k`; `rule` is what the rules say. `mayBeJoined`: final punctuation stands
  /// before it, so that the missing of a blank says nothing.
  mutating func ends(before k: Int, rule: Bool, mayBeJoined: Bool) -> Bool
  /// Token `k` belongs to the sentence at hand.
  mutating func pass(_ k: Int)
  /// A sentence begins with token `k`.
  mutating func close(at k: Int, startsParagraph: Bool)
}

/// The rules by themselves.
struct RuleJudge: BoundaryJudging {
  @inline(__always)
  func ends(before k: Int, rule: Bool, mayBeJoined: Bool) -> Bool { rule }
  @inline(__always)
  func pass(_ k: Int) {}
  @inline(__always)
  func close(at k: Int, startsParagraph: Bool) {}
}
