import QuipuLanguage

/// Trains the part-of-speech tagger and the morphology that goes with it. The same data and settings give the same
/// bytes.
public final class TaggerTrainer {
  public struct Settings: Sendable {
    public var epochs = 8
    public var seed: UInt64 = 1
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
  private let tagger: AveragedPerceptron
  private let inflector: AveragedPerceptron
  private let features = UnsafeMutablePointer<UInt32>.allocate(capacity: WeightTable.maximumFeatures)
  private let sums = UnsafeMutablePointer<Int32>.allocate(capacity: 256)

  /// Throws when there is nothing to learn from.
  public init(
    _ sentences: [TreebankSentence], development: [TreebankSentence] = [], settings: Settings = Settings()
  ) throws {
    guard !sentences.isEmpty else {
      throw TrainingError(path: "training data", reason: "holds no sentence", advice: "give a CoNLL-U file with some")
    }
    self.settings = settings
    self.development = development
    corpus = TrainingCorpus(sentences)
    classes = AmbiguityLearner().entries(corpus)
    labels = MorphologyReduction.labels(sentences)
    tagger = AveragedPerceptron(bits: settings.bits, columns: PartOfSpeech.allCases.count)
    inflector = AveragedPerceptron(bits: settings.morphologyBits, columns: labels.columns)
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
    [("tagger", tagger), ("morphology", inflector)]
  }

  /// Learns from the first epoch, or from where a checkpoint stopped. `report` is called after each epoch with a
  /// function that makes the checkpoint.
  public func run(
    from checkpoint: ModelFile? = nil, report: (EpochReport, () -> [UInt8]) throws -> Void = { _, _ in }
  ) throws {
    let fingerprint = Checkpoint.fingerprint(
      corpus.sentences,
      settings: [settings.seed, UInt64(settings.bits), UInt64(settings.morphologyBits), 1])
    var done = 0
    if let checkpoint { done = try Checkpoint.restore(checkpoint, fingerprint: fingerprint, perceptrons) }
    while done < settings.epochs {
      let training = learn(epoch: done)
      done += 1
      let scores = development.isEmpty ? [] : try evaluate()
      try report(EpochReport(epoch: done, training: training, development: scores)) { [done] in
        Checkpoint.build(fingerprint: fingerprint, epoch: done, perceptrons)
      }
    }
  }

  private func learn(epoch: Int) -> Score {
    var score = Score("UPOS")
    let order = SeededOrder.indexes(count: corpus.sentences.count, seed: settings.seed, epoch: epoch)
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
    var (tag1, tag2): (UInt32, UInt32) = (0, 0)
    for i in sentence.words.indices {
      let count = TaggerTemplates.write(first + i, tag1, tag2, into: features)
      let gold = Int(sentence.words[i].tag.rawValue)
      let guess = decide(tagger, count, tagger.columns, gold: gold)
      score.count(guess == gold)
      (tag1, tag2) = (UInt32(guess) + 1, tag1)
      first[i].tag = UInt32(gold) + 1
    }
    for i in sentence.words.indices {
      let choices = labels.count(sentence.words[i].tag)
      let gold = Int(morphology[start + i])
      guard choices > 1, gold < choices else { continue }
      let count = MorphologyTemplates.write(first + i, into: features)
      first[i].tag |= UInt32(decide(inflector, count, choices, gold: gold)) << 8
    }
  }

  /// The label with the largest score; learns when it is not the right one.
  private func decide(_ perceptron: AveragedPerceptron, _ count: Int, _ choices: Int, gold: Int) -> Int {
    perceptron.score(features, count: count, into: sums)
    var best = 0
    for label in 1..<choices where sums[label] > sums[best] { best = label }
    if best != gold {
      perceptron.update(features, count: count, label: gold, by: 1)
      perceptron.update(features, count: count, label: best, by: -1)
    }
    perceptron.tick()
    return best
  }

  /// Adds the sections of the model, as it is after the epochs so far.
  public func add(to builder: inout ModelFileBuilder) {
    builder.add("tagger.labels", strings: PartOfSpeech.allCases.map(\.code))
    let weights = tagger.quantized()
    builder.add("tagger.weights", weights: weights.weights, columns: weights.columns, scale: weights.scale)
    builder.add("tagger.classes", map: classes)
    builder.add("tagger.morphology", strings: labels.lines)
    let inflection = inflector.quantized()
    builder.add(
      "tagger.morphology.weights", weights: inflection.weights, columns: inflection.columns, scale: inflection.scale)
  }

  private func evaluate() throws -> [Score] {
    var builder = ModelFileBuilder()
    add(to: &builder)
    return TaggerEvaluation(try LinearTagger(ModelFile(bytes: builder.build()))).scores(development)
  }
}
