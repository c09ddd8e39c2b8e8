import QuipuQuery
import Testing

@Suite struct NumericFunctionsTests {
  @Test(arguments: [
    ("abs", [Value.int(-1)], Value.int(1)), ("abs", [.double(-1.5)], .double(1.5)), ("sign", [.int(-3)], .int(-1)),
    ("sign", [.double(0)], .int(0)), ("sign", [.double(0.1)], .int(1)), ("ceil", [.double(0.1)], .double(1)),
    ("ceil", [.int(2)], .double(2)),
    ("floor", [.double(-0.1)], .double(-1)), ("isNaN", [nan], .bool(true)), ("isNaN", [.int(1)], .bool(false)),
    ("sqrt", [.int(9)], .double(3)), ("exp", [.int(0)], .double(1)), ("log", [.int(1)], .double(0)),
    ("log10", [.int(1000)], .double(3)),
    ("sin", [.int(0)], .double(0)), ("cos", [.int(0)], .double(1)), ("atan2", [.int(0), .int(1)], .double(0)),
    ("haversin", [.int(0)], .double(0)),
    ("degrees", [.double(.pi)], .double(180)), ("radians", [.int(180)], .double(.pi)), ("pi", [], .double(.pi)),
    ("asin", [.int(1)], .double(.pi / 2)), ("acos", [.int(1)], .double(0)), ("e", [], .double(2.718281828459045)),
  ])
  func cases(_ name: String, _ arguments: [Value], _ expected: Value) throws {
    #expect(try call(name, arguments) == expected)
  }

  @Test func rootsOfNegativeNumbersAreNaN() throws {
    #expect(Value.equivalent(try call("sqrt", [.int(-1)]), nan))
    #expect(Value.equivalent(try call("log", [.int(-1)]), nan))
  }

  @Test func theLeastIntegerHasNoAbsoluteValue() {
    #expect(throws: QueryError.self) { try call("abs", [.int(.min)]) }
  }

  @Test(arguments: [
    (1.5, 2.0), (-1.5, -1), (2.5, 3), (0.49999999999999994, 0), (-0.5, 0), (1e300, 1e300), (.infinity, .infinity),
  ])
  func halvesGoUp(_ number: Double, _ expected: Double) throws {
    #expect(try call("round", [.double(number)]) == .double(expected))
  }

  @Test(
    arguments: [
      (1.005, 2, 1.01), (-1.55, 1, -1.6), (3.14159, 3, 3.142), (0.04, 0, 0), (9.99, 1, 10), (1e-9, 3, 0), (123, 2, 123),
      (0.5, 0, 1),
    ] as [(Double, Int64, Double)])
  func decimalsRoundTheDecimalForm(_ number: Double, _ decimals: Int64, _ expected: Double) throws {
    #expect(try call("round", [.double(number), .int(decimals)]) == .double(expected))
  }

  /// 1.25, -1.25, 1.21, -1.21, 1.35 to one decimal.
  @Test(arguments: [
    ("UP", [1.3, -1.3, 1.3, -1.3, 1.4]), ("DOWN", [1.2, -1.2, 1.2, -1.2, 1.3]),
    ("CEILING", [1.3, -1.2, 1.3, -1.2, 1.4]),
    ("FLOOR", [1.2, -1.3, 1.2, -1.3, 1.3]), ("HALF_UP", [1.3, -1.3, 1.2, -1.2, 1.4]),
    ("HALF_DOWN", [1.2, -1.2, 1.2, -1.2, 1.3]),
    ("half_even", [1.2, -1.2, 1.2, -1.2, 1.4]),
  ])
  func modes(_ mode: String, _ expected: [Double]) throws {
    for (number, expected) in zip([1.25, -1.25, 1.21, -1.21, 1.35], expected) {
      #expect(try call("round", [.double(number), .int(1), .string(mode)]) == .double(expected), "\(number)")
    }
  }

  @Test func roundRefusesOtherModesAndNegativeDecimals() {
    #expect(throws: QueryError.self) { try call("round", [.double(1), .int(1), .string("SIDEWAYS")]) }
    let error = #expect(throws: QueryError.self) { try call("round", [.double(1), .int(-1)]) }
    #expect(error?.message == "round() takes no negative numbers, and was given -1")
  }
}
