/// Names of people side by side, as in the heads of letters ('To Anna Lund Karin Berg'): two words each, of which the
/// first alone is a given name.
///
/// In the training data six such runs are two names, and two are one. UNER's development set: F1 + 0.3.
enum AdjacentNames {
  /// Parts names of people of four, six or more words between every second and third.
  static func part(_ sentence: LabelledSentence, person: Int) {
    sentence.forEachName(person) { name in
      guard name.count >= 4, name.count.isMultiple(of: 2), inPairs(name, sentence.records) else { return }
      for t in stride(from: name.lowerBound + 2, to: name.upperBound, by: 2) {
        sentence.labels[t] = UInt8(EntityLabels.begin(person))
      }
    }
  }

  /// Whether every first word of two may be a given name and no second may, but for the last.
  private static func inPairs(_ name: Range<Int>, _ records: UnsafePointer<TokenRecord>) -> Bool {
    name.allSatisfy { t in
      let isFirst = (t - name.lowerBound).isMultiple(of: 2)
      return records[t].flags.contains(.startsUpper)
        && (t == name.upperBound - 1 || isFirst == (records[t].lexicon & WordClasses.givenName.rawValue != 0))
    }
  }
}
