import QuipuCore

/// A pattern as a predicate, `EXISTS { … }`: whether there is a row; no second one is looked for.
final class ExistsExpression: PredicateExpression {
  let plan: Subplan

  init(_ plan: Subplan, range: ByteRange) {
    self.plan = plan
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    var isFound = false
    try plan.forEachRow(frame) { (_) throws(QueryError) -> Bool in
      isFound = true
      return false
    }
    return isFound
  }
}

/// `COUNT { … }`
final class CountExpression: CompiledExpression {
  let plan: Subplan

  init(_ plan: Subplan, range: ByteRange) {
    self.plan = plan
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value { .int(Int64(try plan.count(frame))) }
}

/// A pattern comprehension, `COLLECT { … }`, `allShortestPaths(…)`: one value of each row, in a list.
final class CollectExpression: CompiledExpression {
  let plan: Subplan
  let projection: CompiledExpression

  init(_ plan: Subplan, projection: CompiledExpression, range: ByteRange) {
    self.plan = plan
    self.projection = projection
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    var result: [Value] = []
    try plan.forEachRow(frame) { (row) throws(QueryError) -> Bool in
      result.append(try projection.evaluate(row))
      return true
    }
    return .list(result)
  }
}

/// `shortestPath(…)`: one value of the first row, null when there is no row.
final class FirstRowExpression: CompiledExpression {
  let plan: Subplan
  let projection: CompiledExpression

  init(_ plan: Subplan, projection: CompiledExpression, range: ByteRange) {
    self.plan = plan
    self.projection = projection
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    var result = Value.null
    try plan.forEachRow(frame) { (row) throws(QueryError) -> Bool in
      result = try projection.evaluate(row)
      return false
    }
    return result
  }
}
