import QuipuLanguage
import QuipuTraining

/// A few sentences written for the tests, as CoNLL-U.
enum TinyTreebank {
  /// Form, lemma, tag, features.
  private static let sentences = [
    "The the DET _|dogs dog NOUN Number=Plur|bark bark VERB VerbForm=Fin|. . PUNCT _",
    "A a DET _|dog dog NOUN Number=Sing|barked bark VERB Tense=Past|. . PUNCT _",
    "The the DET _|bark bark NOUN Number=Sing|is be AUX VerbForm=Fin|loud loud ADJ _|. . PUNCT _",
    "Anna Anna PROPN Number=Sing|walks walk VERB VerbForm=Fin|to to ADP _|Oslo Oslo PROPN Number=Sing|. . PUNCT _",
    "Anna Anna PROPN Number=Sing|liked like VERB Tense=Past|the the DET _|walks walk NOUN Number=Plur|. . PUNCT _",
    "The the DET _|cats cat NOUN Number=Plur|were be AUX Tense=Past|loud loud ADJ _|. . PUNCT _",
    "Boats boat NOUN Number=Plur|sail sail VERB VerbForm=Fin|to to ADP _|Oslo Oslo PROPN Number=Sing|. . PUNCT _",
    "Ben Ben PROPN Number=Sing|sailed sail VERB Tense=Past|a a DET _|boat boat NOUN Number=Sing|. . PUNCT _",
    "He he PRON Number=Sing|found find VERB Tense=Past|the the DET _|parties party NOUN Number=Plur|. . PUNCT _",
    "They they PRON Number=Plur|found found VERB VerbForm=Fin|cities city NOUN Number=Plur|. . PUNCT _",
    "Cities city NOUN Number=Plur|grow grow VERB VerbForm=Fin|and and CCONJ _|parties party NOUN Number=Plur|end end VERB VerbForm=Fin",
  ]

  static let text: String = {
    var lines: [String] = []
    for (s, sentence) in sentences.enumerated() {
      lines.append("# sent_id = tiny-\(s)")
      for (i, word) in sentence.split(separator: "|").map({ $0.split(separator: " ") }).enumerated()
      where word.count >= 4 {
        let head = i == 0 ? 0 : 1
        let relation = i == 0 ? "root" : "dep"
        lines.append("\(i + 1)\t\(word[0])\t\(word[1])\t\(word[2])\t_\t\(word[3])\t\(head)\t\(relation)\t_\t_")
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }()

  static func read() throws -> [TreebankSentence] {
    try TreebankReader.sentences(in: Array(text.utf8), path: "tiny.conllu")
  }

  /// That of the closed classes alone.
  static func vocabulary() throws -> Vocabulary {
    var builder = ModelFileBuilder()
    VocabularyTrainer(lexicon: Lexicon.Builder().build()).add(to: &builder)
    return try Vocabulary(ModelFile(bytes: builder.build()))
  }

  static var settings: TaggerTrainer.Settings {
    var settings = TaggerTrainer.Settings()
    (settings.epochs, settings.rounds, settings.bits, settings.morphologyBits) = (3, 2, 9, 8)
    settings.dropout = 0
    return settings
  }

  static func trainer(_ settings: TaggerTrainer.Settings = settings) throws -> TaggerTrainer {
    try TaggerTrainer(read(), development: read(), vocabulary: vocabulary(), settings: settings)
  }

  /// Vocabulary, tagger and lemmatizer in one file.
  static func model() throws -> [UInt8] {
    let trainer = try trainer()
    try trainer.run()
    var builder = ModelFileBuilder()
    VocabularyTrainer(lexicon: Lexicon.Builder().build()).add(to: &builder)
    trainer.add(to: &builder)
    let tagger = try LinearTagger(ModelFile(bytes: builder.build()))
    try LemmaTrainer(read(), labels: tagger.morphology, vocabulary: vocabulary(), lexicon: nil).add(to: &builder)
    return builder.build()
  }
}
