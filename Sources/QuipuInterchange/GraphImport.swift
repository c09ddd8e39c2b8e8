import QuipuGraph

/// A graph that was read, and what of its file it does not hold.
public struct ImportedGraph: Sendable {
  public var graph: PropertyGraph
  /// What was left out or taken to mean something, one sentence each; empty when all was clear.
  public var notes: [String]
}

/// Reads graphs from files.
public enum GraphImport {
  /// Reads the file, in the format of its extension unless one is named: GraphML or JSON.
  ///
  /// What `GraphExport` wrote comes back whole. Files of others are read as their readers do, see `GraphMLReader` and
  /// `JSONGraphReader`. Nothing is fetched from anywhere else. Complexity: O(bytes).
  public static func read(_ path: String, format: GraphFormat? = nil) throws(InterchangeError) -> ImportedGraph {
    switch try GraphFormat.resolve(format, path: path, reading: true) {
    case .graphML: return try GraphMLReader.read(path)
    case .json: return try JSONGraphReader.read(path)
    case .dot, .csv:
      throw InterchangeError(
        path: path, reason: "this format is written, not read", advice: "give the graph as GraphML or JSON")
    }
  }
}
