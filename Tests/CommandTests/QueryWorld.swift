/// A small graph in a folder of its own, for the tests of `quipu query`.
struct QueryWorld {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("g.json", QueryWorld.graph)
  }

  static let graph = """
    {"directed": true, "multigraph": true, "generator": "quipu", "graph": {},
     "nodes": [
      {"id": "p1", "labels": ["Person"], "name": "Maria Keller", "born": 1970},
      {"id": "p2", "labels": ["Person"], "name": "Ole \\"O\\" Berg, jr."},
      {"id": "c1", "labels": ["Country", "Place"], "name": "Chile"}],
     "edges": [
      {"key": "e1", "source": "p1", "target": "c1", "type": "LEADS", "confidence": 0.85},
      {"key": "e2", "source": "p2", "target": "c1", "type": "LIVES_IN", "confidence": 1.0}]}

    """

  static let people = "MATCH (p:Person)-[r]->(c) RETURN p.name AS name, p.born AS born, type(r) AS type ORDER BY name"

  /// Runs `quipu query g.json …`.
  func query(_ arguments: String...) throws -> CommandRun {
    try CommandRun(["query", "g.json"] + arguments, in: scratch.folder)
  }
}
