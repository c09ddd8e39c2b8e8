import QuipuCore
import QuipuLanguage
import Testing

@testable import QuipuTraining

@Suite struct TaggerTrainerTests {
  @Test func itLearnsWhatItIsShown() throws {
    var reports: [EpochReport] = []
    try TinyTreebank.trainer().run { report, _ in reports.append(report) }
    #expect(reports.map(\.epoch) == [1, 2, 3, 4, 5, 6])
    let last = try #require(reports.last)
    // Combinations that occur less than three times are not learnt: one of two auxiliaries, one of two pronouns.
    #expect(last.development.map(\.text) == ["UPOS 100.00", "FEATS 96.15"])
    // Each word from either side.
    #expect(last.training.total == 2 * 52)
    #expect(reports[2].training.correct > reports[0].training.correct)
  }

  @Test func twiceTheSameBytes() throws {
    let (one, two) = (try TinyTreebank.model(), try TinyTreebank.model())
    #expect(one == two)
    var settings = TinyTreebank.settings
    settings.seed = 2
    let other = try TinyTreebank.trainer(settings)
    try other.run()
    var builder = ModelFileBuilder()
    other.add(to: &builder)
    let theirs = try ModelFile(bytes: builder.build())
    let weights = try theirs.section("tagger.weights", .weights)
    let mine = try ModelFile(bytes: one)
    #expect(
      !theirs.bytes(of: weights).elementsEqual(mine.bytes(of: try mine.section("tagger.weights", .weights))))
  }

  @Test(arguments: 1...5) func aBrokenOffTrainingGoesOn(_ stop: Int) throws {
    struct Stopped: Error {}
    var checkpoint: [UInt8] = []
    do {
      try TinyTreebank.trainer().run { report, make in
        guard report.epoch == stop else { return }
        checkpoint = make()
        throw Stopped()
      }
      Issue.record("not stopped")
    } catch is Stopped {}
    let resumed = try TinyTreebank.trainer()
    var epochs: [Int] = []
    try resumed.run(from: ModelFile(bytes: checkpoint)) { report, _ in epochs.append(report.epoch) }
    #expect(epochs == Array(stop + 1...6))
    let whole = try TinyTreebank.trainer()
    try whole.run()
    var (a, b) = (ModelFileBuilder(), ModelFileBuilder())
    resumed.add(to: &a)
    whole.add(to: &b)
    #expect(a.build() == b.build())
  }

  @Test func aCheckpointOfOtherSettingsIsRefused() throws {
    var checkpoint: [UInt8] = []
    try TinyTreebank.trainer().run { _, make in checkpoint = make() }
    var settings = TinyTreebank.settings
    settings.seed = 9
    let other = try TinyTreebank.trainer(settings)
    do {
      try other.run(from: ModelFile(bytes: checkpoint, path: "c"))
      Issue.record("taken")
    } catch {
      #expect(
        String(describing: error) == "c: the checkpoint is of other data or settings; remove it, or name another output"
      )
    }
  }

  @Test func nothingToLearnFromIsAnError() {
    #expect(throws: TrainingError.self) { try TaggerTrainer([], vocabulary: TinyTreebank.vocabulary()) }
    #expect(throws: TrainingError.self) { try LemmaTrainer([], labels: nil, vocabulary: nil, lexicon: nil) }
  }

  @Test func theTrainedTaggerServesAnAnalysis() throws {
    let model = try LanguageModel(ModelFile(bytes: TinyTreebank.model()))
    let analysis = Annotator(model).annotate(Document(id: "d", text: "The dogs barked."))
    #expect(analysis.tags == [.determiner, .noun, .verb, .punctuation])
    #expect((0..<4).map { analysis.lemma(of: $0) } == ["the", "dog", "bark", "."])
  }

  @Test func allFeaturesFollowFromTagMorphologyAndForm() throws {
    let file = try ModelFile(bytes: TinyTreebank.model())
    let (tagger, labels) = (try LinearTagger(file), try FeatureLabels(file))
    let (records, scratch) = (TokenRecords(), LinearTagger.Scratch())
    TrainingCorpus.fill(records, with: try TinyTreebank.read()[0], vocabulary: try Vocabulary(file))
    tagger.tag(records, scratch)
    #expect((0..<4).map { labels.text(records[$0]) } == ["", "Number=Plur", "VerbForm=Fin", ""])
    #expect(labels.names.first == "")
    // A combination that was never seen.
    var strange = records[0]
    strange.tag = 7 | 200 << 8
    #expect(labels.number(strange) == 0)
  }

  /// Long and odd sentences go through without harm.
  @Test func anySentenceIsTagged() throws {
    let tagger = try LinearTagger(ModelFile(bytes: TinyTreebank.model()))
    let (records, scratch) = (TokenRecords(), LinearTagger.Scratch())
    for form in ["", "\u{1F600}", String(repeating: "x", count: 100_000), "é"] {
      records.removeAll()
      for _ in 0..<300 { Array(form.utf8).withUnsafeBufferPointer { records.append($0, isJoined: true) } }
      records.close()
      tagger.tag(records, scratch)
      #expect((0..<300).allSatisfy { records[$0].tag & 0xFF >= 1 && records[$0].tag & 0xFF <= 17 })
    }
  }
}
