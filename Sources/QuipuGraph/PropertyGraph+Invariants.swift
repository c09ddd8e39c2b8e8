extension PropertyGraph {
  /// What is wrong inside the graph, one sentence each; empty for every graph that its methods can make. For tests and
  /// fuzzing. Complexity: O((nodes + edges) · (keys + log)), and a scan for each entry of an index.
  public var invariantViolations: [String] {
    countViolations + nodes.flatMap { listViolations($0) } + edgeViolations + removedNodeViolations
      + memberViolations + nameViolations + columnViolations + indexViolations
  }

  private var countViolations: [String] {
    var found: [String] = []
    if nodes.reduce(0, { n, _ in n + 1 }) != nodeCount { found.append("nodeCount is not the number of nodes") }
    if edges.reduce(0, { n, _ in n + 1 }) != edgeCount { found.append("edgeCount is not the number of edges") }
    // With the lists sound, equal sums mean that every edge is in one list of each direction.
    if nodes.reduce(0, { $0 + outDegree(of: $1) }) != edgeCount { found.append("out-degrees don't sum to the edges") }
    if nodes.reduce(0, { $0 + inDegree(of: $1) }) != edgeCount { found.append("in-degrees don't sum to the edges") }
    return found
  }

  /// Links forwards and backwards agree, edges belong to the node, ascend, and are as many as the degree says.
  private func listViolations(_ node: NodeID) -> [String] {
    var found: [String] = []
    let record = nodeRecords[node.index]
    var previous = none
    for edge in outgoing(node).prefix(edgeRecords.count) {
      let here = edgeRecords[edge.index]
      if here.isRemoved || here.source != node { found.append("edge \(edge.rawValue) is in the wrong outgoing list") }
      if here.previousOut != previous { found.append("edge \(edge.rawValue) has a wrong previousOut") }
      if previous != none, previous >= edge.rawValue { found.append("outgoing edges do not ascend") }
      previous = edge.rawValue
    }
    if record.lastOut != previous { found.append("node \(node.rawValue) has a wrong lastOut") }
    if Array(outgoing(node)).count != outDegree(of: node) { found.append("node \(node.rawValue): wrong out-degree") }
    previous = none
    for edge in incoming(node).prefix(edgeRecords.count) {
      let here = edgeRecords[edge.index]
      if here.isRemoved || here.target != node { found.append("edge \(edge.rawValue) is in the wrong incoming list") }
      if here.previousIn != previous { found.append("edge \(edge.rawValue) has a wrong previousIn") }
      if previous != none, previous >= edge.rawValue { found.append("incoming edges do not ascend") }
      previous = edge.rawValue
    }
    if record.lastIn != previous { found.append("node \(node.rawValue) has a wrong lastIn") }
    if Array(incoming(node)).count != inDegree(of: node) { found.append("node \(node.rawValue): wrong in-degree") }
    return found
  }

  private var edgeViolations: [String] {
    edges.filter { !contains(source(of: $0)) || !contains(target(of: $0)) }
      .map { "edge \($0.rawValue) has a removed end" }
  }

  private var removedNodeViolations: [String] {
    nodeRecords.indices.filter {
      let record = nodeRecords[$0]
      return record.labelSet == none && (record.firstOut != none || record.firstIn != none)
    }.map { "removed node \($0) still has edges" }
  }

  /// Labels and types list exactly the nodes and edges that have them, and the sets themselves are sound.
  private var memberViolations: [String] {
    var found: [String] = []
    if labelMembers.count != labelCount { found.append("there are not as many lists of nodes as labels") }
    if typeMembers.count != typeCount { found.append("there are not as many lists of edges as types") }
    for (i, members) in labelMembers.enumerated() {
      let label = LabelID(rawValue: UInt16(i))
      if Array(members) != nodes.filter({ hasLabel(label, $0) }) { found.append("label \(i) lists the wrong nodes") }
      found += members.invariantViolations.map { "label \(i): \($0)" }
    }
    for (i, members) in typeMembers.enumerated() {
      let type = TypeID(rawValue: UInt16(i))
      if Array(members) != edges.filter({ typeID(of: $0) == type }) { found.append("type \(i) lists the wrong edges") }
      found += members.invariantViolations.map { "type \(i): \($0)" }
    }
    return found
  }

  /// Ids lead to their rows and back, and removed rows have none.
  private var nameViolations: [String] {
    var found: [String] = []
    for i in nodeRecords.indices {
      let node = NodeID(rawValue: UInt32(i))
      if contains(node) != nodeNames.hasName(node.rawValue) { found.append("node \(i) has a wrong id") }
      if contains(node), self.node(withID: id(of: node)) != node { found.append("node \(i) is not found by its id") }
    }
    for i in edgeRecords.indices {
      let edge = EdgeID(rawValue: UInt32(i))
      if !contains(edge), edgeNames.hasName(edge.rawValue) { found.append("removed edge \(i) has an id") }
      if contains(edge), self.edge(withID: id(of: edge)) != edge { found.append("edge \(i) is not found by its id") }
    }
    return found
  }

  private var columnViolations: [String] {
    var found: [String] = []
    for (key, column) in nodeProperties.columns.enumerated() {
      let rows = nodeRecords.indices.filter { column.has(UInt32($0)) }
      if rows.count != column.count { found.append("column \(key) of nodes counts wrong") }
      if rows.contains(where: { nodeRecords[$0].labelSet == none }) { found.append("column \(key) has removed nodes") }
    }
    for (key, column) in edgeProperties.columns.enumerated() {
      let rows = edgeRecords.indices.filter { column.has(UInt32($0)) }
      if rows.count != column.count { found.append("column \(key) of edges counts wrong") }
      if rows.contains(where: { edgeRecords[$0].isRemoved }) { found.append("column \(key) has removed edges") }
    }
    return found
  }

  /// An index holds each node that has a value, under that value, and nothing else. NaN is in none.
  private var indexViolations: [String] {
    // Looking for a string's number may add it to the table.
    var copy = self
    return indexes.indices.flatMap { i in
      var listed = 0
      var found: [String] = []
      for node in nodes {
        guard let entry = copy.indexEntry(indexes[i].label, indexes[i].key, node) else { continue }
        listed += 1
        if !indexes[i].contains(node, entry) { found.append("index \(i) lacks node \(node.rawValue)") }
      }
      let held = indexes[i].nodeCount
      if held != listed { found.append("index \(i) holds \(held) nodes in place of \(listed)") }
      if !indexes[i].isSound { found.append("index \(i) keeps an empty set, or a wrong slot") }
      if copy.strings.count != strings.count { found.append("index \(i) has strings that are not in the table") }
      return found
    }
  }
}

extension SortedIDSet {
  var invariantViolations: [String] {
    var found: [String] = []
    let all = chunks.flatMap { $0 }
    if all.count != count { found.append("the count is wrong") }
    if !chunks.allSatisfy({ (1...Self.chunkCapacity).contains($0.count) }) { found.append("a chunk's size is wrong") }
    if zip(all, all.dropFirst()).contains(where: { $0 >= $1 }) { found.append("the ids do not ascend") }
    return found
  }
}
