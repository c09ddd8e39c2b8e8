import QuipuCore
import QuipuGraph
import Testing

@Suite struct PropertyValueTests {
  /// One of each type, and some that are nearly equal.
  static let values: [PropertyValue] =
    [
      .null, true, false, 0, 1, 1.0, -1.5, "", "1", "a", [], [1], [1.0], [.null],
      .map([:]), .map(["a": 1]), .map(["a": 2]), .map(["b": 1]), .date(CivilDate(daysSinceEpoch: 0)),
      .date(CivilDate(daysSinceEpoch: 1)),
    ] + TemporalValuesTests.roundTrips.compactMap { PropertyValue(iso: $0.1, kind: $0.0) }

  @Test func onlyTheSameAreEqual() {
    for (i, a) in PropertyValueTests.values.enumerated() {
      for (j, b) in PropertyValueTests.values.enumerated() {
        // Two dates occur once in the list and once among the round trips, at most.
        #expect((a == b) == (i == j), "\(a) and \(b)")
        if a == b { #expect(a.hashValue == b.hashValue) }
      }
    }
  }

  @Test func equalityOfNumbers() {
    #expect(PropertyValue.double(0.0) == .double(-0.0))
    #expect(PropertyValue.double(0.0).hashValue == PropertyValue.double(-0.0).hashValue)
    #expect(PropertyValue.double(.nan) != .double(.nan))
  }

  /// "é" as one scalar and as two: equal for Swift's `String`, two values here.
  @Test func stringsCompareByBytes() {
    #expect("\u{E9}" == "e\u{301}")
    #expect(PropertyValue.string("\u{E9}") != .string("e\u{301}"))
    #expect(PropertyMap([(key: "\u{E9}", value: 1), (key: "e\u{301}", value: 2)]).count == 2)
  }

  @Test func everyKindIsThere() {
    #expect(Set(PropertyValueTests.values.map(\.kind)) == Set(PropertyValue.Kind.allCases))
  }

  @Test func mapsAreSortedAndKeepTheLastOfEqualKeys() {
    var map = PropertyMap([(key: "b", value: 1), (key: "a", value: 2), (key: "c", value: 3), (key: "b", value: 4)])
    #expect(map.entries.map(\.key) == ["a", "b", "c"])
    #expect(map["b"] == 4)
    #expect(map["d"] == nil)
    map["b"] = nil
    map["x"] = nil
    #expect(map == ["c": 3, "a": 2])
    #expect(map.count == 2)
  }
}
