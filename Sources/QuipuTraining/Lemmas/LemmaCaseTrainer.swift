import QuipuLanguage

/// Learns what becomes of capitals in lemmas: an averaged perceptron over the words that have some.
struct LemmaCaseTrainer {
  private static let epochs = 6
  private static let margin: Int32 = 8
  private static let bits = 14

  private let perceptron = AveragedPerceptron(bits: bits, columns: LemmaCase.allCases.count)

  init(_ sentences: [TreebankSentence], labels: LemmaLabels, vocabulary: Vocabulary?) {
    let records = TokenRecords()
    var (starts, features, answers): ([Int], [UInt32], [LemmaCase]) = ([], [], [])
    for sentence in sentences {
      TrainingCorpus.fill(records, with: sentence, vocabulary: vocabulary)
      for (i, word) in sentence.words.enumerated() { records.first[i].tag = labels.tag(of: word) }
      for (i, word) in sentence.words.enumerated() where LemmaCaseTemplates.isAsked(records[i]) {
        let rule = LemmaRule.derive(form: word.form, lemma: word.lemma, keepsCase: word.tag == .properNoun)
        starts.append(features.count)
        answers.append(rule.letterCase)
        let own = [UInt32](unsafeUninitializedCapacity: LemmaCaseTemplates.maximum) { buffer, count in
          count = buffer.baseAddress.map { LemmaCaseTemplates.write(records.first + i, into: $0) } ?? 0
        }
        features += own
      }
    }
    starts.append(features.count)
    for epoch in 0..<LemmaCaseTrainer.epochs {
      for k in SeededOrder.indexes(count: answers.count, seed: 1, epoch: epoch) {
        features[starts[k]..<starts[k + 1]].withUnsafeBufferPointer { learn($0, Int(answers[k].rawValue)) }
      }
    }
  }

  private func learn(_ features: UnsafeBufferPointer<UInt32>, _ gold: Int) {
    guard let first = features.baseAddress else { return }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: perceptron.sumCount) { sums in
      guard let start = sums.baseAddress else { return }
      perceptron.score(first, count: features.count, into: start)
      var rival = gold == 0 ? 1 : 0
      for label in 0..<perceptron.columns where label != gold && start[label] > start[rival] { rival = label }
      if start[gold] - start[rival] < LemmaCaseTrainer.margin {
        perceptron.update(first, count: features.count, label: gold, by: 1)
        perceptron.update(first, count: features.count, label: rival, by: -1)
      }
    }
    perceptron.tick()
  }

  func add(to builder: inout ModelFileBuilder) {
    let weights = perceptron.quantized()
    builder.add("lemmas.case.weights", weights: weights.weights, columns: weights.columns, scale: weights.scale)
  }
}
