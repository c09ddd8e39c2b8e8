import QuipuCore

/// `[variable =] [shortestPath(]nodes and relationships[)]`
public struct PatternPart: Hashable, Sendable {
  public enum Selector: Hashable, Sendable { case all, shortest, allShortest }

  public var variable: Name?
  public var selector: Selector
  public var element: PatternElement
  public var range: ByteRange

  public init(variable: Name?, selector: Selector = .all, element: PatternElement, range: ByteRange) {
    self.variable = variable
    self.selector = selector
    self.element = element
    self.range = range
  }
}

/// A chain of nodes joined by relationships: `nodes[i]`, `edges[i]`, `nodes[i + 1]`.
public struct PatternElement: Hashable, Sendable {
  /// One more than edges.
  public var nodes: [NodePattern]
  public var edges: [EdgePattern]
  public var range: ByteRange

  public init(nodes: [NodePattern], edges: [EdgePattern] = [], range: ByteRange) {
    self.nodes = nodes
    self.edges = edges
    self.range = range
  }
}

/// `(variable:Label {key: value} WHERE predicate)`
public struct NodePattern: Hashable, Sendable {
  public var variable: Name?
  public var labels: LabelExpression?
  /// A map literal or a parameter.
  public var properties: Expression?
  public var predicate: Expression?
  public var range: ByteRange

  public init(
    variable: Name? = nil, labels: LabelExpression? = nil, properties: Expression? = nil,
    predicate: Expression? = nil, range: ByteRange
  ) {
    self.variable = variable
    self.labels = labels
    self.properties = properties
    self.predicate = predicate
    self.range = range
  }
}

/// `-[variable:TYPE|OTHER *1..3 {key: value} WHERE predicate]->`
public struct EdgePattern: Hashable, Sendable {
  public enum Direction: Hashable, Sendable {
    /// `-->`
    case outgoing
    /// `<--`
    case incoming
    /// `--` or `<-->`
    case either
  }

  /// `*`, `*n`, `*min..max`; bounds that are not written are nil. `*n` has both the same.
  public struct Length: Hashable, Sendable {
    public var minimum: Int?
    public var maximum: Int?
    public var range: ByteRange

    public init(minimum: Int?, maximum: Int?, range: ByteRange) {
      self.minimum = minimum
      self.maximum = maximum
      self.range = range
    }
  }

  public var variable: Name?
  public var direction: Direction
  /// Type names joined by `|` (also `|:`), or a label expression of them.
  public var types: LabelExpression?
  /// Nil for exactly one relationship.
  public var length: Length?
  public var properties: Expression?
  public var predicate: Expression?
  public var range: ByteRange

  public init(
    variable: Name? = nil, direction: Direction, types: LabelExpression? = nil, length: Length? = nil,
    properties: Expression? = nil, predicate: Expression? = nil, range: ByteRange
  ) {
    self.variable = variable
    self.direction = direction
    self.types = types
    self.length = length
    self.properties = properties
    self.predicate = predicate
    self.range = range
  }
}

/// What is asked of a node's labels or a relationship's type: `A`, `A:B` and `A&B` (both), `A|B`, `!A`, `%` (any).
public indirect enum LabelExpression: Hashable, Sendable {
  case name(Name)
  case and([LabelExpression])
  case or([LabelExpression])
  case not(LabelExpression)
  /// `%`: any label at all.
  case any(ByteRange)
}

extension LabelExpression {
  /// The names when this is one name or a plain conjunction of names (`:A:B`), else nil.
  public var conjunction: [Name]? {
    switch self {
    case .name(let name): return [name]
    case .and(let parts):
      var names: [Name] = []
      for part in parts {
        guard case .name(let name) = part else { return nil }
        names.append(name)
      }
      return names
    default: return nil
    }
  }

  /// The names when this is one name or a plain disjunction of names (`:A|B`), else nil.
  public var alternatives: [Name]? {
    switch self {
    case .name(let name): return [name]
    case .or(let parts):
      var names: [Name] = []
      for part in parts {
        guard case .name(let name) = part else { return nil }
        names.append(name)
      }
      return names
    default: return nil
    }
  }
}
