import QuipuClaims
import QuipuCore
import QuipuOntology

/// What came in and what the graph made of it holds, for people.
public struct GraphSummary: Sendable, Equatable {
  /// A class or relation with how many nodes or edges are of it.
  public struct Count: Sendable, Equatable {
    public var name: String
    public var count: Int

    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  public var documents = 0
  public var sentences = 0
  /// On the graph's edges.
  public var claims = 0
  public var entities = 0
  public var relations = 0
  /// A node counts under its class only; the greatest count first, of equals by name.
  public var entitiesByClass: [Count] = []
  /// Likewise.
  public var relationsByType: [Count] = []

  public init() {}

  init(documents: [DocumentClaims], nodes: [AssembledNode], edges: [AssembledEdge], ontology: Ontology) {
    self.documents = documents.count
    sentences = documents.reduce(0) { $0 + $1.sentenceCount }
    claims = edges.reduce(0) { $0 + $1.claims.count }
    entities = nodes.count
    relations = edges.count
    entitiesByClass = GraphSummary.counts(nodes.lazy.map { ontology[$0.classID].name })
    relationsByType = GraphSummary.counts(edges.lazy.map { ontology[$0.relation].name })
  }

  private static func counts(_ names: some Sequence<String>) -> [Count] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.map { Count(name: $0.key, count: $0.value) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : precedes($0.name, $1.name) }
  }

  /// A table of two columns, each line with its line feed.
  public func rendered() -> String {
    let rows: [(name: String, count: Int)] =
      [("documents", documents), ("sentences", sentences), ("claims", claims), ("entities", entities)]
      + entitiesByClass.map { ("  " + $0.name, $0.count) } + [("relations", relations)]
      + relationsByType.map { ("  " + $0.name, $0.count) }
    let names = rows.map { $0.name.unicodeScalars.count }.max() ?? 0
    let digits = rows.map { String($0.count).count }.max() ?? 0
    return rows.map { row in
      let count = String(row.count)
      let gap = names - row.name.unicodeScalars.count + 2 + digits - count.count
      return row.name + String(repeating: " ", count: gap) + count + "\n"
    }.joined()
  }

  /// One object: `documents`, `sentences`, `claims`, `nodes`, `edges`, and by name `entities` and `relations`.
  public func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("documents", documents)
    json.member("sentences", sentences)
    json.member("claims", claims)
    json.member("nodes", entities)
    json.member("edges", relations)
    for (key, counts) in [("entities", entitiesByClass), ("relations", relationsByType)] {
      json.key(key)
      json.beginObject()
      for count in counts { json.member(count.name, count.count) }
      json.endObject()
    }
    json.endObject()
    return json.bytes
  }
}
