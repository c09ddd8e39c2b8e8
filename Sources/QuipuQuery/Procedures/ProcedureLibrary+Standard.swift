import QuipuGraph

extension Procedure {
  /// What every graph can be asked about itself.
  static let standard: [Procedure] = [labels, relationshipTypes, propertyKeys, schema, indexes, functions, procedures]

  private static let labels = Procedure(
    "db.labels", outputs: [Field("label", .string)], summary: "db.labels(): the labels that nodes have"
  ) { (_, context) in
    let graph = context.graph
    let names = (0..<graph.labelCount).map { LabelID(rawValue: UInt16($0)) }
      .filter { !graph.nodes(label: $0).isEmpty }.map { graph.name(of: $0) }
    return sortedRows(names)
  }

  private static let relationshipTypes = Procedure(
    "db.relationshipTypes", outputs: [Field("relationshipType", .string)],
    summary: "db.relationshipTypes(): the types that relationships have"
  ) { (_, context) in
    let graph = context.graph
    let names = (0..<graph.typeCount).map { TypeID(rawValue: UInt16($0)) }
      .filter { !graph.edges(type: $0).isEmpty }.map { graph.name(of: $0) }
    return sortedRows(names)
  }

  private static let propertyKeys = Procedure(
    "db.propertyKeys", outputs: [Field("propertyKey", .string)],
    summary: "db.propertyKeys(): the keys that properties of nodes and relationships have"
  ) { (_, context) in
    let keys = Set((context.graph.nodeKeys + context.graph.edgeKeys).map(\.key))
    return sortedRows(keys.map { context.graph.name(of: $0) })
  }

  private static let schema = Procedure(
    "db.schema",
    outputs: [
      Field("source", .string), Field("relationshipType", .string), Field("target", .string), Field("count", .integer),
    ],
    summary: "db.schema(): which class (a node's first label) is joined to which, by how many relationships"
  ) { (_, context) in GraphSchema(context.graph).rows }

  private static let indexes = Procedure(
    "db.indexes", outputs: [Field("label", .string), Field("property", .string)],
    summary: "db.indexes(): the properties that nodes are found by at once; no label stands for all nodes"
  ) { (_, context) in
    context.graph.indexedProperties.map { [$0.label.map { .string($0) } ?? .null, .string($0.key)] }
  }

  private static let functions = Procedure(
    "dbms.functions", outputs: [Field("name", .string), Field("summary", .string)],
    summary: "dbms.functions(): the functions and aggregates"
  ) { (_, _) in
    let all =
      FunctionLibrary.standard.functions.map { ($0.name, $0.summary) } + Aggregates.all.map { ($0.name, $0.summary) }
    return all.sorted { compareText($0.0, $1.0) < 0 }.map { [.string($0.0), .string($0.1)] }
  }

  private static let procedures = Procedure(
    "dbms.procedures", outputs: [Field("name", .string), Field("summary", .string)],
    summary: "dbms.procedures(): the procedures"
  ) { (_, _) in
    ProcedureLibrary.standard.procedures.sorted { compareText($0.name, $1.name) < 0 }
      .map { [.string($0.name), .string($0.summary)] }
  }

  private static func sortedRows(_ names: [String]) -> [[Value]] {
    names.sorted { compareText($0, $1) < 0 }.map { [.string($0)] }
  }
}

/// How many relationships of each type there are between each two classes.
struct GraphSchema {
  private struct Link: Hashable {
    var source: LabelID?
    var type: TypeID
    var target: LabelID?
  }

  private let graph: PropertyGraph
  private var counts: [Link: Int64] = [:]

  /// Complexity: O(edges).
  init(_ graph: PropertyGraph) {
    self.graph = graph
    for edge in graph.edges {
      let (source, target) = graph.endpoints(of: edge)
      let link = Link(
        source: graph.labelIDs(of: source).first, type: graph.typeID(of: edge), target: graph.labelIDs(of: target).first
      )
      counts[link, default: 0] += 1
    }
  }

  /// Source, type, target, count: the most frequent first, then by name. A node without labels is null.
  var rows: [[Value]] {
    let rows = counts.map { link, count in
      [name(link.source), .string(graph.name(of: link.type)), name(link.target), Value.int(count)]
    }
    return rows.sorted { a, b in
      let order = Value.order(b[3], a[3])
      return order != 0 ? order < 0 : Value.order(.list(a), .list(b)) < 0
    }
  }

  private func name(_ label: LabelID?) -> Value { label.map { .string(graph.name(of: $0)) } ?? .null }
}
