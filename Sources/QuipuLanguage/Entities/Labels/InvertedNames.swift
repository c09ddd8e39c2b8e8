/// Names of people with the surname first, as mail programs write them: '"Lund, Anna"', '[Lund, Anna M.]' are one name.
/// UNER + 0.4.
enum InvertedNames {
  private static let comma = FeatureHash.word(",")
  private static let signs: [(open: UInt32, close: UInt32)] = [("\"", "\""), ("[", "]"), ("'", "'"), ("<", ">")].map {
    (FeatureHash.word($0.0), FeatureHash.word($0.1))
  }

  /// Joins two names of people around a comma that stand alone between two signs.
  static func join(_ sentence: LabelledSentence, person: Int) {
    let records = sentence.records
    sentence.forEachName(person) { surname in
      let comma = surname.upperBound
      guard surname.lowerBound > 0, comma + 2 < sentence.count, records[comma].folded == InvertedNames.comma,
        let sign = signs.first(where: { $0.open == records[surname.lowerBound - 1].folded }),
        sentence.begins(comma + 1, person)
      else { return }
      let end = sentence.end(of: comma + 1, person)
      guard end < sentence.count, records[end].folded == sign.close else { return }
      sentence.name(surname.lowerBound..<end, person)
    }
  }
}
