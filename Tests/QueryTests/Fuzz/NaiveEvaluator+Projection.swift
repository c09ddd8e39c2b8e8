import QuipuCore
import QuipuGraph

@testable import QuipuQuery

// WITH and RETURN.
extension NaiveEvaluator {
  func project(_ clause: ProjectionClause, _ table: NaiveTable) throws(QueryError) -> NaiveTable {
    let all = clause.includesAll ? Set(table.columns).sorted().map(ProjectionItem.init(variable:)) : []
    let items = all + clause.items
    let names = items.map(\.name)
    let isGrouping = items.contains { $0.expression.isAggregating }
    var pairs = isGrouping ? try group(items, table) : try compute(items, table)
    if clause.isDistinct {
      var seen: Set<GroupKey> = []
      pairs = pairs.filter { pair in seen.insert(GroupKey(names.map { pair.new[$0] ?? .null })).inserted }
    }
    let keepsOld = !isGrouping && !clause.isDistinct
    let columns = (keepsOld ? table.columns : []) + names
    // ORDER BY and WHERE see the new names, and the old ones where rows stand for rows.
    let rows = pairs.map { keepsOld ? $0.old.merging($0.new) { $1 } : $0.new }
    let order = try sorted(rows, clause.order, columns)
    var chosen = order[...]
    if let skip = clause.skip, case .int(let count) = try NaiveScalar(skip, [], self).value([:]) {
      chosen = chosen.dropFirst(Int(count))
    }
    if let limit = clause.limit, case .int(let count) = try NaiveScalar(limit, [], self).value([:]) {
      chosen = chosen.prefix(Int(count))
    }
    var result: [NaiveRow] = []
    let predicate: NaiveScalar?
    if let condition = clause.predicate {
      predicate = try NaiveScalar(condition, columns, self)
    } else {
      predicate = nil
    }
    for i in chosen {
      if let predicate, try !predicate.holds(rows[i]) { continue }
      result.append(pairs[i].new)
    }
    return NaiveTable(columns: names, rows: result)
  }

  private typealias Pair = (old: NaiveRow, new: NaiveRow)

  private func compute(_ items: [ProjectionItem], _ table: NaiveTable) throws(QueryError) -> [Pair] {
    var expressions: [(String, NaiveScalar)] = []
    for item in items { expressions.append((item.name, try NaiveScalar(item.expression, table.columns, self))) }
    var result: [Pair] = []
    for row in table.rows {
      var new: NaiveRow = [:]
      for (name, expression) in expressions { new[name] = try expression.value(row) }
      result.append((row, new))
    }
    return result
  }

  /// The positions of the rows in order.
  private func sorted(
    _ rows: [NaiveRow], _ items: [SortItem], _ columns: [String]
  ) throws(QueryError) -> [Int] {
    var keys: [[Value]] = rows.map { _ in [] }
    for item in items {
      let expression = try NaiveScalar(item.expression, columns, self)
      for i in rows.indices { keys[i].append(try expression.value(rows[i])) }
    }
    return rows.indices.sorted { a, b in
      for (k, item) in items.enumerated() {
        let order = Value.order(keys[a][k], keys[b][k])
        if order != 0 { return item.isDescending ? order > 0 : order < 0 }
      }
      return a < b
    }
  }

  private func group(_ items: [ProjectionItem], _ table: NaiveTable) throws(QueryError) -> [Pair] {
    let keys = items.filter { !$0.expression.isAggregating }
    var groups: [(key: GroupKey, rows: [NaiveRow])] = []
    let computed = try compute(keys, table)
    for pair in computed {
      let key = GroupKey(keys.map { pair.new[$0.name] ?? .null })
      if let known = groups.firstIndex(where: { $0.key == key }) {
        groups[known].rows.append(pair.old)
      } else {
        groups.append((key, [pair.old]))
      }
    }
    if keys.isEmpty && groups.isEmpty { groups = [(GroupKey([]), [])] }
    var result: [Pair] = []
    for group in groups {
      let first = group.rows.first ?? [:]
      var new: NaiveRow = [:]
      for item in items {
        // Aggregates become variables that hold what they make of the group.
        var row = first
        let expression = try replaceAggregates(item.expression, group.rows, table.columns, &row)
        new[item.name] = try NaiveScalar(expression, Array(row.keys) + table.columns, self).value(row)
      }
      result.append((first, new))
    }
    return result
  }

  private func replaceAggregates(
    _ expression: Expression, _ rows: [NaiveRow], _ columns: [String], _ row: inout NaiveRow
  ) throws(QueryError) -> Expression {
    if let call = Aggregate(expression, slot: 0) {
      let name = "\u{1}\(row.count)"
      row[name] = try value(of: call, rows, columns)
      return Expression(.variable(name), expression.range)
    }
    var changed = row
    let result = try expression.mapChildren { (part) throws(QueryError) -> Expression in
      try replaceAggregates(part, rows, columns, &changed)
    }
    row = changed
    return result
  }

  private func value(of call: Aggregate, _ rows: [NaiveRow], _ columns: [String]) throws(QueryError) -> Value {
    guard let argument = call.arguments.first else { return .int(Int64(rows.count)) }
    let expression = try NaiveScalar(argument, columns, self)
    var values: [Value] = []
    for row in rows {
      let value = try expression.value(row)
      if value == .null { continue }
      if call.isDistinct, values.contains(where: { Value.equivalent($0, value) }) { continue }
      values.append(value)
    }
    switch call.function {
    case "count": return .int(Int64(values.count))
    case "collect": return .list(values)
    case "min": return values.min { Value.order($0, $1) < 0 } ?? .null
    case "max": return values.max { Value.order($0, $1) < 0 } ?? .null
    case "sum": return try total(values, call.range)
    case "avg":
      if values.isEmpty { return .null }
      switch try total(values, call.range) {
      case .int(let sum): return .double(Double(sum) / Double(values.count))
      case .double(let sum): return .double(sum / Double(values.count))
      default: return .null
      }
    default: throw .syntax("NaiveUnsupported", call.function, at: call.range)
    }
  }

  private func total(_ values: [Value], _ range: ByteRange) throws(QueryError) -> Value {
    var (whole, real, isReal) = (Int64(0), 0.0, false)
    for value in values {
      switch value {
      case .int(let number): whole += number
      case .double(let number): (real, isReal) = (real + number, true)
      default: throw QueryError(.type, .runtime, "InvalidArgumentType", "sum of numbers only", at: range)
      }
    }
    return isReal ? .double(real + Double(whole)) : .int(whole)
  }
}
