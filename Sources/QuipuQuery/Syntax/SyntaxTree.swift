import QuipuCore

/// One statement as it was written: one or more single queries joined by UNION.
public struct Query: Hashable, Sendable {
  /// What is asked about the statement: its rows, its plan, or its rows and the counted plan.
  public enum Mode: Hashable, Sendable { case run, explain, profile }

  public var mode: Mode
  public var parts: [SingleQuery]
  /// `unions[i]` joins `parts[i]` and `parts[i + 1]`.
  public var unions: [Union]
  public var range: ByteRange

  public init(mode: Mode = .run, parts: [SingleQuery], unions: [Union] = [], range: ByteRange) {
    self.mode = mode
    self.parts = parts
    self.unions = unions
    self.range = range
  }
}

/// `UNION` (distinct rows) or `UNION ALL`.
public struct Union: Hashable, Sendable {
  public var keepsDuplicates: Bool
  public var range: ByteRange

  public init(keepsDuplicates: Bool, range: ByteRange) {
    self.keepsDuplicates = keepsDuplicates
    self.range = range
  }
}

/// Clauses in the order in which they are carried out.
public struct SingleQuery: Hashable, Sendable {
  public var clauses: [Clause]
  public var range: ByteRange

  public init(clauses: [Clause], range: ByteRange) {
    self.clauses = clauses
    self.range = range
  }
}

/// A name in the source, without the backticks that may have stood around it.
public struct Name: Hashable, Sendable {
  public var text: String
  public var range: ByteRange

  public init(_ text: String, _ range: ByteRange) {
    self.text = text
    self.range = range
  }
}

/// A part of a query that reads, changes or passes on rows.
public enum Clause: Hashable, Sendable {
  case match(MatchClause)
  case unwind(UnwindClause)
  /// WITH or RETURN.
  case projection(ProjectionClause)
  case call(CallClause)
  case create(CreateClause)
  case merge(MergeClause)
  case set(SetClause)
  case remove(RemoveClause)
  case delete(DeleteClause)

  public var range: ByteRange {
    switch self {
    case .match(let clause): clause.range
    case .unwind(let clause): clause.range
    case .projection(let clause): clause.range
    case .call(let clause): clause.range
    case .create(let clause): clause.range
    case .merge(let clause): clause.range
    case .set(let clause): clause.range
    case .remove(let clause): clause.range
    case .delete(let clause): clause.range
    }
  }
}

/// `[OPTIONAL] MATCH pattern, … [WHERE predicate]`
public struct MatchClause: Hashable, Sendable {
  public var isOptional: Bool
  public var patterns: [PatternPart]
  public var predicate: Expression?
  public var range: ByteRange

  public init(isOptional: Bool, patterns: [PatternPart], predicate: Expression?, range: ByteRange) {
    self.isOptional = isOptional
    self.patterns = patterns
    self.predicate = predicate
    self.range = range
  }
}

/// `UNWIND list AS variable`
public struct UnwindClause: Hashable, Sendable {
  public var list: Expression
  public var variable: Name
  public var range: ByteRange

  public init(list: Expression, variable: Name, range: ByteRange) {
    self.list = list
    self.variable = variable
    self.range = range
  }
}

/// `WITH` or `RETURN [DISTINCT] *|items [ORDER BY …] [SKIP …] [LIMIT …] [WHERE …]`
public struct ProjectionClause: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case with, `return` }

  public var kind: Kind
  public var isDistinct: Bool
  /// `*` stands first among the items.
  public var includesAll: Bool
  public var items: [ProjectionItem]
  public var order: [SortItem]
  public var skip: Expression?
  public var limit: Expression?
  /// Of WITH only.
  public var predicate: Expression?
  public var range: ByteRange

  public init(
    kind: Kind, isDistinct: Bool = false, includesAll: Bool = false, items: [ProjectionItem], order: [SortItem] = [],
    skip: Expression? = nil, limit: Expression? = nil, predicate: Expression? = nil, range: ByteRange
  ) {
    self.kind = kind
    self.isDistinct = isDistinct
    self.includesAll = includesAll
    self.items = items
    self.order = order
    self.skip = skip
    self.limit = limit
    self.predicate = predicate
    self.range = range
  }
}

/// `expression [AS alias]`
public struct ProjectionItem: Hashable, Sendable {
  public var expression: Expression
  public var alias: Name?
  /// The expression as it was written, which names the column when there is no alias.
  public var text: String

  public init(expression: Expression, alias: Name?, text: String) {
    self.expression = expression
    self.alias = alias
    self.text = text
  }
}

/// `expression [ASC|DESC]`
public struct SortItem: Hashable, Sendable {
  public var expression: Expression
  public var isDescending: Bool

  public init(expression: Expression, isDescending: Bool) {
    self.expression = expression
    self.isDescending = isDescending
  }
}

/// `CALL name[(arguments)] [YIELD field [AS variable], … [WHERE predicate]]`
public struct CallClause: Hashable, Sendable {
  /// With its namespaces, parted by dots.
  public var procedure: Name
  /// Nil when there are no parentheses: the arguments are then the parameters of the same names.
  public var arguments: [Expression]?
  /// Nil when there is no YIELD; empty with `YIELD -`.
  public var yields: [YieldItem]?
  /// `YIELD *`
  public var yieldsAll: Bool
  public var predicate: Expression?
  public var range: ByteRange

  public init(
    procedure: Name, arguments: [Expression]?, yields: [YieldItem]?, yieldsAll: Bool, predicate: Expression?,
    range: ByteRange
  ) {
    self.procedure = procedure
    self.arguments = arguments
    self.yields = yields
    self.yieldsAll = yieldsAll
    self.predicate = predicate
    self.range = range
  }
}

/// `field [AS variable]`
public struct YieldItem: Hashable, Sendable {
  public var field: Name
  public var alias: Name?

  public init(field: Name, alias: Name?) {
    self.field = field
    self.alias = alias
  }
}

/// `CREATE pattern, …`
public struct CreateClause: Hashable, Sendable {
  public var patterns: [PatternPart]
  public var range: ByteRange

  public init(patterns: [PatternPart], range: ByteRange) {
    self.patterns = patterns
    self.range = range
  }
}

/// `MERGE pattern [ON CREATE SET …] [ON MATCH SET …]`
public struct MergeClause: Hashable, Sendable {
  public var pattern: PatternPart
  /// In the order written; there may be several of each kind.
  public var actions: [MergeAction]
  public var range: ByteRange

  public init(pattern: PatternPart, actions: [MergeAction], range: ByteRange) {
    self.pattern = pattern
    self.actions = actions
    self.range = range
  }
}

/// `ON CREATE SET …` or `ON MATCH SET …`
public struct MergeAction: Hashable, Sendable {
  public enum Event: Hashable, Sendable { case create, match }

  public var event: Event
  public var items: [SetItem]

  public init(event: Event, items: [SetItem]) {
    self.event = event
    self.items = items
  }
}

/// `SET item, …`
public struct SetClause: Hashable, Sendable {
  public var items: [SetItem]
  public var range: ByteRange

  public init(items: [SetItem], range: ByteRange) {
    self.items = items
    self.range = range
  }
}

/// One change of SET.
public enum SetItem: Hashable, Sendable {
  /// `entity.key = value`
  case property(of: Expression, key: Name, value: Expression)
  /// `variable = map`: these properties in place of all.
  case replace(Name, Expression)
  /// `variable += map`
  case merge(Name, Expression)
  /// `variable:Label…`
  case labels(Name, [Name])
}

/// `REMOVE item, …`
public struct RemoveClause: Hashable, Sendable {
  public var items: [RemoveItem]
  public var range: ByteRange

  public init(items: [RemoveItem], range: ByteRange) {
    self.items = items
    self.range = range
  }
}

/// One change of REMOVE.
public enum RemoveItem: Hashable, Sendable {
  case property(of: Expression, key: Name)
  case labels(Name, [Name])
}

/// `[DETACH] DELETE expression, …`
public struct DeleteClause: Hashable, Sendable {
  public var isDetaching: Bool
  public var expressions: [Expression]
  public var range: ByteRange

  public init(isDetaching: Bool, expressions: [Expression], range: ByteRange) {
    self.isDetaching = isDetaching
    self.expressions = expressions
    self.range = range
  }
}
