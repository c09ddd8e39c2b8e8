import QuipuLanguage
import QuipuTestSupport
import Testing

@Suite struct GazetteerPhrasesTests {
  private func records(_ words: [String]) -> TokenRecords {
    let records = TokenRecords()
    for word in words { Array(word.utf8).withUnsafeBufferPointer { records.append($0, isJoined: false) } }
    records.close()
    return records
  }

  /// The sections of phrases, as the compiler makes them.
  private func gazetteer(_ names: [[String]: UInt32]) throws -> GazetteerPhrases {
    var phrases: [UInt64: UInt32] = [:]
    for (words, kinds) in names {
      let records = records(words)
      var phrase = GazetteerPhrases.start
      for i in words.indices {
        phrase = GazetteerPhrases.extend(phrase, by: records[i].folded)
        phrases[phrase, default: 0] |= i == words.count - 1 ? kinds : GazetteerPhrases.goesOn
      }
    }
    let sets = Set(phrases.values).sorted()
    var builder = ModelFileBuilder()
    builder.add(
      "g",
      map: phrases.sorted { $0.key < $1.key }.map { ($0.key, UInt16(sets.firstIndex(of: $0.value) ?? 0)) })
    builder.add("g.sets", integers: sets)
    return try GazetteerPhrases(ModelFile(bytes: builder.build()), "g")
  }

  private func marks(_ words: [String], _ gazetteer: GazetteerPhrases) -> [UInt32] {
    let records = records(words)
    gazetteer.mark(records.first, count: records.count)
    return (0..<records.count).map { records[$0].gazetteer }
  }

  @Test func theLongestNameIsMarked() throws {
    let (city, region) = (GazetteerKind.city.bit, GazetteerKind.region.bit)
    let gazetteer = try gazetteer([["York"]: city, ["New", "York"]: city, ["New", "York", "State"]: region])
    #expect(marks(["in", "New", "York", "."], gazetteer) == [0, city, city << 16, 0])
    #expect(marks(["New", "York", "State"], gazetteer) == [region, region << 16, region << 16])
    #expect(marks(["York", "New"], gazetteer) == [city, 0])
    #expect(marks([], gazetteer) == [])
  }

  @Test func randomTextsAreMarkedAsByNaiveSearch() throws {
    var random = SplitMix64(seed: 3)
    let words = ["A", "B", "C", "D"]
    var names: [[String]: UInt32] = [:]
    for _ in 0..<20 {
      let name = (0..<1 + random.next() % 4).map { _ in words[Int(random.next() % 4)] }
      names[name] = 1 << UInt32(random.next() % 16)
    }
    let gazetteer = try gazetteer(names)
    for _ in 0..<100 {
      let text = (0..<12).map { _ in words[Int(random.next() % 4)] }
      var expected = [UInt32](repeating: 0, count: text.count)
      var i = 0
      while i < text.count {
        let length = (1...min(4, text.count - i)).last { names[Array(text[i..<i + $0])] != nil } ?? 0
        if length > 0, let kinds = names[Array(text[i..<i + length])] {
          for k in 0..<length { expected[i + k] |= k == 0 ? kinds : kinds << 16 }
        }
        i += max(length, 1)
      }
      #expect(marks(text, gazetteer) == expected)
    }
  }
}
