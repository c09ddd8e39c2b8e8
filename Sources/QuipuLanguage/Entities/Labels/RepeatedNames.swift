/// A given name twice: one letter ends with it, the next sentence or signature begins with it ('Anna Anna Lund').
enum RepeatedNames {
  private static let hyphen = FeatureHash.word("-")

  /// Parts names of people between two equal given names; of double names ('Boutros Boutros-Ghali') the second has a
  /// hyphen.
  static func part(_ sentence: LabelledSentence, person: Int) {
    let records = sentence.records
    sentence.forEachName(person) { name in
      for t in name.dropFirst()
      where records[t].folded == records[t - 1].folded && records[t].lexicon & WordClasses.givenName.rawValue != 0
        && records[t + 1].folded != hyphen
      {
        sentence.labels[t] = UInt8(EntityLabels.begin(person))
      }
    }
  }
}
