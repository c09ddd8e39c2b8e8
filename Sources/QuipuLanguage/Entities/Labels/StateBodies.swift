/// Bodies that are named with their state or city: 'U.S. Department of Energy', 'Supreme Court of Norway' are one name;
/// 'US FBI' is two. UNER + 0.2.
enum StateBodies {
  private static let states = GazetteerKind.country.bit | GazetteerKind.region.bit
  private static let (of, the, and) = (
    FeatureHash.word("of"), FeatureHash.word("the"), FeatureHash.word("and")
  )

  /// Joins the name of a place and that of an organisation beside it.
  static func join(_ sentence: LabelledSentence, place: Int, organization: Int) {
    let records = sentence.records
    sentence.forEachName(place) { name in
      guard records[name.lowerBound].gazetteer & states != 0, sentence.begins(name.upperBound, organization),
        !records[name.upperBound].flags.contains(.isUpper)
      else { return }
      sentence.name(name.lowerBound..<sentence.end(of: name.upperBound, organization), organization)
    }
    sentence.forEachName(organization) { name in
      var next = name.upperBound
      guard next < sentence.count, records[next].folded == of, isNoun(records[next - 1]) else { return }
      next += next + 1 < sentence.count && records[next + 1].folded == the ? 2 : 1
      guard sentence.begins(next, place) else { return }
      let end = sentence.end(of: next, place)
      guard records[end].folded != and else { return }
      sentence.name(name.lowerBound..<end, organization)
    }
  }

  /// 'Court', 'Authority', but no 'Disney'.
  private static func isNoun(_ record: TokenRecord) -> Bool {
    record.lexicon & WordClasses.noun.rawValue != 0 && !record.flags.contains(.isUpper)
  }
}
