import QuipuGraph

/// `duration` and the durations between dates and times (CIP2015-08-06).
enum DurationFunctions {
  static let all: [Function] = [
    Function(
      "duration", arity: 1...1, parameters: [[.string, .map, .duration]], result: .duration,
      summary: "duration(value): from a string such as 'P1Y2M10DT2H30M' or a map of components",
      body: .unary { argument, _ throws(QueryError) in
        switch argument {
        case .string(let text): .duration(try DurationText.duration(text))
        case .map(let map): .duration(try duration(map))
        case .duration: argument
        default: throw .wrongTemporalType("duration takes a string, a map or a duration")
        }
      }),
    difference("between", "months, days and the rest") { difference throws(QueryError) in try difference.between() },
    difference("inMonths", "whole months") { difference throws(QueryError) in try difference.inMonths() },
    difference("inDays", "whole days") { difference throws(QueryError) in try difference.inDays() },
    difference("inSeconds", "seconds") { difference throws(QueryError) in try difference.inSeconds() },
  ]

  private static func difference(
    _ name: String, _ what: String,
    _ duration: @escaping @Sendable (DurationBetween) throws(QueryError) -> CalendarDuration
  ) -> Function {
    let instants = TypeSet.temporal.subtracting(.duration)
    return Function(
      "duration.\(name)", arity: 2...2, parameters: [instants, instants], result: .duration,
      summary: "duration.\(name)(from, to): the time from one to the other in \(what)",
      body: .binary { from, to, context throws(QueryError) in
        .duration(try duration(DurationBetween(from, to, context.timeZones)))
      })
  }

  /// How many of `part` a component stands for: a decimal number and a power of ten.
  private struct Component: Sendable {
    var part: WritableKeyPath<DurationParts, Int128> & Sendable
    var amount: Int128
  }

  private static let components: [String: Component] = [
    "years": Component(part: \.months, amount: 12 * DurationParts.one),
    "quarters": Component(part: \.months, amount: 3 * DurationParts.one),
    "months": Component(part: \.months, amount: DurationParts.one),
    "weeks": Component(part: \.days, amount: 7 * DurationParts.one),
    "days": Component(part: \.days, amount: DurationParts.one),
    "hours": Component(part: \.seconds, amount: 3600 * DurationParts.one),
    "minutes": Component(part: \.seconds, amount: 60 * DurationParts.one),
    "seconds": Component(part: \.seconds, amount: DurationParts.one),
    "milliseconds": Component(part: \.seconds, amount: DurationParts.one / 1000),
    "microseconds": Component(part: \.seconds, amount: DurationParts.one / 1_000_000),
    "nanoseconds": Component(part: \.seconds, amount: DurationParts.one / 1_000_000_000),
  ]

  /// Keys count whatever the case of their letters; null counts as absent.
  private static func duration(_ map: ValueMap) throws(QueryError) -> CalendarDuration {
    var parts = DurationParts()
    guard !map.isEmpty else { throw .badTemporal("a duration needs a component at least, such as days") }
    for entry in map.entries where entry.value != .null {
      guard let component = components[entry.key.lowercased()] else {
        throw .badTemporal(
          "a duration has no component '\(entry.key)': expected some of years, quarters, months, weeks, days, hours, "
            + "minutes, seconds, milliseconds, microseconds, nanoseconds")
      }
      let amount = try number(entry.value, entry.key).multiplied(by: component.amount)
      parts[keyPath: component.part] = try DurationParts.sum(parts[keyPath: component.part], amount)
    }
    return try parts.duration()
  }

  private static func number(_ value: Value, _ key: String) throws(QueryError) -> ExactDecimal {
    switch value {
    case .int(let number): return ExactDecimal(number)
    case .double(let number):
      if let decimal = ExactDecimal(number) { return decimal }
      throw .badTemporal("\(key) must be a finite number")
    default: throw .wrongTemporalType("\(key) must be a number")
    }
  }
}
