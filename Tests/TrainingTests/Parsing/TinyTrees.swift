import QuipuLanguage
import QuipuTraining

/// A few trees written for the tests.
enum TinyTrees {
  /// Form, part of speech, head (1-based, 0 for the root), relation.
  private static let sentences = [
    "The DET 2 det|dogs NOUN 3 nsubj|bark VERB 0 root|. PUNCT 3 punct",
    "A DET 2 det|dog NOUN 3 nsubj|barked VERB 0 root|. PUNCT 3 punct",
    "The DET 2 det|bark NOUN 4 nsubj|is AUX 4 cop|loud ADJ 0 root|. PUNCT 4 punct",
    "Anna PROPN 2 nsubj|walks VERB 0 root|to ADP 4 case|Oslo PROPN 2 obl|. PUNCT 2 punct",
    "Anna PROPN 2 nsubj|liked VERB 0 root|the DET 4 det|walks NOUN 2 obj|. PUNCT 2 punct",
    "The DET 2 det|cats NOUN 4 nsubj|were AUX 4 cop|loud ADJ 0 root|. PUNCT 4 punct",
    "Boats NOUN 2 nsubj|sail VERB 0 root|to ADP 4 case|Oslo PROPN 2 obl|. PUNCT 2 punct",
    "Ben PROPN 2 nsubj|sailed VERB 0 root|a DET 4 det|boat NOUN 2 obj|. PUNCT 2 punct",
    "He PRON 2 nsubj|found VERB 0 root|the DET 4 det|parties NOUN 2 obj|. PUNCT 2 punct",
    "Go VERB 0 root",
  ]

  static let text: String = {
    var lines: [String] = []
    for sentence in sentences {
      for (i, word) in sentence.split(separator: "|").map({ $0.split(separator: " ") }).enumerated()
      where word.count == 4 {
        lines.append("\(i + 1)\t\(word[0])\t\(word[0])\t\(word[1])\t_\t_\t\(word[2])\t\(word[3])\t_\t_")
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }()

  static func read() throws -> [TreebankSentence] {
    try TreebankReader.sentences(in: Array(text.utf8), path: "trees.conllu")
  }

  static var settings: ParserTrainer.Settings {
    var settings = ParserTrainer.Settings()
    settings.shape = ParserShape(input: 16, hidden: 16, layers: 2, arc: 16, relation: 16)
    (settings.epochs, settings.folds) = (4, 2)
    return settings
  }
}
