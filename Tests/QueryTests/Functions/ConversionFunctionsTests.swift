import QuipuGraph
import QuipuQuery
import Testing

@Suite struct ConversionFunctionsTests {
  @Test(arguments: [
    ("toBoolean", Value.string(" True "), Value.bool(true)), ("toBoolean", .string("false"), .bool(false)),
    ("toBoolean", .string(""), .null),
    ("toBoolean", .string("t"), .null), ("toBoolean", .int(0), .bool(false)), ("toBoolean", .int(-1), .bool(true)),
    ("toInteger", .double(82.9), .int(82)), ("toInteger", .double(-82.9), .int(-82)),
    ("toInteger", .string("2.9"), .int(2)),
    ("toInteger", .string("foo"), .null), ("toInteger", .string(" 7 "), .int(7)),
    ("toInteger", .string("1e3"), .int(1000)),
    ("toInteger", .string("9223372036854775807"), .int(.max)), ("toInteger", .string("9223372036854775808"), .null),
    ("toInteger", .string("0x10"), .null), ("toInteger", .string(""), .null), ("toInteger", .double(.nan), .null),
    ("toInteger", .double(1e300), .null), ("toInteger", .bool(true), .int(1)),
    ("toFloat", .int(3), .double(3)), ("toFloat", .string("5"), .double(5)),
    ("toFloat", .string("-1.5e-2"), .double(-0.015)),
    ("toFloat", .string("0x10"), .null), ("toFloat", .string("inf"), .null),
    ("toFloat", .string("-Infinity"), .double(-.infinity)),
    ("toFloat", .string(""), .null), ("toString", .int(42), .string("42")), ("toString", .double(2.3), .string("2.3")),
    ("toString", .bool(true), .string("true")), ("toString", .double(1e-9), .string("1.0E-9")),
    ("toString", .string("a"), .string("a")),
    ("toIntegerOrNull", .list([]), .null), ("toStringOrNull", .map(ValueMap()), .null),
    ("toBooleanOrNull", .double(1), .null),
    ("toFloatOrNull", .bool(true), .null),
    ("toIntegerList", .list([.string("1"), .null, .list([])]), .list([.int(1), .null, .null])),
    ("toStringList", ints(1, 2), strings("1", "2")),
  ])
  func cases(_ name: String, _ value: Value, _ expected: Value) throws {
    #expect(try call(name, [value]) == expected)
  }

  @Test func datesAndTimesAreWrittenOut() throws {
    for text in ["2020-01-01", "2015-07-21"] {
      #expect(try call("toString", [temporal(text, .date)]) == .string(text))
    }
    #expect(try call("toString", [temporal("P1Y2M", .duration)]) == .string("P1Y2M"))
  }

  @Test(arguments: [
    ("toBoolean", [Value.double(1), .list([]), .map(ValueMap())]), ("toInteger", [.list([]), .map(ValueMap())]),
    ("toFloat", [.bool(true), .list([]), .map(ValueMap())]), ("toString", [.list([]), .map(ValueMap())]),
  ])
  func otherTypesAreRefused(_ name: String, _ values: [Value]) {
    let entities = [
      Value.node(NodeID(rawValue: 0)), .edge(EdgeID(rawValue: 0)), .path(PathValue(nodes: [], edges: [])),
    ]
    for value in values + entities {
      let error = #expect(throws: QueryError.self) { try call(name, [value]) }
      #expect(error?.kind == .type)
      #expect(error?.phase == .runtime)
      #expect(error?.detail == "InvalidArgumentValue")
      #expect(error?.message == "\(name)() needs a value that it can convert, and was given \(value.typeName)")
    }
  }

  /// What `toString` writes of a float `toFloat` reads as the same.
  @Test func floatsSurviveTheirText() throws {
    for number in [0.1, 1e-7, 1e21, .pi, 5e300, -.infinity, 123456789.125, .leastNormalMagnitude] as [Double] {
      let text = try call("toString", [.double(number)])
      #expect(try call("toFloat", [text]) == .double(number))
    }
  }
}
