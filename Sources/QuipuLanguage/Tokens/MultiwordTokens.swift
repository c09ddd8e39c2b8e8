/// Which tokens are pieces of one word: 'do' and 'n't', 'Ann' and ''s', as the multiword tokens of the UD treebanks of
/// English have them.
public struct MultiwordTokens: Sendable {
  private let lexicon = TokenLexicon.shared

  public init() {}

  /// The token behind the last piece of the word that begins with token `first`, within the sentence.
  public func end(
    of first: Int, in sentence: Sentence, _ tokens: [Token], text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var end = first + 1
    while end < sentence.tokens.upperBound && isClitic(end, tokens, text) { end += 1 }
    return end
  }

  /// Whether token `k` is the second piece of a word: joined to a word, and an apostrophe with a clitic or a bare one
  /// behind an 's', or the end of a contraction.
  private func isClitic(_ k: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard tokens[k].isJoined && tokens[k - 1].kind.rawValue <= Token.Kind.number.rawValue else { return false }
    let range = tokens[k].range.range
    if tokens[k].kind == .word { return isWordClitic(range, tokens[k - 1].range.range, text) }
    guard tokens[k].kind == .punctuation, text[Int(tokens[k - 1].range.end) - 1] | 0x20 == 0x73 else { return false }
    let isApostrophe = range.count == 1 && text[range.lowerBound] == 0x27
    return isApostrophe && k + 1 < tokens.count && !tokens[k + 1].isJoined && tokens[k + 1].kind == .word
  }

  private func isWordClitic(_ range: Range<Int>, _ before: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = text[range.lowerBound]
    if first == 0x27 || first == 0x60 || first == 0xE2 { return true }
    // "n't", with an apostrophe of one byte or three.
    let isNegation = first | 0x20 == 0x6E && text[range.upperBound - 1] | 0x20 == 0x74
    if isNegation && (range.count == 3 && text[range.lowerBound + 1] == 0x27 || range.count == 5) { return true }
    return Int(lexicon.contractions.value(text, before.lowerBound, range.upperBound)) == range.count
  }
}
