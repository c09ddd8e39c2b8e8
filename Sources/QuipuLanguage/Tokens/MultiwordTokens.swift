import QuipuCore

/// Tells which tokens together are one written word: 'do' + 'n't', 'Ann' + ''s', 'parents' + ''', 'can' + 'not'.
///
/// The UD treebanks call that a multiword token; its parts are our tokens.
public struct MultiwordTokens: Sendable {
  /// How far back an opening quote is looked for, in tokens.
  private static let quoteReach = 60

  private let lexicon = TokenLexicon.shared

  public init() {}

  /// Whether token `k` goes on the word that token `k - 1` ends. Complexity: O(1).
  public func continues(_ k: Int, _ tokens: [Token], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard k > 0 && tokens[k].isJoined && tokens[k - 1].kind.rawValue <= Token.Kind.number.rawValue else { return false }
    let range = tokens[k].range.range
    switch tokens[k].kind {
    case .word: return isClitic(range, tokens[k - 1].range.range, text)
    case .punctuation: return isPossessive(k, tokens, text)
    default: return false
    }
  }

  /// The token behind the last piece of the word that begins with token `first`, within the sentence.
  public func end(
    of first: Int, in sentence: Sentence, _ tokens: [Token], text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var end = first + 1
    while end < sentence.tokens.upperBound && continues(end, tokens, in: text) { end += 1 }
    return end
  }

  private func isClitic(_ range: Range<Int>, _ before: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = text[range.lowerBound]
    if first == 0x27 || first == 0x60 || first == 0xE2 { return true }
    // "n't", with an apostrophe of one byte or three.
    let isNegation = first | 0x20 == 0x6E && text[range.upperBound - 1] | 0x20 == 0x74
    if isNegation && (range.count == 3 && text[range.lowerBound + 1] == 0x27 || range.count == 5) { return true }
    let cut = lexicon.contractions.value(text, before.lowerBound, range.upperBound) & TokenLexicon.cutMask
    return cut != 0 && Int(cut) == range.count
  }

  /// An apostrophe behind an 's', before the next word, while no single quote is open.
  private func isPossessive(_ k: Int, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isApostrophe(tokens[k], text), text[Int(tokens[k - 1].range.end) - 1] | 0x20 == 0x73 else { return false }
    guard k + 1 < tokens.count && !tokens[k + 1].isJoined && tokens[k + 1].kind.rawValue <= 1 else { return false }
    var i = k - 1
    while i > 0 && i > k - MultiwordTokens.quoteReach {
      i -= 1
      guard isApostrophe(tokens[i], text) else { continue }
      let isOpening = (i == 0 || !tokens[i].isJoined || !isWord(tokens[i - 1])) && tokens[i + 1].isJoined
      return !isOpening
    }
    return true
  }

  private func isWord(_ token: Token) -> Bool { token.kind.rawValue <= Token.Kind.number.rawValue }

  /// Whether the token is one of ', ‘ and ’.
  private func isApostrophe(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.kind == .punctuation else { return false }
    let range = token.range.range
    if range.count == 1 { return text[range.lowerBound] == 0x27 }
    guard range.count == 3, text[range.lowerBound] == 0xE2, text[range.lowerBound + 1] == 0x80 else { return false }
    return text[range.lowerBound + 2] | 1 == 0x99
  }
}
