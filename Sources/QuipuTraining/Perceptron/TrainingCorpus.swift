import QuipuLanguage

/// The records of all sentences of a training set, one after the other, each between its outside records.
///
/// Made once, so that epochs compute no hashes of forms. Memory: 72 bytes a token.
public struct TrainingCorpus {
  public private(set) var records: [TokenRecord] = []
  /// Per sentence the index of its first record.
  public private(set) var starts: [Int] = []
  public let sentences: [TreebankSentence]

  public init(_ sentences: [TreebankSentence], vocabulary: Vocabulary) {
    self.sentences = sentences
    let scratch = TokenRecords()
    for sentence in sentences {
      TrainingCorpus.fill(scratch, with: sentence, vocabulary: vocabulary)
      starts.append(records.count + TokenRecords.margin)
      let all = UnsafeBufferPointer(
        start: scratch.first - TokenRecords.margin, count: scratch.count + 2 * TokenRecords.margin)
      records.append(contentsOf: all)
    }
  }

  /// Makes the records of a sentence, as they are made when text is read. Without a vocabulary its slots stay empty.
  public static func fill(_ records: TokenRecords, with sentence: TreebankSentence, vocabulary: Vocabulary?) {
    records.removeAll()
    for word in sentence.words {
      word.form.withUnsafeBufferPointer { records.append($0, isJoined: word.isJoined) }
    }
    records.close()
    vocabulary?.fill(records)
  }

  /// Calls `body` with the record, the word and the sentence's number of every token.
  public mutating func update(_ body: (inout TokenRecord, TreebankWord) -> Void) {
    for (s, sentence) in sentences.enumerated() {
      for (i, word) in sentence.words.enumerated() { body(&records[starts[s] + i], word) }
    }
  }

  /// Gives access to all records at once.
  public mutating func withRecords<Result>(
    _ body: (UnsafeMutablePointer<TokenRecord>) throws -> Result
  ) rethrows -> Result? {
    try records.withUnsafeMutableBufferPointer { buffer in try buffer.baseAddress.map(body) }
  }
}
