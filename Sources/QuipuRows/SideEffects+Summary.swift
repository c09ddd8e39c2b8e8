import QuipuQuery

extension SideEffects {
  /// For people: `2 nodes and 1 relationship created, 3 properties set`; nil when nothing changed.
  public var summary: String? {
    let groups: [(verb: String, counts: [(Int, String, String)])] = [
      ("created", [(nodesCreated, "node", "nodes"), (edgesCreated, "relationship", "relationships")]),
      ("deleted", [(nodesDeleted, "node", "nodes"), (edgesDeleted, "relationship", "relationships")]),
      ("set", [(propertiesSet, "property", "properties")]),
      ("removed", [(propertiesRemoved, "property", "properties")]),
      ("new to the graph", [(labelsAdded, "label", "labels")]),
      ("gone from the graph", [(labelsRemoved, "label", "labels")]),
    ]
    let parts = groups.compactMap { group -> String? in
      let counts = group.counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
      return counts.isEmpty ? nil : counts.joined(separator: " and ") + " " + group.verb
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
