import QuipuQuery
import Testing

@Suite struct ValueMapTests {
  @Test func ofEqualKeysTheLastStandsAndTheOrderIsTheBytes() {
    let map = ValueMap([(key: "b", value: .int(1)), (key: "a", value: .int(2)), (key: "b", value: .int(3))])
    #expect(map.entries.map(\.key) == ["a", "b"])
    #expect(map["b"] == .int(3))
    #expect(map["c"] == nil)
  }

  @Test func canonicallyEquivalentKeysAreTwo() {
    let map = ValueMap([(key: "\u{E9}", value: .int(1)), (key: "e\u{301}", value: .int(2))])
    #expect(map.count == 2)
  }
}
