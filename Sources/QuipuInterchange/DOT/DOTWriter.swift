import QuipuGraph

/// How DOT is written.
public enum DOTStyle: String, Hashable, Sendable, CaseIterable {
  /// For Graphviz: fonts, a colour for each kind of thing, left to right so that edges' names fit, dashes and colours for what is not simply asserted.
  case styled
  /// Without default attributes, at which Gephi's reader loses the graph.
  case plain
}

/// Writes the DOT language (graphviz.org/doc/info/lang.html): a picture of the graph, not all of it. Every id is quoted,
/// parallel edges stay apart (no `strict`), and no subgraphs are made.
struct DOTWriter: GraphWriter {
  let style: DOTStyle

  func write(_ graph: PropertyGraph, to sinks: [OutputSink]) throws(InterchangeError) -> [String] {
    guard let sink = sinks.first else { return [] }
    var pass = DOTPass(graph: graph, style: style)
    sink.write("digraph \"G\" {\n")
    if style == .styled { pass.writeDefaults(sink) }
    for node in graph.nodes {
      pass.write(node, sink)
      if node.rawValue & 0xFFF == 0 { try sink.check() }
    }
    for edge in graph.edges {
      pass.write(edge, sink)
      if edge.rawValue & 0xFFF == 0 { try sink.check() }
    }
    sink.write("}\n")
    return pass.losses
  }
}

/// One writing of one graph.
private struct DOTPass {
  let graph: PropertyGraph
  let style: DOTStyle
  private let nameKey: KeyID?
  private let colours: ClassColours
  private var dropped = 0

  init(graph: PropertyGraph, style: DOTStyle) {
    self.graph = graph
    self.style = style
    nameKey = graph.keyID("name")
    colours = ClassColours(graph)
  }

  func writeDefaults(_ sink: OutputSink) {
    sink.write(
      """
        graph [charset="UTF-8", rankdir="LR", nodesep="0.15", fontname="Helvetica", overlap="false", splines="true"];
        node [shape="box", style="rounded,filled", fontname="Helvetica", fontsize="11", height="0.3", color="#444444"];
        edge [fontname="Helvetica", fontsize="9", color="#555555"];

      """)
  }

  mutating func write(_ node: NodeID, _ sink: OutputSink) {
    let labels = graph.labels(of: node)
    var attributes = [("label", graph.displayName(node, nameKey))]
    if style == .styled {
      attributes.append(("fillcolor", colours.colour(labels).hex))
      if !labels.isEmpty { attributes.append(("tooltip", labels.joined(separator: ", "))) }
    }
    sink.write("  \(quoted(id(node)))")
    write(attributes, sink)
  }

  mutating func write(_ edge: EdgeID, _ sink: OutputSink) {
    let ends = graph.endpoints(of: edge)
    var attributes = [("label", graph.type(of: edge))]
    if style == .styled {
      let looks = EdgeLooks(graph, edge)
      if looks.isUncertain { attributes.append(("style", "dashed")) }
      if looks.isNegative {
        attributes += [("color", looks.colour.hex), ("fontcolor", looks.colour.hex), ("arrowhead", "tee")]
      }
      if looks.isSymmetric { attributes.append(("dir", "both")) }
    }
    sink.write("  \(quoted(id(ends.source))) -> \(quoted(id(ends.target)))")
    write(attributes, sink)
  }

  private mutating func write(_ attributes: [(String, String)], _ sink: OutputSink) {
    sink.write(" [")
    for (i, (name, value)) in attributes.enumerated() {
      let clean = XMLText.clean(value)
      dropped += clean.dropped
      sink.write("\(i > 0 ? ", " : "")\(name)=\(quoted(style == .styled ? entities(clean.text) : clean.text))")
    }
    sink.write("];\n")
  }

  /// Ids with characters that no output of Graphviz can hold give way to one made from the number.
  private func id(_ node: NodeID) -> String {
    let id = graph.id(of: node)
    if XMLText.clean(id).dropped == 0 { return id }
    var made = "n\(node.rawValue)"
    while graph.node(withID: made) != nil { made += "_" }
    return made
  }

  /// `\N` and `\G` would be put in by Graphviz, a newline would be folded away: both are escaped.
  private func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0D: break
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Graphviz turns `&lt;` into `<` in plain labels too, so an ampersand that begins such a name is written as one.
  private func entities(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var out: [UInt8] = []
    for (i, byte) in bytes.enumerated() {
      out.append(byte)
      if byte == UInt8(ascii: "&"), beginsEntity(bytes[(i + 1)...]) { out += Array("amp;".utf8) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func beginsEntity(_ rest: ArraySlice<UInt8>) -> Bool {
    let name = rest.prefix(12).prefix { $0 == UInt8(ascii: "#") || XMLText.isTokenByte($0) }
    return !name.isEmpty && rest.dropFirst(name.count).first == UInt8(ascii: ";")
  }

  var losses: [String] {
    let surveys = GraphSurveys(graph)
    var list = missing("nodes", surveys.nodes, shown: ["name"])
    list += missing("edges", surveys.edges, shown: ["polarity", "negated", "modality", "symmetric"])
    if !graph.graphProperties.isEmpty { list.append("properties of the graph are not in DOT") }
    if dropped > 0 { list.append("\(dropped) control \(dropped == 1 ? "character" : "characters") left out") }
    return list
  }

  private func missing(_ scope: String, _ surveys: [ColumnSurvey], shown: Set<String>) -> [String] {
    let names = surveys.indices.filter { surveys[$0].count > 0 }.map { graph.name(of: KeyID(rawValue: UInt32($0))) }
    let absent = names.filter { !shown.contains($0) }.map { "'\(XMLText.clean($0).text)'" }
    return absent.isEmpty ? [] : ["properties of \(scope) that are not in DOT: \(absent.joined(separator: ", "))"]
  }
}
