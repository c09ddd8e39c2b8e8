import QuipuGraph

/// Whose columns a pair of CSV files has.
public enum CSVHeader: String, Hashable, Sendable, CaseIterable {
  /// `Id,Label,…` and `Source,Target,Type,Kind,Id,Label,Weight,…`.
  case gephi
  /// `neo4j-admin database import`: `id:ID(Entity),…,:LABEL` and `:START_ID(Entity),:END_ID(Entity),…,:TYPE`.
  case neo4j
}

/// Writes `NAME.nodes.csv` and `NAME.edges.csv` for `NAME.csv` (RFC 4180: commas, quotes doubled, CRLF).
///
/// An absent value is an empty field, an empty string a quoted one. Values that begin with `=`, `+`, `-` or `@` are
/// written as they are: the files are data for programs, and a spreadsheet that takes them for formulas has to be told
/// to import them as text.
struct CSVWriter: GraphWriter {
  let header: CSVHeader

  func paths(for path: String) -> [String] {
    let stem = fileExtension(path) == "csv" ? String(path.dropLast(4)) : path
    return ["\(stem).nodes.csv", "\(stem).edges.csv"]
  }

  func write(_ graph: PropertyGraph, to sinks: [OutputSink]) throws(InterchangeError) -> [String] {
    guard sinks.count == 2 else { return [] }
    var pass = CSVPass(graph: graph, header: header)
    pass.writeNodeHeader(sinks[0])
    for node in graph.nodes {
      pass.write(node, sinks[0])
      if node.rawValue & 0xFFF == 0 { try sinks[0].check() }
    }
    pass.writeEdgeHeader(sinks[1])
    for edge in graph.edges {
      pass.write(edge, sinks[1])
      if edge.rawValue & 0xFFF == 0 { try sinks[1].check() }
    }
    return pass.losses
  }
}

/// One writing of one graph.
private struct CSVPass {
  let graph: PropertyGraph
  let header: CSVHeader
  private let nodeColumns: [CSVColumn]
  private let edgeColumns: [CSVColumn]
  private let nameKey: KeyID?
  private let weightKey: KeyID?
  private var changedTexts = 0

  init(graph: PropertyGraph, header: CSVHeader) {
    self.graph = graph
    self.header = header
    nameKey = graph.keyID("name")
    let surveys = GraphSurveys(graph)
    let weight = graph.keyID("weight")
    let survey = weight.map { surveys.edges[Int($0.rawValue)] }
    let isWeight = survey.map { $0.isNumeric && $0.isPositive && $0.count == graph.edgeCount } ?? false
    weightKey = header == .gephi && isWeight ? weight : nil
    let nodeNames: Set<String> = header == .gephi ? ["id", "label", "labels"] : ["id"]
    let edgeNames: Set<String> =
      header == .gephi ? ["source", "target", "type", "kind", "id", "label", "weight"] : ["uid"]
    nodeColumns = CSVColumn.columns(graph, surveys.nodes, header, taken: nodeNames, without: nil)
    edgeColumns = CSVColumn.columns(graph, surveys.edges, header, taken: edgeNames, without: weightKey)
  }

  var losses: [String] {
    var list: [String] = []
    for (scope, columns) in [("nodes", nodeColumns), ("edges", edgeColumns)] {
      for column in columns {
        if column.isJSON { list.append("property '\(column.name)' of \(scope) holds lists or maps: JSON strings") }
        if column.isMixed { list.append("property '\(column.name)' of \(scope) has values of several kinds: text") }
      }
    }
    if !graph.graphProperties.isEmpty { list.append("properties of the graph are not in CSV") }
    if changedTexts > 0 {
      list.append(
        "\(changedTexts) texts with line breaks, or semicolons in a list, that Neo4j's import splits: replaced")
    }
    return list
  }

  func writeNodeHeader(_ sink: OutputSink) {
    let columns = nodeColumns.map(\.header)
    row(header == .gephi ? ["Id", "Label", "Labels"] + columns : ["id:ID(Entity)"] + columns + [":LABEL"], sink)
  }

  func writeEdgeHeader(_ sink: OutputSink) {
    let columns = edgeColumns.map(\.header)
    row(
      header == .gephi
        ? ["Source", "Target", "Type", "Kind", "Id", "Label", "Weight"] + columns
        : [":START_ID(Entity)", ":END_ID(Entity)", "uid"] + columns + [":TYPE"], sink)
  }

  mutating func write(_ node: NodeID, _ sink: OutputSink) {
    let labels = graph.labels(of: node)
    var fields: [String?] = [graph.id(of: node)]
    if header == .gephi { fields += [graph.displayName(node, nameKey), labels.joined(separator: ";")] }
    for column in nodeColumns { fields.append(graph.property(column.key, of: node).map { text($0, column) }) }
    if header == .neo4j { fields.append(labels.joined(separator: ";")) }
    row(fields, sink)
  }

  mutating func write(_ edge: EdgeID, _ sink: OutputSink) {
    let ends = graph.endpoints(of: edge)
    let type = graph.type(of: edge)
    var fields: [String?] = [graph.id(of: ends.source), graph.id(of: ends.target)]
    if header == .gephi {
      let weight = weightKey.flatMap { graph.property($0, of: edge) }.map(PlainText.text) ?? "1"
      fields += ["Directed", type, graph.id(of: edge), type, weight]
    } else {
      fields.append(graph.id(of: edge))
    }
    for column in edgeColumns { fields.append(graph.property(column.key, of: edge).map { text($0, column) }) }
    if header == .neo4j { fields.append(type) }
    row(fields, sink)
  }

  private mutating func text(_ value: PropertyValue, _ column: CSVColumn) -> String {
    guard header == .neo4j else { return PlainText.text(value) }
    var text: String
    if column.isStringLists, case .list(let values) = value {
      let parts = values.map(PlainText.text)
      text = parts.map { String($0.map { $0 == ";" ? "," : $0 }) }.joined(separator: ";")
      if parts.contains(where: { $0.utf8.contains(UInt8(ascii: ";")) }) { changedTexts += 1 }
    } else {
      text = PlainText.text(value)
    }
    if text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      changedTexts += 1
      text = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
    }
    return text
  }

  private func row(_ fields: [String?], _ sink: OutputSink) {
    var bytes: [UInt8] = []
    for (i, field) in fields.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      if let field { append(field, &bytes) }
    }
    bytes += [0x0D, 0x0A]
    sink.write(bytes)
  }

  /// Quoted where a comma, quote or line break is inside, where spaces at the ends might be lost, and when empty.
  private func append(_ text: String, _ bytes: inout [UInt8]) {
    let needsQuotes =
      text.isEmpty || text.utf8.first == 0x20 || text.utf8.last == 0x20
      || text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// A property's column.
private struct CSVColumn {
  var key: KeyID
  var name: String
  var header: String
  var isStringLists: Bool
  var isJSON: Bool
  var isMixed: Bool

  static func columns(
    _ graph: PropertyGraph, _ surveys: [ColumnSurvey], _ header: CSVHeader, taken: Set<String>, without: KeyID?
  ) -> [CSVColumn] {
    var names = taken
    var columns: [CSVColumn] = []
    for (i, survey) in surveys.enumerated() where survey.count > 0 {
      let key = KeyID(rawValue: UInt32(i))
      guard key != without else { continue }
      let name = graph.name(of: key)
      var shown = header == .neo4j ? String(name.map { $0 == ":" ? "_" : $0 }) : name
      if shown.isEmpty { shown = "_" }
      // Gephi takes column names in any case.
      while !names.insert(header == .gephi ? shown.lowercased() : shown).inserted { shown += "_" }
      let form = survey.form(isFlag: false, keepsLarge: true)
      let isArray = header == .neo4j && survey.isStringLists
      columns.append(
        CSVColumn(
          key: key, name: name, header: header == .neo4j ? shown + neo4jType(form, isArray) : shown,
          isStringLists: isArray, isJSON: form == .json && !isArray, isMixed: form == .any))
    }
    return columns
  }

  private static func neo4jType(_ form: GraphMLForm, _ isArray: Bool) -> String {
    if isArray { return ":string[]" }
    return switch form {
    case .long: ":long"
    case .double, .number: ":double"
    case .booleanText, .boolean, .flag: ":boolean"
    case .temporal(let kind): ":" + (PropertyText.name(kind) ?? "string")
    default: ""
    }
  }
}
