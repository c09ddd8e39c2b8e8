import QuipuGraph

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The functions that make dates and times (CIP2015-08-06).
enum TemporalFunctions {
  /// All of them, durations' included.
  static let temporal: [Function] = TemporalType.allCases.flatMap(functions) + epoch + DurationFunctions.all

  private static let instants = TypeSet.temporal.subtracting(.duration)

  private static func functions(_ type: TemporalType) -> [Function] {
    let clocks = [
      clock(type, "transaction", isDeterministic: true) { $0.statementTime },
      clock(type, "statement", isDeterministic: true) { $0.statementTime },
      clock(type, "realtime", isDeterministic: false) { _ in realTime() },
    ]
    return [construction(type)] + clocks + [truncation(type)]
  }

  private static func construction(_ type: TemporalType) -> Function {
    Function(
      type.rawValue, arity: 0...1, parameters: [instants.union([.string, .map])], result: type.typeSet,
      summary: "\(type.rawValue)(value): from a string, a map of components or another value; the present without",
      body: .variadic { arguments, context throws(QueryError) in
        switch arguments.first {
        case nil: try type.current(.utc, context.statementTime)
        case .string(let text): try type.parse(text, context.timeZones)
        case .map(let map): try type.build(map, context.timeZones, now: context.statementTime)
        case .some(let value): try type.convert(value, context.timeZones)
        }
      })
  }

  private static func clock(
    _ type: TemporalType, _ name: String, isDeterministic: Bool,
    _ moment: @escaping @Sendable (EvaluationContext) -> (seconds: Int64, nanoseconds: Int32)
  ) -> Function {
    let name = "\(type.rawValue).\(name)"
    return Function(
      name, arity: 0...1, parameters: [[.string, .map]], result: type.typeSet, isDeterministic: isDeterministic,
      summary: "\(name)(timezone): the present by the \(name) clock, in UTC or the time zone given",
      body: .variadic { arguments, context throws(QueryError) in
        switch arguments.first {
        case nil: try type.current(.utc, moment(context))
        case .string(let zone): try type.current(TemporalZone(zone, context.timeZones), moment(context))
        case .map(let map): try type.build(map, context.timeZones, now: moment(context))
        default: throw .wrongTemporalType("\(name) takes a time zone such as 'Europe/Paris'")
        }
      })
  }

  private static func truncation(_ type: TemporalType) -> Function {
    let name = "\(type.rawValue).truncate"
    return Function(
      name, arity: 1...3, parameters: [.string, instants, .map], result: type.typeSet,
      summary: "\(name)(unit, value, components): the start of the unit, such as 'month', with components put in",
      body: .variadic { arguments, context throws(QueryError) in
        guard case .string(let unit) = arguments[0] else {
          throw .wrongTemporalType("\(name) takes the name of a unit such as 'month' first")
        }
        var components = ValueMap()
        if arguments.count > 2 {
          guard case .map(let map) = arguments[2] else {
            throw .wrongTemporalType("\(name) takes a map of components as its third argument")
          }
          components = map
        }
        let value = try arguments.count > 1 ? arguments[1] : type.current(.utc, context.statementTime)
        return try type.truncate(
          TruncationUnit(unit), value, components, context.timeZones, now: Int(context.statementTime.seconds))
      })
  }

  private static let epoch = [
    Function(
      "datetime.fromepoch", arity: 1...2, parameters: [.integer, .integer], result: .dateTime,
      summary: "datetime.fromepoch(seconds, nanoseconds): so long after 1970-01-01T00:00Z",
      body: .variadic { arguments, _ throws(QueryError) in
        guard case .int(let seconds) = arguments[0] else { throw epochType }
        guard case .int(let nanoseconds) = arguments.count > 1 ? arguments[1] : .int(0) else { throw epochType }
        let (sum, overflow) = Int(seconds).addingReportingOverflow(floorDivide(Int(nanoseconds), 1_000_000_000))
        guard !overflow else { throw .dateOutOfRange }
        return .dateTime(
          try TemporalZone.utc.dateTime(at: sum, nanosecond: floorModulo(Int(nanoseconds), 1_000_000_000)))
      }),
    Function(
      "datetime.fromepochmillis", arity: 1...1, parameters: [.integer], result: .dateTime,
      summary: "datetime.fromepochmillis(milliseconds): so long after 1970-01-01T00:00Z",
      body: .unary { argument, _ throws(QueryError) in
        guard case .int(let milliseconds) = argument else { throw epochType }
        let seconds = floorDivide(Int(milliseconds), 1000)
        let nanosecond = floorModulo(Int(milliseconds), 1000) * 1_000_000
        return .dateTime(try TemporalZone.utc.dateTime(at: seconds, nanosecond: nanosecond))
      }),
  ]

  private static let epochType = QueryError.wrongTemporalType("time since the epoch is given in integers")

  private static func realTime() -> (seconds: Int64, nanoseconds: Int32) {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return (Int64(time.tv_sec), Int32(time.tv_nsec))
  }
}
