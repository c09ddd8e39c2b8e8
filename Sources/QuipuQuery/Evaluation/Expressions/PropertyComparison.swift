import QuipuCore
import QuipuGraph

/// `variable.key < other`, where numbers are compared as the graph holds them, and strings by their number in the
/// graph's table, so that no string is made for `=` and `<>`.
final class PropertyComparison: PredicateExpression {
  let property: SlotPropertyExpression
  let comparison: ComparisonOperator
  let other: CompiledExpression
  /// The string that was looked for last, with its number in the graph, which does not change.
  @exclusivity(unchecked) private var sought: (text: String, id: StringID)?

  init(
    _ property: SlotPropertyExpression, _ comparison: ComparisonOperator, _ other: CompiledExpression, range: ByteRange
  ) {
    self.property = property
    self.comparison = comparison
    self.other = other
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    let value = try other.evaluate(frame)
    let context = frame.context
    switch frame.slots[property.slot] {
    case .node(let node):
      if context.graph.contains(node), let key = property.key.id(context) {
        return test(&context.store.graph, key, node, value)
      }
    case .edge(let edge):
      if context.graph.contains(edge), let key = property.key.id(context) {
        return test(&context.store.graph, key, edge, value)
      }
    default: break
    }
    return comparison.test(try property.evaluate(frame), value)
  }

  private func test(_ graph: inout PropertyGraph, _ key: KeyID, _ node: NodeID, _ value: Value) -> Bool? {
    switch value {
    case .int(let y):
      if let x = graph.int(key, of: node) { return comparison.holds(x, y) }
    case .double(let y):
      if let x = graph.double(key, of: node) { return comparison.holds(x, y) }
    case .string(let text):
      if let id = graph.stringID(key, of: node) { return compare(id, text, &graph) }
    default: break
    }
    return comparison.test(PropertyKey.read(&graph, key, node), value)
  }

  private func test(_ graph: inout PropertyGraph, _ key: KeyID, _ edge: EdgeID, _ value: Value) -> Bool? {
    switch value {
    case .int(let y):
      if let x = graph.int(key, of: edge) { return comparison.holds(x, y) }
    case .double(let y):
      if let x = graph.double(key, of: edge) { return comparison.holds(x, y) }
    case .string(let text):
      if let id = graph.stringID(key, of: edge) { return compare(id, text, &graph) }
    default: break
    }
    return comparison.test(PropertyKey.read(&graph, key, edge), value)
  }

  private func compare(_ id: StringID, _ text: String, _ graph: inout PropertyGraph) -> Bool {
    switch comparison {
    case .equal: return number(of: text, &graph) == id
    case .notEqual: return number(of: text, &graph) != id
    default: return comparison.holds(compareText(graph.string(id), text), 0)
    }
  }

  /// Nil when no property ever was this string.
  @inline(__always)
  private func number(of text: String, _ graph: inout PropertyGraph) -> StringID? {
    if let sought, sameText(sought.text, text) { return sought.id }
    guard let id = graph.stringID(of: text) else { return nil }
    sought = (text, id)
    return id
  }
}
