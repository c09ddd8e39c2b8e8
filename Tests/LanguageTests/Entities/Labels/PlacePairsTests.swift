import Testing

@testable import QuipuLanguage

@Suite struct PlacePairsTests {
  /// Of how many tokens the first place is in a name whose known parts have these kinds and lengths.
  private func first(_ parts: [(kinds: [GazetteerKind], length: Int)]) -> Int {
    var records: [TokenRecord] = []
    for part in parts {
      let kinds = part.kinds.reduce(0) { $0 | $1.bit }
      for i in 0..<part.length {
        var record = TokenRecord()
        record.gazetteer = i == 0 ? kinds : kinds << 16
        records.append(record)
      }
    }
    return records.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { PlacePairs.first(of: $0, count: buffer.count) } ?? 0
    }
  }

  @Test func aPlaceAndTheLargerOneBehindIt() {
    #expect(first([([.city], 2), ([.region], 1)]) == 2)
    #expect(first([([.region, .person], 1), ([.country], 1)]) == 1)
    #expect(first([([.city], 1), ([.region, .country], 3)]) == 1)
  }

  @Test func allElseIsOnePlace() {
    #expect(first([([.country], 2)]) == 2)
    #expect(first([([.city], 1)]) == 1)
    // The second is no larger place, or not all of the rest.
    #expect(first([([.city], 1), ([.city], 1)]) == 2)
    #expect(first([([.city], 1), ([.region], 1), ([], 1)]) == 3)
    #expect(first([([.city], 1), ([.region], 1), ([.feature], 1)]) == 3)
    // The first is none that is known.
    #expect(first([([], 1), ([.country], 1)]) == 2)
    #expect(first([([.person], 1), ([.country], 1)]) == 2)
    #expect(first([([.city], 1), ([], 1), ([.country], 1)]) == 3)
  }

  private func parted(_ text: String) -> String {
    LabelledWords(
      text, gazetteer: ["WA": (.region, 1), "Ca": (.region, 1), "Washington": (.city, 2), "Norway": (.country, 1)]
    ).after { PlacePairs.part($0, place: 2) }
  }

  @Test func aCodeEndsAnyPlace() {
    #expect(parted("in [Place San Fjord Ca] now") == "in [Place San Fjord] [Place Ca] now")
    #expect(parted("[Place Renton WA]") == "[Place Renton] [Place WA]")
  }

  @Test(arguments: [
    "[Place Washington DC]", "[Place Fjord Norway]", "[Place WA]", "[Person Fjord WA]", "[Place Fjord Dc]",
  ])
  func allElseStays(_ text: String) { #expect(parted(text) == text) }
}
