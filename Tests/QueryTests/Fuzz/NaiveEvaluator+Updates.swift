import QuipuCore
import QuipuGraph

@testable import QuipuQuery

// Clauses that change the graph: each sees all rows of the one before, and all of its changes.
extension NaiveEvaluator {
  private var writer: GraphWriter { GraphWriter(context: context) }

  func update(_ clause: Clause, _ table: NaiveTable) throws(QueryError) -> NaiveTable {
    var result = table
    switch clause {
    case .create(let clause):
      let names = clause.patterns.flatMap { $0.variableNames }
      for i in result.rows.indices { for part in clause.patterns { try create(part, &result.rows[i]) } }
      result.columns += names.filter { !table.columns.contains($0) }
    case .merge(let clause): return try merge(clause, table)
    case .set(let clause):
      for row in table.rows { for item in clause.items { try apply(item, row, table.columns) } }
    case .remove(let clause):
      for row in table.rows { for item in clause.items { try apply(item, row, table.columns) } }
    case .delete(let clause): try delete(clause, table)
    default: throw .syntax("NaiveUnsupported", "\(clause)", at: nil)
    }
    return result
  }

  private func create(_ part: PatternPart, _ row: inout NaiveRow) throws(QueryError) {
    var nodes: [NodeID] = []
    for node in part.element.nodes {
      if let name = node.variable?.text, case .node(let id)? = row[name] {
        nodes.append(id)
        continue
      }
      let id = try writer.createNode(
        node.labels?.conjunction?.map(\.text) ?? [], try map(node.properties, row), at: node.range)
      if let name = node.variable?.text { row[name] = .node(id) }
      nodes.append(id)
    }
    for (i, edge) in part.element.edges.enumerated() {
      let (from, to) = edge.direction == .incoming ? (nodes[i + 1], nodes[i]) : (nodes[i], nodes[i + 1])
      let id = try writer.createEdge(
        edge.types?.alternatives?.first?.text ?? "", from: from, to: to, try map(edge.properties, row), at: edge.range)
      if let name = edge.variable?.text { row[name] = .edge(id) }
    }
  }

  private func map(_ properties: Expression?, _ row: NaiveRow) throws(QueryError) -> ValueMap {
    guard let properties else { return ValueMap() }
    guard case .map(let map) = try NaiveScalar(properties, Array(row.keys), self).value(row) else {
      return ValueMap()
    }
    return map
  }

  private func merge(_ clause: MergeClause, _ table: NaiveTable) throws(QueryError) -> NaiveTable {
    let pattern = MatchClause(isOptional: false, patterns: [clause.pattern], predicate: nil, range: clause.range)
    var result = NaiveTable(
      columns: table.columns + clause.pattern.variableNames.filter { !table.columns.contains($0) }, rows: [])
    for row in table.rows {
      var found = try match(pattern, NaiveTable(columns: table.columns, rows: [row])).rows
      let event: MergeAction.Event = found.isEmpty ? .create : .match
      if found.isEmpty {
        var new = row
        try create(clause.pattern, &new)
        found = [new]
      }
      for row in found {
        for action in clause.actions where action.event == event {
          for item in action.items { try apply(item, row, result.columns) }
        }
      }
      result.rows += found
    }
    return result
  }

  private func apply(_ item: SetItem, _ row: NaiveRow, _ columns: [String]) throws(QueryError) {
    func value(_ expression: Expression) throws(QueryError) -> Value {
      try NaiveScalar(expression, columns, self).value(row)
    }
    switch item {
    case .property(let base, let key, let new):
      try writer.set(key.text, to: try value(new), of: try value(base), at: base.range)
    case .replace(let name, let map):
      try writer.set(try value(map), of: row[name.text] ?? .null, keepsOthers: false, at: map.range)
    case .merge(let name, let map):
      try writer.set(try value(map), of: row[name.text] ?? .null, keepsOthers: true, at: map.range)
    case .labels(let name, let labels):
      try writer.changeLabels(labels.map(\.text), of: row[name.text] ?? .null, adding: true, at: name.range)
    }
  }

  private func apply(_ item: RemoveItem, _ row: NaiveRow, _ columns: [String]) throws(QueryError) {
    switch item {
    case .property(let base, let key):
      try writer.set(key.text, to: .null, of: try NaiveScalar(base, columns, self).value(row), at: base.range)
    case .labels(let name, let labels):
      try writer.changeLabels(labels.map(\.text), of: row[name.text] ?? .null, adding: false, at: name.range)
    }
  }

  private func delete(_ clause: DeleteClause, _ table: NaiveTable) throws(QueryError) {
    var nodes: [NodeID] = []
    for row in table.rows {
      for expression in clause.expressions {
        switch try NaiveScalar(expression, table.columns, self).value(row) {
        case .node(let id): nodes.append(id)
        case .edge(let id): try writer.delete(id)
        case .path(let path):
          for edge in path.edges { try writer.delete(edge) }
          nodes += path.nodes
        default: break
        }
      }
    }
    for node in nodes { try writer.delete(node, isDetaching: clause.isDetaching, at: clause.range) }
  }
}

extension PatternPart {
  fileprivate var variableNames: [String] {
    MatchClause(isOptional: false, patterns: [self], predicate: nil, range: range).variables
  }
}
