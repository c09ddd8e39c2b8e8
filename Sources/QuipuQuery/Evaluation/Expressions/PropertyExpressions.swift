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
    do { return try key.value(of: frame.slots[slot], frame.context) } catch { throw error.located(at: range) }
  }

  /// A node's property where the graph holds the key's values as integers; else nil.
  @inline(__always)
  func integer(_ frame: Frame) -> Int64? {
    guard case .node(let node) = frame.slots[slot] else { return nil }
    return key.integer(of: node, frame.context)
  }

  /// The number of a node's property where it is a string and the graph holds the key's values as strings; else nil.
  func stringID(_ frame: Frame) -> StringID? {
    guard case .node(let node) = frame.slots[slot] else { return nil }
    return key.stringID(of: node, frame.context)
  }
}

/// `variable.key IS NULL`, `variable.key IS NOT NULL`
final class PropertyNullTest: PredicateExpression {
  let property: SlotPropertyExpression
  let isNegated: Bool

  init(_ property: SlotPropertyExpression, isNegated: Bool, range: ByteRange) {
    self.property = property
    self.isNegated = isNegated
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    do {
      return try property.key.isNull(of: frame.slots[property.slot], frame.context) != isNegated
    } catch {
      throw error.located(at: property.range)
    }
  }
}
