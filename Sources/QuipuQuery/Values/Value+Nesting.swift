extension Value {
  /// How deep lists and maps may stand within one another: the runtime frees them by recursion.
  public static let nestingLimit = 1_000

  /// Whether lists and maps stand within one another more than `limit` deep. Looks no deeper than that.
  /// Complexity: O(elements).
  public func isNested(deeperThan limit: Int) -> Bool {
    var budget = Int.max
    return isNested(deeperThan: limit, &budget)
  }

  /// Refuses a value that is nested beyond the limit, or so often holds itself (`[x, x]` again and again) that no one
  /// could write it out. To be asked after every step of what can nest without bounds, which is `reduce`.
  public func checkNesting() throws(QueryError) {
    var budget = Operators.listLimit
    guard isNested(deeperThan: Value.nestingLimit, &budget) else { return }
    if budget < 0 { try Operators.checkSize(elements: Operators.listLimit + 1) }
    throw QueryError(
      .limit, .runtime, "NestingLimit", "lists and maps stand more than \(Value.nestingLimit) deep within one another")
  }

  /// True also when more elements than the budget were met.
  private func isNested(deeperThan limit: Int, _ budget: inout Int) -> Bool {
    switch self {
    case .list(let elements):
      budget -= elements.count
      if limit <= 0 || budget < 0 { return true }
      for element in elements where element.isNested(deeperThan: limit - 1, &budget) { return true }
      return false
    case .map(let map):
      budget -= map.count
      if limit <= 0 || budget < 0 { return true }
      for entry in map.entries where entry.value.isNested(deeperThan: limit - 1, &budget) { return true }
      return false
    default: return false
    }
  }
}
