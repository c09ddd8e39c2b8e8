/// The names that writer and reader share.
enum GraphMLNames {
  static let namespace = "http://graphml.graphdrawing.org/xmlns"
  static let schema = namespace + " http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd"

  // Keys that hold what is no property of the graph.
  static let nodeLabel = "n_label"
  static let nodeLabels = "n_labels"
  static let nodeUID = "n_uid"
  static let edgeLabel = "e_label"
  static let edgeUID = "e_uid"
  static let edgeWeight = "e_weight"
  /// The weight where the graph has none of its own.
  static let madeWeight = "e_weight__made"
  /// Properties' real names where another had to be written, as a JSON map from key ids.
  static let realNames = "g_quipu_names"

  /// Ids that no property's key can have.
  static let ownIDs: Set<String> = [
    nodeLabel, nodeLabels, nodeUID, edgeLabel, edgeUID, realNames, "n_graphics", "e_graphics",
  ]
  /// Attribute names that these keys, or all readers' own ids, take.
  static let reserved: Set<String> = ["id", "uid", "label", "labels", "nodelabel", "edgelabel", "Edge Weight"]
  /// What Gephi takes as looks if it finds it, which only numbers should be.
  static let visual: Set<String> = ["x", "y", "z", "xpos", "ypos", "zpos", "size", "r", "g", "b", "color"]

  /// `:A:B`, APOC's form; JSON when a label would not survive it.
  static func text(labels: [String]) -> String {
    if labels.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(UInt8(ascii: ":")) }) {
      return labels.map { ":" + $0 }.joined()
    }
    return PropertyJSON.text(.list(labels.map { .string($0) }))
  }

  /// Nil when the text has neither form.
  static func labels(_ text: String) -> [String]? {
    switch text.utf8.first {
    case nil: return []
    case UInt8(ascii: ":"): return text.utf8.split(separator: UInt8(ascii: ":")).compactMap { String($0) }
    case UInt8(ascii: "["):
      guard case .list(let values)? = try? JSONParser.parse(Array(text.utf8)) else { return nil }
      return values.compactMap { if case .string(let label) = $0 { label } else { nil } }
    default: return nil
    }
  }
}
