import Foundation
import QuipuOntology

/// The package's folder, found from this file.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

let prefixes = """
  @prefix q: <https://quipu-graph.org/ontology#> .
  @prefix owl: <http://www.w3.org/2002/07/owl#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix my: <https://example.org/my#> .

  """

/// An ontology of a few lines; its prefixes take lines 1 to 4.
func ontology(_ body: String, name: String = "small.ttl") throws -> Ontology {
  try Ontology.parse(prefixes + body, name: name)
}

/// The text of the error that a load throws, or "no error".
func failure<T>(_ load: () throws -> T) -> String {
  do {
    _ = try load()
    return "no error"
  } catch { return "\(error)" }
}

/// A folder that is removed after use.
func withFolder<T>(_ files: [String: String], _ body: (String) throws -> T) throws -> T {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("quipu-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  return try body(folder.path)
}
