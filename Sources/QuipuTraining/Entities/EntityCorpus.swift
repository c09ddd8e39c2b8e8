import QuipuLanguage

/// What is learnt from: the records of all sentences, and of each token the labels that its source allows.
struct EntityCorpus {
  struct Sentence {
    /// Index of the first record.
    var start: Int
    var count: Int
    var source: Int
  }

  private(set) var records: [TokenRecord] = []
  private(set) var contexts: [EntityContext] = []
  /// A bit for each label that a token may have.
  private(set) var allowed: [UInt32] = []
  private(set) var sentences: [Sentence] = []

  private let labels: EntityLabels
  private let gazetteer: GazetteerPhrases?
  private let place = EntityText()

  init(labels: EntityLabels, gazetteer: GazetteerPhrases?) {
    self.labels = labels
    self.gazetteer = gazetteer
  }

  /// Adds a text, and the same in lower case, whose names are the same: so much is written without capitals.
  mutating func add(_ text: AnnotatedText, map: EntityMap, source: Int, by reader: EntityRecords) {
    let base = records.count
    append(text, source: source, by: reader)
    let marking = EntityMarking(labels: labels, map: map)
    let marks = self.marks(text, from: base, by: marking)
    allowed += marks
    append(text.uncased, source: source, by: reader)
    allowed += marks
  }

  /// Adds records, contexts and sentences of a text.
  private mutating func append(_ text: AnnotatedText, source: Int, by reader: EntityRecords) {
    reader.fill(place, with: text)
    place.prepare(gazetteer)
    for sentence in place.sentences {
      sentences.append(Sentence(start: records.count + sentence.start, count: sentence.count, source: source))
    }
    records += place.records
    contexts += place.contexts
  }

  /// The labels that the tokens of the text in `place` may have, whose records begin at `base`.
  private func marks(_ text: AnnotatedText, from base: Int, by marking: EntityMarking) -> [UInt32] {
    var allowed = [UInt32](repeating: 1, count: place.records.count)
    var name = 0
    for sentence in place.sentences {
      let tokens = sentence.token..<sentence.token + sentence.count
      while name < text.names.count, text.names[name].tokens.upperBound <= tokens.lowerBound { name += 1 }
      var own: [AnnotatedText.Name] = []
      for other in text.names[name...] {
        guard other.tokens.lowerBound < tokens.upperBound else { break }
        let range = other.tokens.clamped(to: tokens)
        let within = range.lowerBound - tokens.lowerBound..<range.upperBound - tokens.lowerBound
        own.append(AnnotatedText.Name(tokens: within, type: other.type))
      }
      let start = base + sentence.start
      let marks = marking.mark(own, records: Array(records[start..<start + sentence.count]))
      allowed.replaceSubrange(sentence.start..<sentence.start + sentence.count, with: marks)
    }
    return allowed
  }

  /// Calls `body` with the features of every token. Complexity: O(tokens).
  func forEachFeature(_ body: (UInt32) -> Void) {
    let features = UnsafeMutablePointer<UInt32>.allocate(capacity: EntityTemplates.maximum)
    defer { features.deallocate() }
    withStorage { records, contexts, _ in
      for sentence in sentences {
        for i in sentence.start..<sentence.start + sentence.count {
          let written = EntityTemplates.write(records + i, contexts + i, into: features)
          for k in 0..<written { body(features[k]) }
        }
      }
    }
  }

  func withStorage(
    _ body: (UnsafePointer<TokenRecord>, UnsafePointer<EntityContext>, UnsafePointer<UInt32>) -> Void
  ) {
    records.withUnsafeBufferPointer { records in
      contexts.withUnsafeBufferPointer { contexts in
        allowed.withUnsafeBufferPointer { allowed in
          guard let records = records.baseAddress, let contexts = contexts.baseAddress,
            let allowed = allowed.baseAddress
          else { return }
          body(records, contexts, allowed)
        }
      }
    }
  }
}
