/// What the checks need to know of an aggregating function.
struct AggregateFunction: Sendable {
  var name: String
  /// What each argument may be; there must be as many.
  var parameters: [TypeSet]

  static let all: [AggregateFunction] = [
    AggregateFunction(name: "count", parameters: [.any]),
    AggregateFunction(name: "sum", parameters: [[.number, .duration]]),
    AggregateFunction(name: "avg", parameters: [[.number, .duration]]),
    AggregateFunction(name: "min", parameters: [.any]),
    AggregateFunction(name: "max", parameters: [.any]),
    AggregateFunction(name: "collect", parameters: [.any]),
    AggregateFunction(name: "stDev", parameters: [.number]),
    AggregateFunction(name: "stDevP", parameters: [.number]),
    AggregateFunction(name: "percentileCont", parameters: [.number, .number]),
    AggregateFunction(name: "percentileDisc", parameters: [.number, .number]),
  ]

  private static let positions: [String: Int] = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($1.name.lowercased(), $0) })

  /// Finds an aggregate whatever the case of the name's letters.
  static func find(_ name: String) -> AggregateFunction? { positions[name.lowercased()].map { all[$0] } }

  /// The type of its value over arguments of the given type.
  func result(of argument: StaticType) -> StaticType {
    switch name {
    case "count": .integer
    case "sum": argument.kinds == .integer ? .integer : StaticType([.number, .duration])
    case "avg": StaticType([.float, .duration])
    case "min", "max": argument
    case "collect": .list(of: argument.kinds)
    case "stDev", "stDevP": StaticType(.float)
    default: StaticType(.number)
    }
  }
}
