import QuipuGraph
import QuipuQuery

/// Nodes, edges and values of a graph in words.
struct GraphText {
  let graph: PropertyGraph
  let style: TextStyle

  func name(_ node: NodeID) -> String {
    (EntityIndex.names(of: node, in: graph).first?.name ?? graph.id(of: node)).withoutControls
  }

  /// The most specific class: the property `class` where it is one of the labels, else the label that the fewest nodes
  /// have, of equals the first.
  func primaryClass(_ node: NodeID) -> String? {
    let labels = graph.labels(of: node)
    if case .string(let name)? = graph.property("class", of: node), labels.contains(name) { return name }
    return graph.labelIDs(of: node).min { graph.nodes(label: $0).count < graph.nodes(label: $1).count }
      .map { graph.name(of: $0) }
  }

  /// `Name (Class)`
  func described(_ node: NodeID) -> String {
    style.bold(name(node)) + (primaryClass(node).map { " (" + style.label($0) + ")" } ?? "")
  }

  /// `A -[TYPE]-> B`
  func described(_ edge: EdgeID) -> String {
    "\(style.bold(name(graph.source(of: edge)))) -[\(style.type(graph.type(of: edge)))]-> "
      + style.bold(name(graph.target(of: edge)))
  }

  /// What is particular of an edge: not a plain assertion, not certain, with a role, a date, a value.
  func remarks(_ edge: EdgeID) -> String {
    var remarks: [String] = []
    if case .string(let polarity)? = graph.property("polarity", of: edge), polarity != "positive" {
      remarks.append(polarity)
    }
    if case .string(let modality)? = graph.property("modality", of: edge), modality != "asserted" {
      remarks.append(modality)
    }
    for key in ["role", "date", "value", "change", "product", "predicate"] {
      if let value = graph.property(key, of: edge) { remarks.append("\(key) \(GraphText.text(value))") }
    }
    if let confidence = graph.property("confidence", of: edge) {
      remarks.append("confidence \(GraphText.text(confidence))")
    }
    return remarks.joined(separator: ", ")
  }

  /// A value in one line: strings as they are, lists parted by semicolons, maps as `key: value`.
  static func text(_ value: PropertyValue) -> String {
    switch value {
    case .string(let text): text.withoutControls
    case .list(let values): values.map(text).joined(separator: "; ")
    case .map(let map): map.entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ")
    default: Value(value).cellText(in: PropertyGraph())
    }
  }
}
