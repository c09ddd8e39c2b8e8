import QuipuGraph
import QuipuQuery
import Testing

@Suite struct EqualityTests {
  @Test(
    arguments: [
      (Value.null, Value.null, nil), (.null, .int(1), nil), (.int(1), .double(1), true), (.int(1), .string("1"), false),
      (.string("\u{E9}"), .string("e\u{301}"), false), (.double(0), .double(-0.0), true), (nan, nan, false),
      (nan, .string("a"), false),
      // A float cannot tell these apart.
      (.int(1 << 53 + 1), .double(0x1p53), false), (.int(.max), .double(0x1p63), false),
      (.int(.min), .double(-0x1p63), true),
      (.node(NodeID(rawValue: 1)), .edge(EdgeID(rawValue: 1)), false),
    ] as [(Value, Value, Bool?)])
  func ofSingleValues(_ a: Value, _ b: Value, _ expected: Bool?) {
    #expect(Value.equal(a, b) == expected)
    #expect(Value.equal(b, a) == expected)
  }

  private static func list(_ values: Value...) -> Value { .list(values) }

  @Test(
    arguments: [
      (list(.int(1), .int(2)), list(.int(1)), false), (list(.null), list(.int(1)), nil),
      (list(.int(1)), list(.int(1), .null), false),
      (list(.int(1), .int(2)), list(.null, .string("a")), false), (list(), list(), true),
      (list(list(.int(1)), list(.int(2))), list(list(.int(1)), list(.null)), nil),
      (list(list(.int(1)), list(.int(2), .int(3))), list(list(.int(1)), list(.null)), false),
      (list(nan), list(nan), false),
    ] as [(Value, Value, Bool?)])
  func ofLists(_ a: Value, _ b: Value, _ expected: Bool?) {
    #expect(Value.equal(a, b) == expected)
    #expect(Value.equal(b, a) == expected)
  }

  private static func map(_ pairs: (key: String, value: Value)...) -> Value { .map(ValueMap(pairs)) }

  @Test(
    arguments: [
      (map(), map(), true), (map(), map(("k", .null)), false), (map(("k", .null)), map(("k", .null)), nil),
      (map(("k", .int(1))), map(("k", .null)), nil), (map(("k", .int(1))), map(("k", .int(1)), ("l", .null)), false),
      (map(("k", .null), ("l", .int(1))), map(("k", .null), ("l", .int(2))), false),
      (map(("k", .int(1))), map(("l", .int(1))), false), (map(("k", .int(1))), map(("k", .double(1))), true),
    ] as [(Value, Value, Bool?)])
  func ofMaps(_ a: Value, _ b: Value, _ expected: Bool?) {
    #expect(Value.equal(a, b) == expected)
    #expect(Value.equal(b, a) == expected)
  }

  @Test func isSymmetricAndHoldsOfEverythingWithoutNullAndNaN() {
    var values = RandomValues(seed: 1)
    for _ in 0..<20_000 {
      let (a, b) = (values.value(), values.value())
      #expect(Value.equal(a, b) == Value.equal(b, a))
    }
    values.isStorable = true
    for _ in 0..<2_000 {
      let a = values.value()
      #expect(Value.equal(a, a) == true)
    }
  }
}
