import QuipuQuery
import QuipuTestSupport
import Testing

@Suite struct AggregatesTests {
  private func result(
    _ name: String, _ values: [Value], isDistinct: Bool = false, parameter: Value? = nil
  ) throws -> Value {
    let accumulator = try #require(Aggregates.make(name: name, isDistinct: isDistinct))
    for value in values {
      if let parameter { try accumulator.setParameter(parameter) }
      try accumulator.add(value)
    }
    return try accumulator.result()
  }

  @Test(arguments: [
    ("count", [Value.int(1), .null, .int(1)], Value.int(2)), ("COUNT", [], .int(0)),
    ("collect", [.null, .int(1), .int(1)], ints(1, 1)),
    ("sum", [], .int(0)), ("sum", [.int(33), .null, .int(42)], .int(75)),
    ("sum", [.int(1), .double(0.5)], .double(1.5)),
    // Beyond 64 bits on the way, within at the end.
    ("sum", [.int(.max), .int(1), .int(-1)], .int(.max)),
    ("sum", [.double(1e100), .int(1), .double(-1e100)], .double(1)),
    ("sum", [.double(.infinity), .double(1)], .double(.infinity)),
    ("avg", [], .null), ("avg", [.int(1), .int(2)], .double(1.5)), ("avg", [.int(.max), .int(.max)], .double(0x1p63)),
    ("min", [.int(1), .string("a"), .null, ints(1, 2), .double(0.2), .string("b")], ints(1, 2)),
    ("max", [.int(1), .string("a"), .null, ints(1, 2), .double(0.2), .string("b")], .int(1)),
    ("max", [ints(1), ints(2), ints(2, 1)], ints(2, 1)), ("min", [], .null), ("max", [.null], .null),
    ("stDev", [.int(2), .int(4)], .double(2.0.squareRoot())), ("stDevP", [.int(2), .int(4)], .double(1)),
    ("stDev", [.int(2)], .double(0)),
    ("stDevP", [], .double(0)),
  ])
  func cases(_ name: String, _ values: [Value], _ expected: Value) throws {
    #expect(try result(name, values) == expected)
  }

  @Test func distinctTakesEquivalentValuesOnce() throws {
    let values: [Value] = [.int(1), .double(1), .null, nan, .double(-.nan), .string("a"), .null]
    #expect(try result("count", values, isDistinct: true) == .int(3))
    #expect(try result("collect", [.null, .int(1), .null], isDistinct: true) == ints(1))
    #expect(try result("sum", [.int(2), .int(2)], isDistinct: true) == .int(2))
  }

  @Test(arguments: [
    (0.0, 10.0, 10.0), (0.5, 25, 20), (1, 40, 40), (0.25, 17.5, 10), (0.26, 17.8, 20), (0.1, 13, 10),
  ])
  func percentiles(_ percentile: Double, _ continuous: Double, _ discrete: Double) throws {
    let values: [Value] = [40, 10, 30, 20].map { .double($0) } + [.null]
    #expect(try result("percentileCont", values, parameter: .double(percentile)) == .double(continuous))
    #expect(try result("percentileDisc", values, parameter: .double(percentile)) == .double(discrete))
  }

  @Test func percentilesOfNothingAreNullAndOfIntegersDiscretelyIntegers() throws {
    #expect(try result("percentileCont", [], parameter: .double(0.5)) == .null)
    #expect(try result("percentileDisc", [.int(3)], parameter: .int(1)) == .int(3))
  }

  @Test(arguments: [Value.int(1000), .int(-1), .double(1.1), nan]) func percentilesLieBetween0And1(_ percentile: Value)
  {
    for name in ["percentileCont", "percentileDisc"] {
      let error = #expect(throws: QueryError.self) { try result(name, [.double(10)], parameter: percentile) }
      #expect(error?.kind == .argument)
      #expect(error?.detail == "NumberOutOfRange")
    }
  }

  @Test func aSumBeyond64BitsIsAnError() {
    let error = #expect(throws: QueryError.self) { try result("sum", [.int(.max), .int(1)]) }
    #expect(error?.kind == .arithmetic)
    #expect(error?.detail == "IntegerOverflow")
  }

  @Test(arguments: ["sum", "avg", "stDev", "stDevP", "percentileCont"]) func otherTypesAreRefused(_ name: String) {
    let error = #expect(throws: QueryError.self) { try result(name, [.string("a")]) }
    #expect(error?.kind == .type)
  }

  @Test func numbersAndDurationsDoNotMix() {
    let duration = temporal("P1D", .duration)
    #expect(throws: QueryError.self) { try result("sum", [.int(1), duration]) }
    #expect(throws: QueryError.self) { try result("avg", [duration, .int(1)]) }
  }

  /// Against exact integers.
  @Test func sumsOfFloatsKeepWhatPlainAdditionLoses() throws {
    var random = SplitMix64(seed: 10)
    var values: [Value] = []
    var exact: Int64 = 0
    for _ in 0..<10_000 {
      let number = Int64.random(in: -1_000_000...1_000_000, using: &random)
      exact += number
      values += [.double(Double(number) * 0x1p-20), .double(1e12), .double(-1e12)]
    }
    #expect(try result("sum", values) == .double(Double(exact) * 0x1p-20))
  }

  @Test func memoryIsCounted() throws {
    for (name, isDistinct) in [("collect", false), ("count", true), ("percentileDisc", false)] {
      let accumulator = try #require(Aggregates.make(name: name, isDistinct: isDistinct))
      for i in 0..<1_000 { try accumulator.add(.int(Int64(i))) }
      #expect(accumulator.memorySize >= 1_000 * MemoryLayout<Value>.stride)
    }
  }

  @Test func onlyTheseAreAggregates() {
    #expect(Aggregates.isAggregate("STDEVP"))
    #expect(!Aggregates.isAggregate("size"))
    #expect(Aggregates.make(name: "size", isDistinct: false) == nil)
  }
}
