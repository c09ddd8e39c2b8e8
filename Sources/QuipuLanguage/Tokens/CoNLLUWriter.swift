import QuipuCore

/// Writes tokens and sentences as CoNLL-U (universaldependencies.org/format.html), columns behind FORM empty.
///
/// Pieces of one word (clitics: 'do' + 'n't') come out as a multiword token over its words, as in the UD treebanks.
public struct CoNLLUWriter {
  private let multiwords = MultiwordTokens()

  public init() {}

  /// Appends the sentences of one document; ends each with a blank line.
  public func write(
    _ tokens: [Token], _ sentences: [Sentence], text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) {
    for sentence in sentences {
      var k = sentence.tokens.lowerBound
      while k < sentence.tokens.upperBound {
        var end = k + 1
        while end < sentence.tokens.upperBound && multiwords.continues(end, tokens, in: text) { end += 1 }
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
}
