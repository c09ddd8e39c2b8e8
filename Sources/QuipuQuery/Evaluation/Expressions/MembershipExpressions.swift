import QuipuCore

/// `element IN list`
final class MembershipExpression: PredicateExpression {
  let element: CompiledExpression
  let list: CompiledExpression

  init(_ element: CompiledExpression, in list: CompiledExpression, range: ByteRange) {
    self.element = element
    self.list = list
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    let (value, elements) = (try element.evaluate(frame), try list.evaluate(frame))
    do { return try Operators.isIn(value, elements) } catch { throw error.located(at: range) }
  }
}

/// `element IN [1, 2, …]` with a constant list of integers or of strings, which is looked up by hash.
final class ConstantMembership: PredicateExpression {
  let element: CompiledExpression
  let list: [Value]
  private let integers: Set<Int64>
  /// By canonical equivalence, as Swift compares: what is not in here is not in the list; what is, may be.
  private let strings: Set<String>

  /// Shorter lists are searched as fast from end to end.
  static let minimumCount = 8

  /// Nil when the list is short or has elements of several types.
  init?(_ element: CompiledExpression, in list: [Value], range: ByteRange) {
    guard list.count >= ConstantMembership.minimumCount else { return nil }
    var (integers, strings): (Set<Int64>, Set<String>) = ([], [])
    for value in list {
      switch value {
      case .int(let x): integers.insert(x)
      case .string(let x): strings.insert(x)
      default: return nil
      }
    }
    guard integers.isEmpty || strings.isEmpty else { return nil }
    self.element = element
    self.list = list
    (self.integers, self.strings) = (integers, strings)
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    let value = try element.evaluate(frame)
    switch value {
    case .int(let x): return integers.contains(x)
    case .string(let x) where !strings.contains(x): return false
    default: return Operators.isIn(value, list)
    }
  }
}
