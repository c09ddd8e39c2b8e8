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

  mutating func add(_ text: AnnotatedText, map: EntityMap, source: Int, by reader: EntityRecords) {
    reader.fill(place, with: text)
    place.prepare(gazetteer)
    let base = records.count
    records += place.records
    contexts += place.contexts
    let marking = EntityMarking(labels: labels, map: map)
    allowed += [UInt32](repeating: 1, count: place.records.count)
    var name = 0
    for sentence in place.sentences {
      let start = base + sentence.start
      sentences.append(Sentence(start: start, count: sentence.count, source: source))
      let tokens = sentence.token..<sentence.token + sentence.count
      while name < text.names.count, text.names[name].tokens.upperBound <= tokens.lowerBound { name += 1 }
      var own: [AnnotatedText.Name] = []
      var k = name
      while k < text.names.count, text.names[k].tokens.lowerBound < tokens.upperBound {
        let range = text.names[k].tokens.clamped(to: tokens)
        own.append(
          AnnotatedText.Name(
            tokens: range.lowerBound - tokens.lowerBound..<range.upperBound - tokens.lowerBound,
            type: text.names[k].type
          ))
        k += 1
      }
      let marks = marking.mark(own, records: Array(records[start..<start + sentence.count]))
      for (offset, mark) in marks.enumerated() { allowed[start + offset] = mark }
    }
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
