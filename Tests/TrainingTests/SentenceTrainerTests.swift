import QuipuCore
import QuipuLanguage
import QuipuTraining
import Testing

/// Sentences written for the tests: full stops and colons that end them or do not.
@Suite struct SentenceTrainerTests {
  private static let sentences: [[String]] = [
    ["We left .", "Dr. Lee stayed in the U.S. until May .", "why not ?", "he said so ."],
    ["Subject : the plan", "Dear Ann :", "We met Dr. Lee .", "Then it rained ."],
    ["Thanks", "Bob", "The boat left at 9 .", "It was late ."],
    ["Dr. No came .", "They asked : why ?", "no answer .", "Best wishes", "Bob"],
  ]

  private static func documents() -> [[UInt8]] {
    sentences.map { Array($0.joined(separator: " ").replacing(" .", with: ".").replacing(" ?", with: "?").utf8) }
  }

  private static func conllu() -> [UInt8] {
    var lines: [String] = []
    for sentence in sentences.joined() {
      lines.append("# text = \(sentence)")
      for (i, word) in sentence.split(separator: " ").enumerated() {
        lines.append("\(i + 1)\t\(word)\t_\tX\t_\t_\t\(i)\tdep\t_\t_")
      }
      lines.append("")
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static func corpus() throws -> SentenceCorpus {
    var corpus = SentenceCorpus()
    try corpus.add(documents: documents(), treebank: SentenceCorpus.surfaces(in: conllu()), path: "docs")
    return corpus
  }

  private static var settings: SentenceTrainer.Settings {
    var settings = SentenceTrainer.Settings()
    (settings.epochs, settings.rounds, settings.bits, settings.threshold) = (20, 2, 10, 0)
    return settings
  }

  private func model(_ trainer: SentenceTrainer) -> [UInt8] {
    var builder = ModelFileBuilder()
    trainer.add(to: &builder)
    return builder.build()
  }

  @Test func alignment() throws {
    let corpus = try Self.corpus()
    #expect(corpus.texts.map(\.sentences) == [4, 4, 4, 5])
    #expect(corpus.texts.map { $0.starts.filter { $0 }.count } == [4, 4, 4, 5])
    #expect(corpus.texts[0].starts.prefix(4) == [true, false, false, true])
    // A multiword token counts by its own form, empty nodes and comments not at all.
    let rows = "# x\n1-2\tdu\t_\n1\tde\t_\n2\tle\t_\n2.1\tno\t_\n3\ta b\t_\n\n1\tc\t_\n"
    #expect(SentenceCorpus.surfaces(in: Array(rows.utf8)) == [Array("duab".utf8), Array("c".utf8)])
  }

  @Test func whatIsLearntIsFoundAgain() throws {
    let corpus = try Self.corpus()
    let trainer = try SentenceTrainer(corpus, development: corpus, settings: Self.settings)
    var reports: [EpochReport] = []
    try trainer.run { report, _ in reports.append(report) }
    #expect(reports.count == 40 && reports.last?.development.first?.text == "sentences 100.00")
    #expect(reports.last?.training.text == "boundaries 100.00")
    let rules = SentenceEvaluation(RuleSentenceSplitter()).score(corpus)
    #expect(rules.accuracy < 1 && rules.total > 20)
  }

  @Test func theSameBytesBrokenOffOrNot() throws {
    let corpus = try Self.corpus()
    let whole = try SentenceTrainer(corpus, settings: Self.settings)
    var checkpoint: [UInt8] = []
    try whole.run { report, make in if report.epoch == 27 { checkpoint = make() } }
    let resumed = try SentenceTrainer(corpus, settings: Self.settings)
    var epochs = 0
    try resumed.run(from: ModelFile(bytes: checkpoint)) { _, _ in epochs += 1 }
    #expect(epochs == 13 && model(resumed) == model(whole))
    var other = Self.settings
    other.seed = 2
    let differently = try SentenceTrainer(corpus, settings: other)
    try differently.run()
    #expect(model(differently) != model(whole))
    #expect(throws: TrainingError.self) { try differently.run(from: ModelFile(bytes: checkpoint)) }
  }

  @Test func errors() throws {
    #expect(throws: TrainingError.self) { try SentenceTrainer(SentenceCorpus()) }
    var corpus = SentenceCorpus()
    let treebank = SentenceCorpus.surfaces(in: Self.conllu())
    for (documents, text) in [
      (
        [Array("We lost.".utf8)],
        "docs: document 1 has other characters than the treebank; give documents and treebank of the same texts in the "
          + "same order"
      ),
      (
        [Self.documents()[0]],
        "docs: the treebank goes on behind the last document; give documents and treebank of the same texts in the "
          + "same order"
      ),
    ] {
      do throws(TrainingError) {
        try corpus.add(documents: documents, treebank: treebank, path: "docs")
        Issue.record("taken")
      } catch {
        #expect(error.description == text)
      }
    }
  }
}
