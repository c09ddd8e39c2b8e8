import Testing

@testable import QuipuLanguage

@Suite struct ProperNounsTests {
  private let nouns: ProperNouns
  private let morphology: MorphologyLabels

  init() {
    var labels = [[String]](repeating: [], count: PartOfSpeech.allCases.count)
    labels[Int(PartOfSpeech.noun.rawValue)] = ["Number=Sing", "Number=Plur", "Degree=Pos"]
    labels[Int(PartOfSpeech.properNoun.rawValue)] = ["", "Number=Sing", "Number=Plur"]
    morphology = MorphologyLabels(labels)
    nouns = ProperNouns(morphology)
  }

  private func record(_ form: String, _ tag: PartOfSpeech, _ morphology: UInt32 = 0) -> TokenRecord {
    var (record, folded) = (TokenRecord(), [UInt8]())
    Array(form.utf8).withUnsafeBufferPointer { TokenRecords.read($0, into: &record, folded: &folded) }
    record.tag = UInt32(tag.rawValue) + 1 | morphology << 8
    return record
  }

  /// Tag and morphology of the records after retagging, and which were changed.
  private func retagged(_ label: String, _ records: [TokenRecord]) -> (texts: [String], changed: [Int]) {
    var (records, changed) = (records, [Int]())
    records.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      nouns.retag(EntitySpan(tokens: 7..<7 + buffer.count, label: label), base) { changed.append($0) }
    }
    let texts = records.map { $0.partOfSpeech.code + " " + morphology.text($0.partOfSpeech, UInt8($0.tag >> 8)) }
    return (texts, changed)
  }

  @Test func nounsWithCapitalsBecomeProper() {
    let (texts, changed) = retagged(
      "Organization",
      [record("Ministry", .noun), record("of", .adposition), record("Fish", .noun, 1), record("Good", .noun, 2)])
    #expect(texts == ["PROPN Number=Sing", "ADP ", "PROPN Number=Plur", "PROPN "])
    #expect(changed == [0, 2, 3])
  }

  @Test(arguments: ["CreativeWork", "Event", "Product", "PeopleGroup", "Vessel"])
  func namesOfOtherKindsStay(_ label: String) {
    #expect(retagged(label, [record("Ministry", .noun)]).changed.isEmpty)
  }

  @Test func otherWordsStay() {
    var respelt = record("Beacuse", .noun)
    respelt.flags.insert(.isRespelt)
    let words = [record("ministry", .noun), record("Royal", .adjective), record("Oslo", .properNoun, 1), respelt]
    #expect(retagged("City", words).changed.isEmpty)
  }
}
