import QuipuLanguage
import Testing

@testable import QuipuTraining

@Suite struct ParserTrainerTests {
  private let model: ModelFile

  init() throws { model = try ModelFile(bytes: TinyTreebank.model(), path: "tiny.model") }

  private func trainer(_ settings: ParserTrainer.Settings = TinyTrees.settings) throws -> ParserTrainer {
    try ParserTrainer(TinyTrees.read(), development: TinyTrees.read(), model: model, settings: settings)
  }

  private func bytes(_ trainer: ParserTrainer) -> [UInt8] {
    var builder = ModelFileBuilder(model, without: "parser.")
    trainer.add(to: &builder)
    return builder.build()
  }

  @Test func itLearnsWhatItIsShown() throws {
    var settings = TinyTrees.settings
    settings.epochs = 60
    settings.learning.batch = 8
    settings.learning.rate = 0.01
    settings.learning.dropout = ParserShard.Dropout(input: 0, layers: 0, projection: 0, words: 0, tags: 0)
    let trainer = try ParserTrainer(TinyTrees.read(), model: model, settings: settings)
    var reports: [EpochReport] = []
    try trainer.run { report, _ in reports.append(report) }
    #expect(reports.map(\.epoch) == Array(1...60))
    #expect(reports.allSatisfy { $0.training.total == 44 && $0.development.isEmpty })
    #expect(reports.last?.training.correct == 44)
    // The parser of 8 bits has learnt the same.
    let evaluation = ParserEvaluation(tagger: try LinearTagger(model), vocabulary: try Vocabulary(model))
    let parser = try DependencyParser(ModelFile(bytes: bytes(trainer)))
    let scores = evaluation.scores(parser, try TinyTrees.read())
    #expect(scores.map(\.name) == ["UAS", "LAS"] && scores.allSatisfy { $0.total == 44 })
    #expect(scores[0].correct >= 41 && scores[1].correct >= 40)
  }

  @Test func twiceTheSameBytes() throws {
    let (one, two) = (try trainer(), try trainer())
    try one.run()
    try two.run()
    #expect(bytes(one) == bytes(two))
    var settings = TinyTrees.settings
    settings.seed = 2
    let other = try trainer(settings)
    try other.run()
    #expect(bytes(other) != bytes(one))
  }

  @Test(arguments: 1...3) func aBrokenOffTrainingGoesOn(_ stop: Int) throws {
    struct Stopped: Error {}
    var checkpoint: [UInt8] = []
    do {
      try trainer().run { report, make in
        guard report.epoch == stop else { return }
        checkpoint = make()
        throw Stopped()
      }
      Issue.record("not stopped")
    } catch is Stopped {}
    let resumed = try trainer()
    var epochs: [Int] = []
    try resumed.run(from: ModelFile(bytes: checkpoint)) { report, _ in epochs.append(report.epoch) }
    #expect(epochs == Array(stop + 1...4))
    let whole = try trainer()
    try whole.run()
    #expect(bytes(resumed) == bytes(whole))
  }

  @Test func aCheckpointOfOtherSettingsIsRefused() throws {
    var checkpoint: [UInt8] = []
    try trainer().run { _, make in checkpoint = make() }
    var settings = TinyTrees.settings
    settings.seed = 9
    do {
      try trainer(settings).run(from: ModelFile(bytes: checkpoint, path: "c"))
      Issue.record("taken")
    } catch {
      #expect(
        String(describing: error) == "c: the checkpoint is of other data or settings; remove it, or name another output"
      )
    }
  }

  @Test func withoutTaggerOrSentencesNothingIsLearnt() throws {
    let empty = try ModelFile(bytes: ModelFileBuilder(model, without: "tagger.").build(), path: "m")
    do {
      _ = try ParserTrainer(TinyTrees.read(), model: empty)
      Issue.record("taken")
    } catch {
      #expect(
        String(describing: error)
          == "m: has no section 'tagger.weights', and the parser learns with the tags of its tagger; train vocabulary and tagger into the same file first"
      )
    }
    #expect(throws: TrainingError.self) { try ParserTrainer([], model: model) }
  }
}
