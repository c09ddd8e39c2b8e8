import QuipuLanguage

/// Which morphological features are learnt, and how their combinations are numbered.
enum MorphologyReduction {
  /// Number, tense, person, voice, case, and what tells forms of verbs and adjectives apart. The others (kinds of
  /// pronouns and of numerals, abbreviations, style) follow from the form (`FeatureLabels`).
  static let kept: Set<String> = ["Number", "Tense", "Person", "Voice", "VerbForm", "Mood", "Degree", "Case", "Poss"]
  /// Combinations seen less often are slips of annotation.
  static let minimumCount = 3

  static func reduced(_ features: String) -> String {
    features.split(separator: "|").filter { kept.contains(String($0.prefix { $0 != "=" })) }.joined(separator: "|")
  }

  /// The combinations of each part of speech, most frequent first.
  static func labels(_ sentences: [TreebankSentence]) -> MorphologyLabels {
    var counts = [[String: Int]](repeating: [:], count: PartOfSpeech.allCases.count)
    for sentence in sentences {
      for word in sentence.words { counts[Int(word.tag.rawValue)][reduced(word.features), default: 0] += 1 }
    }
    return MorphologyLabels(
      counts.map { counts in
        let ranked = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        let frequent = ranked.filter { $0.value >= minimumCount }
        return (frequent.isEmpty ? Array(ranked.prefix(1)) : frequent).prefix(255).map(\.key)
      })
  }
}
