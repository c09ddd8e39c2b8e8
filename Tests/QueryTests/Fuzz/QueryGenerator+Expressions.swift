import QuipuTestSupport

extension QueryGenerator {
  /// A number, a string, a list or null.
  mutating func scalar(depth: Int) -> String {
    switch number(0...11) {
    case 0, 1, 2: return any(nodes).map { $0 + pick(".k", ".m", ".s") } ?? "1"
    case 3: return any(edges).map { $0 + pick(".w", ".k") } ?? "2"
    case 4: return any(edges).map { "type(\($0))" } ?? "'a'"
    case 5: return any(nodes).map { "labels(\($0))" } ?? "[]"
    case 6: return any(lists).map { "size(\($0))" } ?? "0"
    case 7: return any(paths).map { "\(pick("length", "nodes", "relationships"))(\($0))" } ?? "null"
    case 8 where depth > 0:
      return "CASE WHEN \(condition(depth: depth - 1)) THEN 1 ELSE \(scalar(depth: depth - 1)) END"
    case 9 where depth > 0: return "COUNT { \(inner(depth: depth - 1)) }"
    case 10: return any(nodes).map { "coalesce(\($0).k, 7) + 1" } ?? "3"
    case 11 where depth > 0:
      return any(nodes).map { "size([(\($0))\(pick("-->", "--", "<-[:T]-"))(y) WHERE y.k > 0 | y.k])" } ?? "3"
    default: return any(scalars) ?? "null"
    }
  }

  /// A predicate.
  mutating func condition(depth: Int) -> String {
    switch number(0...15) {
    case 0, 1: return any(nodes).map { "\($0).k \(comparison()) \(number(0...3))" } ?? "true"
    case 2:
      guard let a = any(nodes), let b = any(nodes) else { return "true" }
      return pick("\(a).k \(comparison()) \(b).k", "\(a) = \(b)", "\(a) <> \(b)", "\(a).m = \(b).m")
    case 3: return any(nodes).map { "\($0).m = \(any(SmallGraph.mixed) ?? "1")" } ?? "null"
    case 4: return any(nodes).map { $0 + labels() } ?? "false"
    case 5: return any(nodes + edges).map { "\($0).k IS \(pick("", "NOT "))NULL" } ?? "true"
    case 6: return any(nodes).map { "\($0).k IN [\(number(0...3)), \(pick("null", "1", "2"))]" } ?? "true"
    case 7: return any(nodes).map { "\($0).s STARTS WITH 'a'" } ?? "true"
    case 8: return any(edges).map { "type(\($0)) = \(pick("'S'", "'T'"))" } ?? "true"
    case 9: return any(lists).map { "size(\($0)) > \(number(0...1))" } ?? "true"
    case 10: return any(paths).map { "length(\($0)) < \(number(1...3))" } ?? "true"
    case 11 where depth > 0: return "EXISTS { \(inner(depth: depth - 1)) }"
    case 12:
      guard let a = any(nodes) else { return "true" }
      let end = one(in: 2) ? any(nodes) ?? "" : pick("", ":A", ":B")
      return "(\(a))\(pick("-->", "--", "-[:T]->", "<-[:S|U]-", "-[*1..2]->"))(\(end))"
    case 13: return any(nodes).map { "elementId(\($0)) = '\(pick("n0", "n1", "n2"))'" } ?? "true"
    case 14 where depth > 0: return "NOT (\(condition(depth: depth - 1)))"
    case 15 where depth > 0:
      return "(\(condition(depth: depth - 1)) \(pick("AND", "AND", "OR", "XOR")) \(condition(depth: depth - 1)))"
    default: return any(scalars).map { "\($0) = 1" } ?? "true"
    }
  }

  private mutating func comparison() -> String { pick("=", "=", "<>", "<", "<=", ">", ">=") }

  /// The inside of a subquery: what it binds is not seen outside.
  private mutating func inner(depth: Int) -> String {
    let saved = (nodes, edges, lists, paths, scalars, usedEdges)
    defer { (nodes, edges, lists, paths, scalars, usedEdges) = saved }
    let clause = match(isOptional: false)
    return one(in: 3) ? clause + " RETURN " + pick("1 AS one", "DISTINCT 1 AS one", "count(*) AS one") : clause
  }

  // MARK: Updates that do not depend on the order of rows

  mutating func updates() -> [String] {
    var clauses = [update()]
    if one(in: 3) { clauses.append(update()) }
    if one(in: 3) {
      clauses.append("WITH count(*) AS total")
      (nodes, edges, lists, paths, scalars) = ([], [], [], [], ["total"])
      clauses.append(match(isOptional: one(in: 2)))
    }
    return clauses
  }

  private mutating func update() -> String {
    let target = any(nodes)
    switch number(0...9) {
    case 0:
      let name = fresh("n")
      defer { nodes.append(name) }
      return "CREATE (\(name):\(pick("A", "B", "D")) {k: \(any(nodes).map { "\($0).k" } ?? "1"), m: 1})"
    case 1: return "CREATE (:B)-[:\(pick("S", "T", "X")) {w: 1}]->(:C {k: 2})"
    case 2:
      let name = fresh("n")
      let action = pick("", " ON CREATE SET \(name).z = 1", " ON MATCH SET \(name).z = 2")
      return "MERGE (\(name):\(pick("A", "B", "D")) {k: \(number(0...3))})" + action
    case 3: return "MERGE (:A)-[:\(pick("S", "T"))]->(:B {k: \(number(0...2))})"
    case 4 where target != nil: return "SET \(target ?? "").z = \(pick("1", "'q'", "null", "[1, 2]"))"
    case 5 where target != nil: return "SET \(target ?? ""):\(pick("A", "D")), \(target ?? "").k = 3"
    case 6 where target != nil: return "REMOVE \(target ?? "").\(pick("k", "m")), \(target ?? ""):A"
    case 7 where target != nil: return "SET \(target ?? "") += {z: 5, s: null}"
    case 8 where !edges.isEmpty: return "SET \(any(edges) ?? "").w = 9"
    case 9:
      let doomed = target ?? any(edges)
      guard let doomed else { return "CREATE (:A)" }
      (nodes, edges, lists, paths, scalars) = ([], [], [], [], ["total"])
      return "\(pick("DETACH ", "DETACH ", ""))DELETE \(doomed) WITH count(*) AS total"
    default: return "CREATE (:D {k: 1})"
    }
  }
}
