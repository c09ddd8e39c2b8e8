import QuipuTestSupport

/// A random query over the names of `SmallGraph`, well typed enough to run, and what may be compared of its answer.
struct RandomQuery {
  var clauses: [String]
  /// The last ORDER BY names every column.
  var isOrdered = false
  var isUpdating = false

  var text: String { clauses.joined(separator: "\n") }
}

/// Writes random queries. What the language leaves open (the order of rows without ORDER BY, which rows a LIMIT keeps
/// then, what an update sees of another row's) is not asked.
struct QueryGenerator {
  var random: SplitMix64
  // What is in scope.
  var nodes: [String] = []
  var edges: [String] = []
  var lists: [String] = []
  var paths: [String] = []
  var scalars: [String] = []
  var counter = 0
  /// Relationships that one clause has used.
  var usedEdges: Set<String> = []
  /// New nodes are ordered by their numbers, which any order of rows may give: nothing is sorted then.
  private var isUpdating = false

  init(_ random: SplitMix64) { self.random = random }

  mutating func query() -> RandomQuery {
    var query = RandomQuery(clauses: reading())
    if one(in: 4) {
      query.clauses += updates()
      query.isUpdating = true
      isUpdating = true
    }
    let (last, isOrdered) = returning()
    query.clauses.append(last)
    query.isOrdered = isOrdered
    if one(in: 10) && !query.isUpdating {
      let columns = (last.components(separator: " AS c").count - 1)
      self = QueryGenerator(random)
      query.clauses.append(one(in: 2) ? "UNION" : "UNION ALL")
      query.clauses += reading()
      query.clauses.append("RETURN " + items(columns).joined(separator: ", "))
      query.isOrdered = false
    }
    return query
  }

  // MARK: Choices

  mutating func one(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
  mutating func pick(_ texts: String...) -> String { texts.randomElement(using: &random) ?? "" }
  mutating func any(_ texts: [String]) -> String? { texts.randomElement(using: &random) }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func fresh(_ prefix: String) -> String {
    counter += 1
    return "\(prefix)\(counter)"
  }

  // MARK: Reading

  private mutating func reading() -> [String] {
    var clauses: [String] = []
    for position in 0..<number(1...3) {
      switch number(0...9) {
      case 0 where position > 0, 1 where position > 0: clauses.append(with())
      case 2: clauses.append(unwind())
      case 3 where position > 0, 4 where position > 0: clauses.append(match(isOptional: true))
      case 5 where position == 0 && one(in: 2): clauses.append(match(isOptional: true))
      default: clauses.append(match(isOptional: false))
      }
    }
    return clauses
  }

  private mutating func unwind() -> String {
    let name = fresh("x")
    let list = pick("[1, 2, 2]", "[]", "[0, null, 1]", "range(0, 2)", "null")
    scalars.append(name)
    return "UNWIND \(list) AS \(name)"
  }

  mutating func match(isOptional: Bool) -> String {
    usedEdges = []
    var budget = number(0...3)
    var parts: [String] = []
    for _ in 0..<(one(in: 3) ? number(2...3) : 1) {
      let length = min(budget, number(0...2))
      budget -= length
      parts.append(part(edges: length, isShortest: length > 0 && one(in: 14)))
    }
    let predicate = one(in: 2) ? " WHERE " + condition(depth: 2) : ""
    return (isOptional ? "OPTIONAL MATCH " : "MATCH ") + parts.joined(separator: ", ") + predicate
  }

  private mutating func part(edges count: Int, isShortest: Bool) -> String {
    if isShortest {
      let (from, to) = (node(), node())
      let name = fresh("p")
      paths.append(name)
      let selector = pick("allShortestPaths", "allShortestPaths", "shortestPath")
      let body = "\(selector)(\(from)\(edge(isWalk: true, isNamed: false, isShortest: true))\(to))"
      // Which one of several shortest paths is found is left open: only its length is asked then.
      guard selector == "shortestPath" else { return "\(name) = \(body)" }
      paths.removeLast()
      return body
    }
    var text = node()
    for _ in 0..<count { text += edge(isWalk: one(in: 5), isNamed: true) + node() }
    guard one(in: 6) else { return text }
    let name = fresh("p")
    paths.append(name)
    return "\(name) = \(text)"
  }

  mutating func node() -> String {
    var text = ""
    if let known = any(nodes), one(in: 3) {
      text = known
    } else if !one(in: 4) {
      text = fresh("n")
      nodes.append(text)
    }
    let name = text
    if one(in: 3) { text += labels() }
    if one(in: 7) { text += " {\(property())}" }
    if !name.isEmpty && one(in: 20) { text += " WHERE \(name).k < \(number(1...3))" }
    return "(\(text))"
  }

  private mutating func property() -> String {
    if let other = any(nodes), one(in: 4) { return "k: \(other).k" }
    switch number(0...3) {
    case 0: return "m: " + (any(SmallGraph.mixed) ?? "1")
    case 1: return "s: " + pick("'a'", "'b'")
    case 2 where !scalars.isEmpty: return "k: \(any(scalars) ?? "1")"
    default: return "k: \(number(0...3))"
    }
  }

  mutating func labels() -> String { pick(":A", ":A", ":B", ":C", ":A:B", ":A|B", ":!A", ":%", ":A&!B", ":!%", ":D") }

  private mutating func edge(isWalk: Bool, isNamed: Bool, isShortest: Bool = false) -> String {
    var text = ""
    var isKnown = false
    if isNamed {
      if isWalk {
        if one(in: 3) {
          text = fresh("l")
          lists.append(text)
        }
      } else if let known = any(edges), one(in: 8), !usedEdges.contains(known) {
        (text, isKnown) = (known, true)
      } else if one(in: 2) {
        text = fresh("r")
        edges.append(text)
      }
      if !text.isEmpty { usedEdges.insert(text) }
    }
    let name = text
    text += pick("", "", "", ":S", ":T", ":T", ":U", ":S|T", ":T|U", ":!S", ":%", ":X")
    if isShortest { text += pick("*", "*1..2", "*0..1", "*0..", "*..3") }
    if isWalk && !isShortest { text += pick("*", "*1..2", "*0..1", "*2", "*0..", "*..2", "*1..", "*0..2", "*0") }
    if isWalk, !isShortest, let known = any(nodes), one(in: 12) {
      text += " {w: \(known).k}"
    } else if !isKnown && one(in: 9) {
      text += " {w: \(number(0...3))}"
    }
    if !isKnown && !isWalk && !name.isEmpty && one(in: 16) { text += " WHERE \(name).w > \(number(0...2))" }
    switch number(0...4) {
    case 0: return "-[\(text)]-"
    case 1, 2: return "<-[\(text)]-"
    default: return "-[\(text)]->"
    }
  }

  // MARK: Scope

  /// WITH that keeps some of the variables, groups, or cuts off.
  private mutating func with() -> String {
    if one(in: 5) { return "WITH *" + (one(in: 2) ? " WHERE " + condition(depth: 1) : "") }
    nodes = kept(nodes)
    edges = kept(edges)
    lists = kept(lists)
    paths = kept(paths)
    scalars = kept(scalars)
    var items = nodes + edges + lists + paths + scalars
    if let renamed = any(nodes), one(in: 4) {
      let name = fresh("n")
      items.append("\(renamed) AS \(name)")
      nodes.append(name)
    }
    var columns = nodes + edges + lists + paths + scalars
    if one(in: 2) || items.isEmpty {
      let name = fresh("x")
      // Without a key left, only an aggregate or a constant can be asked of variables that are gone.
      items.append((one(in: 2) ? "count(*)" : items.isEmpty ? "1" : scalar(depth: 1)) + " AS \(name)")
      scalars.append(name)
      columns.append(name)
    }
    var text = "WITH " + (one(in: 4) ? "DISTINCT " : "") + items.joined(separator: ", ")
    if one(in: 4) {
      text += " ORDER BY " + columns.map { $0 + (one(in: 2) ? " DESC" : "") }.joined(separator: ", ")
      text += " SKIP \(number(0...1)) LIMIT \(number(0...4))"
    }
    if one(in: 3) { text += " WHERE " + condition(depth: 1) }
    return text
  }

  private mutating func kept(_ names: [String]) -> [String] { names.filter { _ in number(0...2) > 0 } }

  // MARK: RETURN

  private mutating func returning() -> (text: String, isOrdered: Bool) {
    // What the rewrites of counts and of reached nodes are for.
    if one(in: 8) { return ("RETURN \(any(nodes).map { "\($0) AS c0, " } ?? "")count(*) AS c1", false) }
    if one(in: 8) {
      return ("RETURN " + (one(in: 2) ? "count(*) AS c0" : "DISTINCT \(any(nodes) ?? "1") AS c0"), false)
    }
    let isDistinct = one(in: 4)
    var items = self.items(number(1...3))
    var hasBag = false
    if one(in: 3) {
      let aggregate = aggregate()
      hasBag = aggregate.contains("collect")
      items[items.count - 1] = "\(aggregate) AS \(hasBag ? "bag" : "c")\(items.count - 1)"
      if one(in: 3) { items.removeFirst(items.count - 1) }
    }
    var text = "RETURN " + (isDistinct ? "DISTINCT " : "") + items.joined(separator: ", ")
    guard !hasBag, !isUpdating, one(in: 3) else { return (text, false) }
    let columns = items.compactMap { $0.components(separator: " AS ").last }
    text += " ORDER BY " + columns.map { $0 + (one(in: 2) ? " DESC" : "") }.joined(separator: ", ")
    if one(in: 2) { text += " SKIP \(number(0...2))" }
    if one(in: 2) { text += " LIMIT \(number(0...4))" }
    return (text, true)
  }

  private mutating func items(_ count: Int) -> [String] {
    (0..<count).map { i in
      let variables = nodes + edges + paths + lists + scalars
      return (one(in: 2) ? any(variables) ?? "1" : scalar(depth: 2)) + " AS c\(i)"
    }
  }

  private mutating func aggregate() -> String {
    let argument = (any(nodes).map { $0 + pick(".k", ".k", ".w") } ?? "1")
    let distinct = one(in: 3) ? "DISTINCT " : ""
    switch number(0...7) {
    case 0, 1: return "count(*)"
    case 2: return "count(\(distinct)\(any(nodes + edges) ?? "1"))"
    case 3: return "sum(\(distinct)\(argument))"
    case 4: return "min(\(scalar(depth: 1)))"
    case 5: return "max(\(scalar(depth: 1)))"
    case 6: return "collect(\(distinct)\(argument))"
    default: return "count(\(distinct)\(argument))"
    }
  }
}

extension String {
  /// The parts between the separators.
  func components(separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
