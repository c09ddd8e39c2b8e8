import QuipuGraph
import QuipuQuery
import Testing

@Suite struct EquivalenceTests {
  @Test(arguments: [
    (Value.null, Value.null, true), (nan, nan, true), (.double(.nan), .double(-.nan), true),
    (.int(1), .double(1), true),
    (.double(0), .double(-0.0), true), (.int(1 << 53 + 1), .double(0x1p53), false),
    (.list([.null]), .list([.null]), true), (.string("\u{E9}"), .string("e\u{301}"), false),
    (.string("1"), .int(1), false), (.null, .bool(false), false),
    (.map(ValueMap([(key: "a", value: nan)])), .map(ValueMap([(key: "a", value: nan)])), true),
    (temporal("2020-01-01T12:00Z", .dateTime), temporal("2020-01-01T13:00+01:00", .dateTime), false),
  ])
  func cases(_ a: Value, _ b: Value, _ expected: Bool) {
    #expect(Value.equivalent(a, b) == expected)
    #expect((EquivalentValue(a) == EquivalentValue(b)) == expected)
    #expect(Set([EquivalentValue(a), EquivalentValue(b)]).count == (expected ? 1 : 2))
  }

  @Test func equivalentValuesHashAlike() {
    var values = RandomValues(seed: 4)
    for _ in 0..<20_000 {
      let (a, b) = ([values.value(), values.value(depth: 0)], [values.value(), values.value(depth: 0)])
      guard GroupKey(a) == GroupKey(b) else { continue }
      #expect(GroupKey(a).hashValue == GroupKey(b).hashValue)
    }
  }

  @Test func equalValuesAreEquivalent() {
    var values = RandomValues(seed: 5)
    for _ in 0..<20_000 {
      let (a, b) = (values.value(), values.value())
      if Value.equal(a, b) == true { #expect(Value.equivalent(a, b)) }
      if Value.equivalent(a, b) { #expect(Value.equal(a, b) != false || Self.containsNaN(a)) }
    }
  }

  private static func containsNaN(_ value: Value) -> Bool {
    switch value {
    case .double(let x): x.isNaN
    case .list(let elements): elements.contains(where: containsNaN)
    case .map(let map): map.entries.contains { containsNaN($0.value) }
    default: false
    }
  }
}
