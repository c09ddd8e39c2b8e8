/// The legal form behind a company's name belongs to it, with the comma before it, and ends it: 'Fjord Foods, Inc.'. The
/// sources have the comma inside in 18 of 18 places, and in 12 of 12 the name ends before a capital behind the form.
enum CompanyForms {
  private static let comma = FeatureHash.word(",")
  private static let forms = Set(
    """
    inc inc. incorporated ltd ltd. llc l.l.c. llp l.l.p. lp l.p. corp corp. corporation co co. plc gmbh ag s.a. \
    n.v. b.v. a.s. pvt pvt.
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { FeatureHash.word($0) })

  /// Forms that no longer name goes on behind ('Fjord Co. of Norway' does).
  private static let last = forms.subtracting(["corporation", "co", "co.", "ag"].map { FeatureHash.word($0) })

  /// Joins organisations and the forms behind them, and ends them there.
  static func join(_ sentence: LabelledSentence, organization: Int) {
    let (records, labels) = (sentence.records, sentence.labels)
    sentence.forEachName(organization) { name in
      var end = ownEnd(of: name, records)
      while end + 1 < sentence.count, records[end].folded == comma, isForm(records[end + 1]) {
        end += 2
        while end < sentence.count, isForm(records[end]) { end += 1 }
      }
      guard end != name.upperBound else { return }
      var rest = end
      while rest < sentence.count, Int(labels[rest]) == EntityLabels.inside(organization) {
        labels[rest] = UInt8(EntityLabels.outside)
        rest += 1
      }
      sentence.name(name.lowerBound..<end, organization)
    }
  }

  /// Behind the first last form in the name, with those that follow it.
  private static func ownEnd(of name: Range<Int>, _ records: UnsafePointer<TokenRecord>) -> Int {
    guard
      var end = name.dropFirst().first(where: { isForm(records[$0]) && last.contains(records[$0].folded) })
    else { return name.upperBound }
    while end < name.upperBound, isForm(records[end]) { end += 1 }
    return end
  }

  private static func isForm(_ record: TokenRecord) -> Bool {
    record.flags.contains(.startsUpper) && forms.contains(record.folded)
  }
}
