import QuipuCore
import QuipuGraph

/// `expression.key`
final class PropertyExpression: CompiledExpression {
  let base: CompiledExpression
  let key: PropertyKey

  init(_ base: CompiledExpression, _ key: PropertyKey, range: ByteRange) {
    self.base = base
    self.key = key
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    let base = try base.evaluate(frame)
    do { return try key.value(of: base, frame.context) } catch { throw error.located(at: range) }
  }
}

/// `variable.key`
final class SlotPropertyExpression: CompiledExpression {
  let slot: Int
  let key: PropertyKey

  init(slot: Int, _ key: PropertyKey, range: ByteRange) {
    self.slot = slot
    self.key = key
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    do {
      switch frame.slots[slot] {
      case .node(let node): return Value(stored: try key.stored(of: node, frame.context))
      case .edge(let edge): return Value(stored: try key.stored(of: edge, frame.context))
      case let base: return try key.value(of: base, frame.context)
      }
    } catch {
      throw error.located(at: range)
    }
  }
}

/// `variable.key < other`, without making a value of the property where both are of one simple type.
final class PropertyComparison: PredicateExpression {
  let property: SlotPropertyExpression
  let comparison: ComparisonOperator
  let other: CompiledExpression

  init(
    _ property: SlotPropertyExpression, _ comparison: ComparisonOperator, _ other: CompiledExpression, range: ByteRange
  ) {
    self.property = property
    self.comparison = comparison
    self.other = other
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    let stored: PropertyValue?
    do {
      switch frame.slots[property.slot] {
      case .node(let node): stored = try property.key.stored(of: node, frame.context)
      case .edge(let edge): stored = try property.key.stored(of: edge, frame.context)
      case let base:
        let value = try property.key.value(of: base, frame.context)
        return comparison.test(value, try other.evaluate(frame))
      }
    } catch {
      throw error.located(at: property.range)
    }
    guard let stored else { return nil }
    return compare(stored, try other.evaluate(frame))
  }

  @inline(__always)
  private func compare(_ stored: PropertyValue, _ value: Value) -> Bool? {
    switch (stored, value) {
    case (.int(let x), .int(let y)): return comparison.holds(x, y)
    case (.double(let x), .double(let y)): return comparison.holds(x, y)
    case (.string(let x), .string(let y)):
      switch comparison {
      case .equal: return sameText(x, y)
      case .notEqual: return !sameText(x, y)
      default: return comparison.holds(compareText(x, y), 0)
      }
    default: return Value.compare(Value(stored), comparison, value)
    }
  }
}
