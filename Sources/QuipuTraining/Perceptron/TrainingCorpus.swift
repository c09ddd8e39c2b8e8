import QuipuLanguage

/// The records of all sentences of a training set, one after the other, each between its outside records.
///
/// Made once, so that epochs compute no hashes of forms. Memory: 64 bytes a token.
public struct TrainingCorpus {
  public private(set) var records: [TokenRecord] = []
  /// Per sentence the index of its first record.
  public private(set) var starts: [Int] = []
  public let sentences: [TreebankSentence]

  public init(_ sentences: [TreebankSentence], lexicon: Lexicon) {
    self.sentences = sentences
    let scratch = TokenRecords()
    for sentence in sentences {
      TrainingCorpus.fill(scratch, with: sentence, lexicon: lexicon)
      starts.append(records.count + TokenRecords.margin)
      let all = UnsafeBufferPointer(
        start: scratch.first - TokenRecords.margin, count: scratch.count + 2 * TokenRecords.margin)
      records.append(contentsOf: all)
    }
  }

  /// Makes the records of a sentence, as they are made when text is read.
  public static func fill(_ records: TokenRecords, with sentence: TreebankSentence, lexicon: Lexicon) {
    records.removeAll()
    var folded: [UInt8] = []
    for word in sentence.words {
      word.form.withUnsafeBufferPointer { form in
        let classes = lexicon.classes(lexicon.id(form: form, scratch: &folded))
        records.append(form, isJoined: word.isJoined, classes: classes)
      }
    }
    records.close()
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
