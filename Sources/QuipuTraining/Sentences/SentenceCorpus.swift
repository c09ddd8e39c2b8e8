import QuipuCore
import QuipuLanguage

/// Raw documents cut into tokens, with the places where their sentences begin by a treebank of the same texts.
public struct SentenceCorpus: Sendable {
  public struct Text: Sendable {
    public var bytes: [UInt8]
    public var tokens: [Token]
    /// Per token whether a sentence begins with it.
    public var starts: [Bool]
    /// Sentences of the treebank, those among them included that begin inside a token of ours.
    public var sentences: Int
  }

  public private(set) var texts: [Text] = []

  public init() {}

  /// A corpus of some texts, such as a part of another.
  public init(_ texts: [Text]) { self.texts = texts }

  /// Adds documents and the treebank made of them: the same characters in the same order, white space apart, by which
  /// they are aligned. Throws where they differ. `path` is the documents' name for errors. Complexity: O(bytes).
  public mutating func add(documents: [[UInt8]], treebank: [[UInt8]], path: String) throws(TrainingError) {
    let tokenizer = RuleTokenizer()
    let all = treebank.flatMap { $0 }
    var ends = treebank.map(\.count).makeIterator()
    var (place, nextStart) = (0, 0)
    for (number, bytes) in documents.enumerated() {
      let tokens = bytes.withUnsafeBufferPointer { tokenizer.tokenize($0) }
      var text = Text(bytes: bytes, tokens: tokens, starts: [], sentences: 0)
      for token in tokens {
        while nextStart < place {
          nextStart += ends.next() ?? Int.max / 2
          text.sentences += 1
        }
        text.starts.append(nextStart == place)
        if nextStart == place {
          nextStart += ends.next() ?? Int.max / 2
          text.sentences += 1
        }
        let range = token.range.range
        guard all.count - place >= range.count, all[place..<place + range.count] == bytes[range] else {
          throw TrainingError(
            path: path, reason: "document \(number + 1) has other characters than the treebank",
            advice: "give documents and treebank of the same texts in the same order")
        }
        place += range.count
      }
      texts.append(text)
    }
    guard place == all.count else {
      throw TrainingError(
        path: path, reason: "the treebank goes on behind the last document",
        advice: "give documents and treebank of the same texts in the same order")
    }
  }

  /// The characters of each sentence of a CoNLL-U file without white space: forms of tokens, of a multiword token its
  /// own and not those of its words.
  public static func surfaces(in conllu: [UInt8]) -> [[UInt8]] {
    var sentences: [[UInt8]] = []
    var current: [UInt8] = []
    var open = 0
    for line in conllu.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.isEmpty || line.elementsEqual([0x0D]) {
        if !current.isEmpty { sentences.append(current) }
        (current, open) = ([], 0)
        continue
      }
      let columns = line.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
      guard line.first != UInt8(ascii: "#"), columns.count == 3, !columns[0].contains(UInt8(ascii: ".")) else {
        continue
      }
      let ids = String(decoding: columns[0], as: UTF8.self).split(separator: "-").compactMap { Int($0) }
      guard let first = ids.first, ids.count > 1 || first > open else { continue }
      if ids.count > 1 { open = ids[1] }
      current.append(contentsOf: withoutSpace(Array(columns[1])))
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }

  /// What the tokenizer takes for white space goes.
  private static func withoutSpace(_ form: [UInt8]) -> [UInt8] {
    form.withUnsafeBufferPointer { text in RuleTokenizer().tokenize(text).flatMap { text[$0.range.range] } }
  }
}
