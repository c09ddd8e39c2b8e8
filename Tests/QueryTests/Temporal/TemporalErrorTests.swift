import Testing

@testable import QuipuQuery

/// Messages say what was wrong and what would be right.
@Suite struct TemporalErrorTests {
  @Test(arguments: [
    (
      "date('yesterday')",
      "'yesterday' is not the text of a date: expected a form such as '2015-07-21', '2015-W30-2', '2015-Q3-21' or "
        + "'2015-202'"
    ),
    ("date({year: 2021, month: 2, day: 29})", "day is 29, expected 1 to 28"),
    ("date({year: 2021, month: 2, week: 9})", "month and week tell the day in different ways: use one of them"),
    ("localtime({minute: 5})", "a time needs its hour"),
    ("localtime({hour: 1, second: 5})", "second needs minute before it"),
    (
      "localtime({hours: 5})",
      "a localtime has no component 'hours': expected some of hour, minute, second, millisecond, microsecond, "
        + "nanosecond, timezone, time, datetime"
    ),
    (
      "datetime({year: 2021, timezone: 'Atlantis'})",
      "'Atlantis' is no time zone known here: expected an offset such as '+01:00' or a name such as 'Europe/Paris'"
    ),
    (
      "datetime('2021-01-01T00:00+05:00[Europe/Paris]')",
      "the offset +05:00 is not that of Europe/Paris at 2021-01-01T00:00: leave out one of them"
    ),
    (
      "duration('1 day')",
      "'1 day' is not the text of a duration: expected a form such as 'P1Y2M10DT2H30M', 'PT0.5S' or 'P2W'"
    ),
    ("date.truncate('hour', date())", "a date cannot be truncated to 'hour': expected 'day' or a longer unit"),
    (
      "date.truncate('fortnight', date())",
      "'fortnight' is no unit to truncate to: expected one of millennium, century, decade, year, weekYear, quarter, "
        + "month, week, day, hour, minute, second, millisecond, microsecond"
    ),
    ("date('+999999999-12-31') + duration('P1D')", "the date lies outside the years -999,999,999 to 999,999,999"),
    ("duration({days: 1e300})", "the duration's months, days or seconds are beyond 64 bits"),
    ("duration('P1D') / 0", "a duration cannot be divided by zero"),
  ]) func message(expression: String, message: String) throws {
    do {
      let value = try TemporalExpression.evaluate(expression)
      Issue.record("\(expression) gave \(value)")
    } catch let error as QueryError {
      #expect(error.message == message)
      #expect(error.phase == .runtime)
      #expect(error.range == nil)
    }
  }

  @Test func functionsAreDescribed() {
    let functions = TemporalFunctions.temporal
    #expect(functions.count == 5 * 5 + 2 + 5)
    #expect(Set(functions.map(\.name)).count == functions.count)
    for function in functions {
      #expect(function.summary.hasPrefix(function.name + "("))
      #expect(function.arity.upperBound == function.parameters.count)
    }
    #expect(functions.filter { !$0.isDeterministic }.map(\.name).allSatisfy { $0.hasSuffix(".realtime") })
  }
}
