import QuipuGraph
import Testing

@testable import QuipuQuery

@Suite struct DurationPartsTests {
  @Test func decimalsAreThoseThatPrint() throws {
    for number in [0.0, 0.7, -1.5, 1e-7, 123_456.789, 5e-300, 1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude] {
      let decimal = try #require(ExactDecimal(number))
      #expect(Double("\(decimal.digits)e\(decimal.exponent)") == number)
    }
    #expect(ExactDecimal(.nan) == nil)
    #expect(ExactDecimal(.infinity) == nil)
  }

  @Test func productsAreExact() throws {
    let third = try #require(ExactDecimal("0.333333333333333333".utf8))
    #expect(
      try third.multiplied(by: 9_000_000_000_000_000_000 * DurationParts.one) == 2_999_999_999_999_999_997
        * DurationParts.one)
    #expect(try ExactDecimal("-2.5".utf8)?.multiplied(by: 4) == -10)
    #expect(try ExactDecimal("1e-60".utf8)?.multiplied(by: .max) == 0)
    #expect(throws: QueryError.durationOverflow) { try ExactDecimal("1e30".utf8)?.multiplied(by: DurationParts.one) }
    #expect(throws: QueryError.durationOverflow) { try ExactDecimal("10".utf8)?.multiplied(by: .max) }
  }

  @Test func quotientsAreRoundedTowardsZero() throws {
    #expect(try ExactDecimal("3".utf8)?.divided(into: 10) == 3)
    #expect(try ExactDecimal("0.3".utf8)?.divided(into: -10) == -33)
    #expect(try ExactDecimal("1e3".utf8)?.divided(into: 12_345) == 12)
    #expect(throws: QueryError.durationOverflow) { try ExactDecimal("1e-30".utf8)?.divided(into: DurationParts.one) }
  }

  @Test func fractionsMoveDown() throws {
    var parts = DurationParts()
    parts.months = DurationParts.one * 3 / 2
    #expect(try parts.duration() == CalendarDuration(months: 1, days: 15, seconds: 18_873))
    parts.months = -parts.months
    #expect(try parts.duration() == CalendarDuration(months: -1, days: -15, seconds: -18_873))
    parts = DurationParts()
    parts.seconds = DurationParts.one / 2_000_000_000
    #expect(try parts.duration() == .zero)
    parts.seconds += 1
    #expect(try parts.duration() == CalendarDuration(nanoseconds: 1))
  }

  @Test func extremesStayWhole() throws {
    let longest = CalendarDuration(months: .max, days: .min, seconds: .max, nanoseconds: 999_999_999)
    #expect(try DurationParts(longest).duration() == longest)
    var parts = DurationParts(longest)
    parts.seconds += DurationParts.one
    #expect(throws: QueryError.durationOverflow) { try parts.duration() }
  }
}
