import QuipuLanguage

/// What the parser learns from, in flat arrays over all tokens.
struct ParserCorpus {
  /// Per token the rows of its embeddings.
  private(set) var rows: [UInt32] = []
  /// Per token the vector of its word.
  private(set) var vectors: [WordCode] = []
  /// Nil when the model has no vectors.
  let centroids: WordCentroids?
  /// Index within the sentence, -1 for the root.
  private(set) var heads: [Int32] = []
  private(set) var relations: [UInt8] = []
  /// How often the token's word occurs.
  private(set) var frequency: [Int32] = []
  private(set) var sentences: [Range<Int>] = []

  init(_ treebank: [TreebankSentence], corpus: TrainingCorpus, centroids: WordCentroids?) {
    self.centroids = centroids
    var counts: [UInt32: Int32] = [:]
    var words: [UInt32] = []
    corpus.records.withUnsafeBufferPointer { records in
      guard let base = records.baseAddress else { return }
      for (s, sentence) in treebank.enumerated() {
        let start = heads.count
        for (i, word) in sentence.words.enumerated() {
          let record = base + corpus.starts[s] + i
          withUnsafeTemporaryAllocation(of: UInt32.self, capacity: ParserFeatures.count) { buffer in
            guard let out = buffer.baseAddress else { return }
            ParserFeatures.write(record, into: out)
            rows.append(contentsOf: UnsafeBufferPointer(start: out, count: ParserFeatures.count))
          }
          heads.append(Int32(word.head))
          relations.append((DependencyRelation(code: word.relation) ?? .unspecified).rawValue)
          words.append(record.pointee.folded)
          vectors.append(record.pointee.code)
          counts[record.pointee.folded, default: 0] += 1
        }
        if heads.count > start { sentences.append(start..<heads.count) }
      }
    }
    frequency = words.map { counts[$0] ?? 0 }
  }
}
