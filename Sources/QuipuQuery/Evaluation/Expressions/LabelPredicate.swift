import QuipuGraph

/// A label expression with the numbers of its names, to be asked of nodes and relationships.
///
/// Belongs to one run of one statement: the numbers are those of one graph.
struct LabelPredicate {
  private let root: Part

  init(_ labels: LabelExpression) { root = Part(labels) }

  /// Throws `DeletedEntityAccess` when the node is no longer in the graph.
  func test(_ node: NodeID, _ context: EvaluationContext) throws(QueryError) -> Bool {
    guard context.graph.contains(node) else { throw .deleted("node") }
    return root.holds(node, context)
  }

  /// Whether the relationship's type is one that is asked for. A deleted relationship still has its type.
  func test(_ edge: EdgeID, _ context: EvaluationContext) -> Bool { root.holds(edge, context) }
}

extension LabelPredicate {
  private indirect enum Part {
    case name(LabelName)
    case and([Part])
    case or([Part])
    case not(Part)
    case any

    init(_ labels: LabelExpression) {
      switch labels {
      case .name(let name): self = .name(LabelName(name.text))
      case .and(let parts): self = .and(parts.map(Part.init))
      case .or(let parts): self = .or(parts.map(Part.init))
      case .not(let part): self = .not(Part(part))
      case .any: self = .any
      }
    }

    func holds(_ node: NodeID, _ context: EvaluationContext) -> Bool {
      switch self {
      case .name(let name): name.label(context).map { context.graph.hasLabel($0, node) } ?? false
      case .and(let parts): parts.allSatisfy { $0.holds(node, context) }
      case .or(let parts): parts.contains { $0.holds(node, context) }
      case .not(let part): !part.holds(node, context)
      case .any: !context.graph.labelIDs(of: node).isEmpty
      }
    }

    func holds(_ edge: EdgeID, _ context: EvaluationContext) -> Bool {
      switch self {
      case .name(let name): name.type(context) == context.graph.typeID(of: edge)
      case .and(let parts): parts.allSatisfy { $0.holds(edge, context) }
      case .or(let parts): parts.contains { $0.holds(edge, context) }
      case .not(let part): !part.holds(edge, context)
      case .any: true
      }
    }
  }
}

/// A name of a label or type, whose number is looked up until the graph has it and kept from then on.
private final class LabelName {
  let name: String
  @exclusivity(unchecked) private var label: LabelID?
  @exclusivity(unchecked) private var type: TypeID?

  init(_ name: String) { self.name = name }

  func label(_ context: EvaluationContext) -> LabelID? {
    if let label { return label }
    label = context.graph.labelID(name)
    return label
  }

  func type(_ context: EvaluationContext) -> TypeID? {
    if let type { return type }
    type = context.graph.typeID(name)
    return type
  }
}
