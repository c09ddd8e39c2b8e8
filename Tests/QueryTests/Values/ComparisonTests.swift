import QuipuGraph
import QuipuQuery
import Testing

@Suite struct ComparisonTests {
  @Test(
    arguments: [
      (Value.int(1), Value.double(1.5), .less), (.double(1), .int(1), .equal),
      (.int(1 << 53 + 1), .double(0x1p53), .greater),
      (.int(.max), .double(0x1p63), .less), (.int(.min), .double(-0x1p63), .equal),
      (.int(0), .double(-.infinity), .greater),
      (.int(-1), .double(-0.5), .less), (nan, .int(1), .unordered), (.int(1), nan, .unordered), (nan, nan, .unordered),
      (nan, .string("a"), nil), (.string("1"), .int(1), nil), (.null, .null, nil), (.null, .int(1), nil),
      (.string("a"), .string("ab"), .less), (.string("\u{FFFD}"), .string("\u{1F600}"), .less),
      (.bool(false), .bool(true), .less), (.map(ValueMap()), .map(ValueMap()), nil),
      (.node(NodeID(rawValue: 0)), .node(NodeID(rawValue: 0)), nil),
      (temporal("2020-01-01", .date), temporal("2021-01-01", .date), .less),
      (temporal("12:00Z", .time), temporal("12:30+01:00", .time), .greater),
      (temporal("P1D", .duration), temporal("PT24H", .duration), nil),
      (temporal("2020-01-01", .date), temporal("2020-01-01T12:00", .localDateTime), nil),
    ] as [(Value, Value, Value.Comparison?)])
  func ofSingleValues(_ a: Value, _ b: Value, _ expected: Value.Comparison?) {
    #expect(Value.compare(a, b) == expected)
  }

  private static func list(_ values: Value...) -> Value { .list(values) }

  @Test(
    arguments: [
      (list(.int(1), .int(0)), list(.int(1)), true), (list(.int(1), .null), list(.int(1)), true),
      (list(.int(1), .int(2)), list(.int(1), .null), nil), (list(.int(1), .string("a")), list(.int(1), .null), nil),
      (list(.int(1), .int(2)), list(.int(3), .null), false), (list(), list(), true), (list(.int(1)), list(nan), false),
      (list(.int(1)), list(.string("a")), nil),
      // Maps do not compare, but equal ones do not stand in the way.
      (list(.map(ValueMap()), .int(2)), list(.map(ValueMap()), .int(1)), true),
    ] as [(Value, Value, Bool?)])
  func listsGoElementByElement(_ a: Value, _ b: Value, _ isGreaterOrEqual: Bool?) {
    #expect(Value.compare(a, .greaterOrEqual, b) == isGreaterOrEqual)
  }

  @Test(arguments: [
    (ComparisonOperator.less, true, false, false), (.lessOrEqual, true, true, false), (.greater, false, false, true),
    (.greaterOrEqual, false, true, true), (.equal, false, true, false), (.notEqual, true, false, true),
  ])
  func operators(_ comparison: ComparisonOperator, _ less: Bool, _ equal: Bool, _ greater: Bool) {
    #expect(Value.compare(.int(1), comparison, .int(2)) == less)
    #expect(Value.compare(.int(2), comparison, .int(2)) == equal)
    #expect(Value.compare(.int(3), comparison, .int(2)) == greater)
    #expect(Value.compare(nan, comparison, .int(2)) == (comparison == .notEqual))
    #expect(Value.compare(.null, comparison, .int(2)) == nil)
  }

  @Test func agreesWithTheOrderWhereBothAreDefined() {
    var values = RandomValues(seed: 2)
    for _ in 0..<20_000 {
      let (a, b) = (values.value(depth: 0), values.value(depth: 0))
      switch Value.compare(a, b) {
      case .less?: #expect(Value.order(a, b) < 0)
      case .greater?: #expect(Value.order(a, b) > 0)
      case .equal?, .unordered?, nil: break
      }
      #expect((Value.compare(a, b) == .less) == (Value.compare(b, a) == .greater))
    }
  }
}
