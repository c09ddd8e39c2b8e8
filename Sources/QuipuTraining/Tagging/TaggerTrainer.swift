import QuipuLanguage

/// Trains the part-of-speech tagger and the morphology that goes with it. The same data and settings give the same
/// bytes.
public final class TaggerTrainer {
  public struct Settings: Sendable {
    /// Times through the data in one round.
    public var epochs = 6
    /// Rounds of learning from nothing, each in another order, whose weights are added up: an ensemble at the price of
    /// one model, since sums of linear models are linear models.
    public var rounds = 2
    public var seed: UInt64 = 1
    /// Learns from right answers too while they win by less than this.
    public var margin: Int32 = 32
    /// So many words of a thousand are learnt as if they had never been seen, by their letters and what is around them.
    public var dropout: UInt64 = 100
    /// Rows of the weights, as a power of two.
    public var bits = 17
    public var morphologyBits = 15

    public init() {}
  }

  private let settings: Settings
  private var corpus: TrainingCorpus
  private let development: [TreebankSentence]
  private let classes: [(hash: UInt64, value: UInt16)]
  private let labels: MorphologyLabels
  /// Per record of the corpus the number of its morphology, 255 when it has none that is learnt.
  private var morphology: [UInt8]
  private let vocabulary: Vocabulary
  /// From left to right, and from right to left.
  private let forward: AveragedPerceptron
  private let backward: AveragedPerceptron
  private let inflector: AveragedPerceptron
  /// The sums of the rounds that are done.
  private let taggers: AveragedPerceptron
  private let inflectors: AveragedPerceptron
  /// For dropout; begun anew with each epoch.
  private var random = SeededOrder(seed: 0, epoch: 0)
  private let features = UnsafeMutablePointer<UInt32>.allocate(capacity: WeightTable.maximumFeatures)
  private let sums = UnsafeMutablePointer<Int32>.allocate(capacity: 256)

  /// Throws when there is nothing to learn from. The vocabulary must be that of the model file.
  public init(
    _ sentences: [TreebankSentence], development: [TreebankSentence] = [], vocabulary: Vocabulary,
    settings: Settings = Settings()
  ) throws {
    guard !sentences.isEmpty else {
      throw TrainingError(path: "training data", reason: "holds no sentence", advice: "give a CoNLL-U file with some")
    }
    self.settings = settings
    self.development = development
    self.vocabulary = vocabulary
    corpus = TrainingCorpus(sentences, vocabulary: vocabulary)
    classes = AmbiguityLearner().entries(corpus)
    labels = MorphologyReduction.labels(sentences)
    forward = AveragedPerceptron(bits: settings.bits, columns: PartOfSpeech.allCases.count)
    backward = AveragedPerceptron(bits: settings.bits, columns: PartOfSpeech.allCases.count)
    inflector = AveragedPerceptron(bits: settings.morphologyBits, columns: labels.columns)
    taggers = AveragedPerceptron(bits: settings.bits, columns: PartOfSpeech.allCases.count)
    inflectors = AveragedPerceptron(bits: settings.morphologyBits, columns: labels.columns)
    morphology = [UInt8](repeating: 255, count: corpus.records.count)
    features.initialize(repeating: 0, count: WeightTable.maximumFeatures)
    sums.initialize(repeating: 0, count: 256)
    try prepare()
  }

  deinit {
    features.deallocate()
    sums.deallocate()
  }

  private func prepare() throws {
    var builder = ModelFileBuilder()
    builder.add("tagger.classes", map: classes)
    let known = try AmbiguityClasses(ModelFile(bytes: builder.build()), "tagger.classes")
    corpus.update { record, _ in known.fill(&record) }
    var numbers: [[String: UInt8]] = []
    for own in labels.labels {
      numbers.append(Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, UInt8($0)) }))
    }
    for (s, sentence) in corpus.sentences.enumerated() {
      for (i, word) in sentence.words.enumerated() {
        let reduced = MorphologyReduction.reduced(word.features)
        morphology[corpus.starts[s] + i] = numbers[Int(word.tag.rawValue)][reduced] ?? 255
      }
    }
  }

  private var perceptrons: [(name: String, perceptron: AveragedPerceptron)] {
    [
      ("forward", forward), ("backward", backward), ("morphology", inflector), ("taggers", taggers),
      ("morphologies", inflectors),
    ]
  }

  /// Learns from the first epoch, or from where a checkpoint stopped. `report` is called after each epoch with a
  /// function that makes the checkpoint.
  public func run(
    from checkpoint: ModelFile? = nil, report: (EpochReport, () -> [UInt8]) throws -> Void = { _, _ in }
  ) throws {
    let fingerprint = Checkpoint.fingerprint(
      corpus.sentences,
      settings: [
        settings.seed, UInt64(settings.bits), UInt64(settings.morphologyBits), UInt64(settings.margin),
        UInt64(settings.epochs), UInt64(settings.rounds), settings.dropout,
      ])
    var done = 0
    if let checkpoint { done = try Checkpoint.restore(checkpoint, fingerprint: fingerprint, perceptrons) }
    while done < settings.epochs * settings.rounds {
      let training = learn(epoch: done)
      done += 1
      if done % settings.epochs == 0 { endRound() }
      let scores = development.isEmpty ? [] : try evaluate()
      try report(EpochReport(epoch: done, training: training, development: scores)) { [done] in
        Checkpoint.build(fingerprint: fingerprint, epoch: done, perceptrons)
      }
    }
  }

  private func endRound() {
    for (sum, one) in [(taggers, forward), (taggers, backward), (inflectors, inflector)] {
      sum.add(one)
      one.reset()
    }
  }

  private func learn(epoch: Int) -> Score {
    var score = Score("UPOS")
    let order = SeededOrder.indexes(count: corpus.sentences.count, seed: settings.seed, epoch: epoch)
    random = SeededOrder(seed: ~settings.seed, epoch: epoch)
    let (sentences, starts) = (corpus.sentences, corpus.starts)
    corpus.withRecords { records in
      for s in order { learn(sentences[s], at: starts[s], records, &score) }
    }
    return score
  }

  private func learn(
    _ sentence: TreebankSentence, at start: Int, _ records: UnsafeMutablePointer<TokenRecord>, _ score: inout Score
  ) {
    let first = records + start
    for i in sentence.words.indices { first[i].tag = UInt32(sentence.words[i].tag.rawValue) + 1 }
    pass(forward, first, sentence, sentence.words.indices, step: 1, &score)
    pass(backward, first, sentence, sentence.words.indices.reversed(), step: -1, &score)
    for i in sentence.words.indices {
      let choices = labels.count(sentence.words[i].tag)
      let gold = Int(morphology[start + i])
      guard choices > 1, gold < choices else { continue }
      let count = MorphologyTemplates.write(first + i, into: features)
      first[i].tag |= UInt32(decide(inflector, count, choices, gold: gold)) << 8
    }
  }

  /// Learns from one sentence in one direction, with the tags that are guessed on the way.
  private func pass(
    _ perceptron: AveragedPerceptron, _ first: UnsafeMutablePointer<TokenRecord>, _ sentence: TreebankSentence,
    _ order: some Sequence<Int>, step: Int, _ score: inout Score
  ) {
    var (tag1, tag2): (UInt32, UInt32) = (0, 0)
    for i in order {
      let record = first[i]
      if random.next() % 1000 < settings.dropout { first[i].forgetForm() }
      let words = TaggerTemplates.writeWords(first + i, into: features)
      let count = words + TaggerTemplates.writeTags(first + i, step: step, tag1, tag2, into: features + words)
      first[i] = record
      let gold = Int(sentence.words[i].tag.rawValue)
      let guess = decide(perceptron, count, perceptron.columns, gold: gold)
      score.count(guess == gold)
      (tag1, tag2) = (UInt32(guess) + 1, tag1)
    }
  }

  /// The label with the largest score; learns unless the right one wins by the margin. At least two choices.
  private func decide(_ perceptron: AveragedPerceptron, _ count: Int, _ choices: Int, gold: Int) -> Int {
    perceptron.score(features, count: count, into: sums)
    var (best, rival) = (0, gold == 0 ? 1 : 0)
    for label in 0..<choices {
      if sums[label] > sums[best] { best = label }
      if label != gold && sums[label] > sums[rival] { rival = label }
    }
    if sums[gold] &- sums[rival] < settings.margin {
      perceptron.update(features, count: count, label: gold, by: 1)
      perceptron.update(features, count: count, label: rival, by: -1)
    }
    perceptron.tick()
    return best
  }

  /// Adds the sections of the model, after the rounds so far (within the first: after the epochs so far).
  public func add(to builder: inout ModelFileBuilder) {
    builder.add("tagger.labels", strings: PartOfSpeech.allCases.map(\.code))
    // Rounds that are done, or else the one that is going on.
    let isDone = taggers.clock > 1
    let weights = (isDone ? taggers : bothDirections()).quantized()
    builder.add("tagger.weights", weights: weights.weights, columns: weights.columns, scale: weights.scale)
    builder.add("tagger.classes", map: classes)
    builder.add("tagger.morphology", strings: labels.lines)
    FeatureLearner(corpus, morphology: morphology).add(to: &builder)
    let inflection = (isDone ? inflectors : inflector).quantized()
    builder.add(
      "tagger.morphology.weights", weights: inflection.weights, columns: inflection.columns, scale: inflection.scale)
  }

  private func bothDirections() -> AveragedPerceptron {
    let sum = AveragedPerceptron(bits: settings.bits, columns: forward.columns)
    sum.add(forward)
    sum.add(backward)
    return sum
  }

  private func evaluate() throws -> [Score] {
    var builder = ModelFileBuilder()
    add(to: &builder)
    let file = try ModelFile(bytes: builder.build())
    return TaggerEvaluation(try LinearTagger(file), try FeatureLabels(file), vocabulary: vocabulary)
      .scores(development)
  }
}

extension TokenRecord {
  /// Takes away what only a word that was seen in training has.
  fileprivate mutating func forgetForm() {
    form = 0
    folded = 0
    wordClass = 0
  }
}
