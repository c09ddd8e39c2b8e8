import QuipuCore
import QuipuGraph

/// `{key: value, …}`
final class MapExpression: CompiledExpression {
  typealias Entry = (key: String, value: CompiledExpression)

  let entries: [Entry]

  init(_ entries: [Entry], range: ByteRange) {
    self.entries = entries
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    var pairs: [(key: String, value: Value)] = []
    pairs.reserveCapacity(entries.count)
    for entry in entries { pairs.append((entry.key, try entry.value.evaluate(frame))) }
    return .map(ValueMap(pairs))
  }
}

/// `variable {.key, .*, key: value, other}`: later items replace earlier ones of the same key. Null for null.
final class MapProjection: CompiledExpression {
  enum Item {
    case property(PropertyKey)
    case allProperties
    case entry(String, CompiledExpression)
  }

  let slot: Int
  let items: [Item]

  init(slot: Int, _ items: [Item], range: ByteRange) {
    self.slot = slot
    self.items = items
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    let base = frame.slots[slot]
    if base.isNull { return .null }
    var pairs: [(key: String, value: Value)] = []
    do {
      // A base of a wrong type is refused even where no property is asked of it.
      let all = try properties(of: base, frame.context)
      for item in items {
        switch item {
        case .property(let key): pairs.append((key.name, try key.value(of: base, frame.context)))
        case .allProperties: for entry in all() { pairs.append((entry.key, entry.value)) }
        case .entry(let key, let value): pairs.append((key, try value.evaluate(frame)))
        }
      }
    } catch {
      throw error.located(at: range)
    }
    return .map(ValueMap(pairs))
  }

  private func properties(
    of base: Value, _ context: EvaluationContext
  ) throws(QueryError) -> () -> [(key: String, value: Value)] {
    switch base {
    case .node(let node):
      guard context.graph.contains(node) else { throw .deleted("node") }
      return { context.graph.properties(of: node).map { ($0.key, Value($0.value)) } }
    case .edge(let edge):
      guard context.graph.contains(edge) else { throw .deleted("relationship") }
      return { context.graph.properties(of: edge).map { ($0.key, Value($0.value)) } }
    case .map(let map): return { map.entries.map { ($0.key, $0.value) } }
    default: throw .type("only nodes, relationships and maps can be projected to a map, found \(base.typeName)")
    }
  }
}
