/// The aggregates by name.
public struct Aggregates: Sendable {
  /// What is known of an aggregate before the query runs.
  public struct Aggregate: Sendable {
    public var name: String
    public var arity: Int
    /// What each argument may be.
    public var parameters: [TypeSet]
    public var result: TypeSet
    public var summary: String
    fileprivate var make: @Sendable () -> Accumulator

    /// A new accumulator.
    public func accumulator(isDistinct: Bool) -> Accumulator { isDistinct ? DistinctAccumulator(make()) : make() }
  }

  public static let all: [Aggregate] = [
    Aggregate(
      name: "count", arity: 1, parameters: [.any], result: .integer,
      summary: "count(value): how many are not null; count(*): how many rows"
    ) { CountAccumulator() },
    Aggregate(
      name: "sum", arity: 1, parameters: [[.number, .duration]], result: [.number, .duration],
      summary: "sum(number or duration): the sum"
    ) { SumAccumulator() },
    Aggregate(
      name: "avg", arity: 1, parameters: [[.number, .duration]], result: [.float, .duration],
      summary: "avg(number or duration): the mean"
    ) { MeanAccumulator() },
    Aggregate(
      name: "min", arity: 1, parameters: [.any], result: .any,
      summary: "min(value): the first in the order of ORDER BY"
    ) { ExtremeAccumulator(sign: -1) },
    Aggregate(
      name: "max", arity: 1, parameters: [.any], result: .any,
      summary: "max(value): the last in the order of ORDER BY"
    ) { ExtremeAccumulator(sign: 1) },
    Aggregate(
      name: "collect", arity: 1, parameters: [.any], result: .list,
      summary: "collect(value): a list of those that are not null"
    ) { CollectAccumulator() },
    Aggregate(
      name: "stDev", arity: 1, parameters: [.number], result: .float,
      summary: "stDev(number): the standard deviation, estimated from a sample"
    ) { DeviationAccumulator(isSample: true) },
    Aggregate(
      name: "stDevP", arity: 1, parameters: [.number], result: .float,
      summary: "stDevP(number): the standard deviation of a whole population"
    ) { DeviationAccumulator(isSample: false) },
    Aggregate(
      name: "percentileCont", arity: 2, parameters: [.number, .number], result: .float,
      summary: "percentileCont(number, p): the p-th percentile (0 to 1), between two values where it falls so"
    ) { PercentileAccumulator(isContinuous: true) },
    Aggregate(
      name: "percentileDisc", arity: 2, parameters: [.number, .number], result: .number,
      summary: "percentileDisc(number, p): the value nearest to the p-th percentile (0 to 1)"
    ) { PercentileAccumulator(isContinuous: false) },
  ]

  private static let byName: [String: Aggregate] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })

  /// Whatever the case of the name's letters.
  public static func find(_ name: String) -> Aggregate? { byName[name.lowercased()] }

  public static func isAggregate(_ name: String) -> Bool { find(name) != nil }

  /// A new accumulator; nil when there is no such aggregate.
  public static func make(name: String, isDistinct: Bool) -> Accumulator? {
    find(name)?.accumulator(isDistinct: isDistinct)
  }
}
