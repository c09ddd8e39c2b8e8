import QuipuGraph

extension Value {
  /// What `toString` and `+` make of a boolean, number or string; of other values the type's name.
  var scalarText: String {
    switch self {
    case .bool(let x): x ? "true" : "false"
    case .int(let x): String(x)
    case .double(let x): Value.text(x)
    case .string(let x): x
    default: temporalText ?? typeName
    }
  }

  /// The ISO 8601 text of a date, time or duration.
  var temporalText: String? {
    switch self {
    case .date(let x): x.description
    case .localTime(let x): x.description
    case .time(let x): x.description
    case .localDateTime(let x): x.description
    case .dateTime(let x): x.description
    case .duration(let x): x.description
    default: nil
    }
  }

  /// The shortest decimal that reads back as the same float, always a float literal of openCypher: `1.0`, `0.1`, `1.0E-7`.
  static func text(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity" }
    let description = number.description
    guard let e = description.firstIndex(of: "e") else { return description }
    let mantissa = description[..<e]
    let exponent = Int(description[description.index(after: e)...]) ?? 0
    return mantissa + (mantissa.contains(".") ? "" : ".0") + "E\(exponent)"
  }

  /// The value for people, as openCypher would write it: strings in quotes, `(:Label {key: 'value'})`,
  /// `[:TYPE {key: 1}]`, `<(:A)-[:T]->(:B)>`.
  public func text(in graph: PropertyGraph) -> String {
    var text = ""
    ValueTextWriter(graph: graph).write(self, to: &text)
    return text
  }

  /// The same, but a string on its own stands without quotes, for the cells of a table.
  public func cellText(in graph: PropertyGraph) -> String {
    if case .string(let text) = self { return text }
    return text(in: graph)
  }
}

/// Writes values as openCypher's literals.
struct ValueTextWriter {
  let graph: PropertyGraph

  func write(_ value: Value, to text: inout String) {
    switch value {
    case .null: text += "null"
    case .string(let x): ValueTextWriter.quote(x, "'", to: &text)
    case .list(let elements): write(elements, to: &text)
    case .map(let map): write(map.entries.map { ($0.key, $0.value) }, to: &text)
    case .node(let node): write(node, to: &text)
    case .edge(let edge): write(edge, to: &text)
    case .path(let path): write(path, to: &text)
    default: text += value.scalarText
    }
  }

  private func write(_ elements: [Value], to text: inout String) {
    text += "["
    for (i, element) in elements.enumerated() {
      if i > 0 { text += ", " }
      write(element, to: &text)
    }
    text += "]"
  }

  private func write(_ entries: [(key: String, value: Value)], to text: inout String) {
    text += "{"
    for (i, entry) in entries.enumerated() {
      if i > 0 { text += ", " }
      ValueTextWriter.writeName(entry.key, to: &text)
      text += ": "
      write(entry.value, to: &text)
    }
    text += "}"
  }

  private func write(_ node: NodeID, to text: inout String) {
    text += "("
    if graph.contains(node) {
      for label in graph.labels(of: node) {
        text += ":"
        ValueTextWriter.writeName(label, to: &text)
      }
      let properties = graph.properties(of: node)
      if !properties.isEmpty {
        if !graph.labelIDs(of: node).isEmpty { text += " " }
        write(properties.map { ($0.key, Value($0.value)) }, to: &text)
      }
    }
    text += ")"
  }

  private func write(_ edge: EdgeID, to text: inout String) {
    text += "["
    if graph.contains(edge) {
      text += ":"
      ValueTextWriter.writeName(graph.type(of: edge), to: &text)
      let properties = graph.properties(of: edge)
      if !properties.isEmpty {
        text += " "
        write(properties.map { ($0.key, Value($0.value)) }, to: &text)
      }
    }
    text += "]"
  }

  private func write(_ path: PathValue, to text: inout String) {
    text += "<"
    for (i, node) in path.nodes.enumerated() {
      write(node, to: &text)
      guard i < path.edges.count else { break }
      let edge = path.edges[i]
      let isForward = graph.contains(edge) && graph.source(of: edge) == node
      text += isForward ? "-" : "<-"
      write(edge, to: &text)
      text += isForward ? "->" : "-"
    }
    text += ">"
  }

  /// A name as it may stand in a query: in back quotes unless it is an identifier.
  static func writeName(_ name: String, to text: inout String) {
    let isIdentifier =
      name.unicodeScalars.first.map { $0.properties.isXIDStart || $0 == "_" } == true
      && name.unicodeScalars.allSatisfy(\.properties.isXIDContinue)
    guard !isIdentifier else {
      text += name
      return
    }
    text += "`"
    for scalar in name.unicodeScalars { text += scalar == "`" ? "``" : String(scalar) }
    text += "`"
  }

  /// Within quotes, what would end or break the literal escaped.
  static func quote(_ string: String, _ mark: Unicode.Scalar, to text: inout String) {
    text.unicodeScalars.append(mark)
    for scalar in string.unicodeScalars {
      switch scalar {
      case mark, "\\":
        text += "\\"
        text.unicodeScalars.append(scalar)
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<" ", "\u{7F}": text += "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst()
      default: text.unicodeScalars.append(scalar)
      }
    }
    text.unicodeScalars.append(mark)
  }
}
