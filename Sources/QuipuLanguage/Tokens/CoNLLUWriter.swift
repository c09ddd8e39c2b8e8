import QuipuCore

/// Writes tokens and sentences as CoNLL-U (universaldependencies.org/format.html), columns behind FORM empty.
///
/// Pieces of one word (clitics: 'do' + 'n't') come out as a multiword token over its words, as in the UD treebanks.
public struct CoNLLUWriter {
  private let lexicon = TokenLexicon.shared

  public init() {}

  /// Appends the sentences of one document; ends each with a blank line.
  public func write(
    _ tokens: [Token], _ sentences: [Sentence], text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) {
    for sentence in sentences {
      var k = sentence.tokens.lowerBound
      while k < sentence.tokens.upperBound {
        var end = k + 1
        while end < sentence.tokens.upperBound && isClitic(end, tokens, text) { end += 1 }
        let first = k - sentence.tokens.lowerBound + 1
        let spaceAfter = end >= tokens.count || !tokens[end].isJoined
        if end > k + 1 {
          let whole = tokens[k].range.union(tokens[end - 1].range)
          write("\(first)-\(first + end - k - 1)", text, whole, head: "_", spaceAfter, &output)
        }
        for i in k..<end {
          let id = i - sentence.tokens.lowerBound + 1
          write("\(id)", text, tokens[i].range, head: id == 1 ? "0" : "1", spaceAfter || end > k + 1, &output)
        }
        k = end
      }
      output.append(0x0A)
    }
  }

  private func write(
    _ id: String, _ text: UnsafeBufferPointer<UInt8>, _ range: ByteRange, head: String, _ spaceAfter: Bool,
    _ output: inout [UInt8]
  ) {
    output.append(contentsOf: id.utf8)
    output.append(0x09)
    output.append(contentsOf: text[range.range])
    output.append(contentsOf: "\t_\t_\t_\t_\t\(head)\t\(head == "0" ? "root" : head == "_" ? "_" : "dep")\t_\t".utf8)
    output.append(contentsOf: (spaceAfter ? "_\n" : "SpaceAfter=No\n").utf8)
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
