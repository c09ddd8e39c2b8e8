import QuipuLanguage
import QuipuTraining
import Testing

@Suite struct EntityTrainerTests {
  private let map: EntityMap
  private let texts: [AnnotatedText]
  private let records = EntityRecords(vocabulary: nil, tagger: nil)

  init() throws {
    map = try EntityMap(["PER=Person", "LOC=Place"], path: "test")
    texts = try AnnotatedDocuments().texts(in: TinyNames.jsonLines(TinyNames.people), path: "people.jsonl")
  }

  private var settings: EntityTrainer.Settings {
    var settings = EntityTrainer.Settings()
    (settings.bits, settings.epochs, settings.minimumCount) = (12, 8, 1)
    (settings.smoothing, settings.rate) = (1, 0.2)
    (settings.rounds, settings.hidden) = (1, 0)
    return settings
  }

  private func trainer(_ settings: EntityTrainer.Settings) throws -> EntityTrainer {
    // Two sources, so that each has weights of its own beside the shared ones.
    let half = texts.count / 2
    return try EntityTrainer(
      [
        EntitySource(name: "a", texts: Array(texts[..<half]), map: map, share: 0.5),
        EntitySource(name: "b", texts: Array(texts[half...]), map: map, share: 0.5),
      ], classes: ["Person", "Place"], gazetteer: nil, records: records, settings: settings)
  }

  private func model(_ trainer: EntityTrainer) -> [UInt8] {
    var builder = ModelFileBuilder()
    trainer.add(to: &builder)
    return builder.build()
  }

  private func names(_ model: [UInt8], _ documents: [String]) throws -> [[String]] {
    let evaluation = EntityEvaluation(try EntityRecognizer(ModelFile(bytes: model)), records: records)
    let scratch = EntityRecognizer.Scratch()
    return try AnnotatedDocuments().texts(in: TinyNames.jsonLines(documents), path: "t").map { text in
      evaluation.recognize(text, scratch).map { span in
        span.tokens.map { String(decoding: text.forms[$0], as: UTF8.self) }.joined(separator: " ") + "/" + span.label
      }
    }
  }

  @Test func namesAreLearnt() throws {
    let trainer = try trainer(settings)
    try trainer.run()
    let model = model(trainer)
    #expect(
      try names(model, ["Anna Berg lives in Oslo .", "The boats left ."]) == [["Anna Berg/Person", "Oslo/Place"], []])
    let evaluation = EntityEvaluation(try EntityRecognizer(ModelFile(bytes: model)), records: records)
    let scores = evaluation.scores(texts, map: map)
    #expect(scores.map(\.name) == ["all", "Person", "Place"])
    #expect(scores[0].score.expected == 17)
    #expect(scores[0].score.f1 > 0.9)
  }

  @Test func theSameDataGiveTheSameBytesBrokenOffOrNot() throws {
    let whole = try trainer(settings)
    var checkpoint: [UInt8] = []
    try whole.run { epoch, make in if epoch == 3 { checkpoint = make() } }
    let again = try trainer(settings)
    try again.run(from: ModelFile(bytes: checkpoint))
    #expect(model(again) == model(whole))
    var other = settings
    other.seed = 2
    let second = try trainer(other)
    try second.run()
    #expect(model(second) != model(whole))
    #expect(throws: TrainingError.self) { try second.run(from: ModelFile(bytes: checkpoint)) }
  }

  /// A bias against all names leaves none, one for them finds them where there are none.
  @Test func aBiasDecides() throws {
    func found(_ bias: Float) throws -> Int {
      var biased = settings
      biased.biases = ["Person": bias, "Place": bias]
      let trainer = try trainer(biased)
      try trainer.run()
      return try names(model(trainer), ["Anna Berg lives in Oslo .", "The boats left ."]).joined().count
    }
    #expect(try found(-1000) == 0)
    #expect(try found(0) == 2)
    #expect(try found(1000) > 2)
  }

  @Test func roundsAddUpBrokenOffOrNot() throws {
    var two = settings
    two.rounds = 2
    let (whole, again, one) = (try trainer(two), try trainer(two), try trainer(settings))
    var checkpoint: [UInt8] = []
    var epochs = 0
    try whole.run { epoch, make in
      epochs = epoch
      if epoch == 10 { checkpoint = make() }
    }
    #expect(epochs == 16)
    try again.run(from: ModelFile(bytes: checkpoint))
    try one.run()
    #expect(model(again) == model(whole))
    #expect(model(one) != model(whole))
    let found = try names(model(whole), ["Anna Berg lives in Oslo .", "The boats left ."])
    #expect(found == [["Anna Berg/Person", "Oslo/Place"], []])
  }

  @Test func aUserAddsAClassAndTheOthersStay() throws {
    let base = try trainer(settings)
    try base.run()
    let file = try ModelFile(bytes: model(base))
    let vessels = try AnnotatedDocuments().texts(in: TinyNames.jsonLines(TinyNames.vessels), path: "vessels.jsonl")
    var map = EntityMap()
    map.keepsNames = true
    let added = try EntityTrainer(
      [EntitySource(name: "train", texts: vessels, map: map)], classes: EntitySource.types(of: vessels),
      gazetteer: nil, records: records, settings: .added)
    try added.run()
    var builder = ModelFileBuilder(file, without: "entities.added.")
    added.add(to: &builder, prefix: "entities.added")
    let found = try names(
      builder.build(),
      ["The trawler Wild Goose left Oslo .", "Anna Berg lives in Oslo .", "The ferry Old Marta was late ."])
    #expect(found == [["Wild Goose/Vessel", "Oslo/Place"], ["Anna Berg/Person", "Oslo/Place"], ["Old Marta/Vessel"]])
  }

  @Test func withoutTextsThereIsNothingToLearn() {
    #expect(throws: TrainingError.self) {
      try EntityTrainer(
        [EntitySource(name: "a", texts: [], map: map)], classes: ["Person"], gazetteer: nil, records: records)
    }
  }
}
