import QuipuCore
import QuipuGraph

// Nodes and edges, from their tags on
extension PlainGraphMLReader {
  mutating func node() throws(PlainStop) {
    element.clear()
    startAttributes()
    while let attribute = try xml.attribute() {
      if PlainGraphMLReader.isNamed(attribute, "id") {
        try PlainGraphMLReader.keep(attribute.value, in: &element.id)
      } else if PlainGraphMLReader.isNamed(attribute, "labels") {
        guard element.labels == nil else { throw .doubt }
        element.labels = attributeLabels.number(attribute.value)
        element.isLabelsAttribute = true
      } else {
        try pass(attribute)
      }
    }
    if try !xml.tagEnd() {
      while try !content("</node", isNode: true) {}
    }
    try addNode()
  }

  mutating func edge() throws(PlainStop) {
    element.clear()
    element.isUndirected = isGraphUndirected
    var directed: PlainXMLScanner.Text?
    startAttributes()
    while let attribute = try xml.attribute() {
      if PlainGraphMLReader.isNamed(attribute, "source") {
        try PlainGraphMLReader.keep(attribute.value, in: &element.source)
      } else if PlainGraphMLReader.isNamed(attribute, "target") {
        try PlainGraphMLReader.keep(attribute.value, in: &element.target)
      } else if PlainGraphMLReader.isNamed(attribute, "id") {
        try PlainGraphMLReader.keep(attribute.value, in: &element.id)
      } else if PlainGraphMLReader.isNamed(attribute, "label") {
        guard element.attributeType == nil else { throw .doubt }
        element.attributeType = types.number(attribute.value)
      } else if PlainGraphMLReader.isNamed(attribute, "directed") {
        try PlainGraphMLReader.keep(attribute.value, in: &directed)
      } else {
        try pass(attribute)
      }
    }
    if let directed {
      let text = String(decoding: directed, as: UTF8.self)
      element.isUndirected = text == "false" || text == "0"
    }
    if try !xml.tagEnd() {
      while try !content("</edge", isNode: false) {}
    }
    try addEdge()
  }

  /// One construct inside a node or edge; true when that was its end tag.
  @inline(__always)
  private mutating func content(_ end: StaticString, isNode: Bool) throws(PlainStop) -> Bool {
    if xml.place[0] != UInt8(ascii: "<") { xml.skipSpace() }
    if xml.take("<data") {
      let (id, text) = try data()
      let key = isNode ? nodeKeys.number(id, &keys) : edgeKeys.number(id, &keys)
      if !keys.defaults.isEmpty { element.seen.append(key) }
      try take(text, key, isNode: isNode)
      return false
    }
    if xml.place[1] == UInt8(ascii: "/") {
      try xml.expectEnd(end)
      return true
    }
    return try !description()
  }
}

// Data
extension PlainGraphMLReader {
  @inline(__always)
  private mutating func take(_ text: PlainXMLScanner.Text, _ number: Int, isNode: Bool) throws(PlainStop) {
    let key = isNode ? nodeKeys[number] : edgeKeys[number]
    switch key.role {
    case .property:
      if let value = try property(text, number, key.form) {
        element.values.append(value)
      } else {
        try takeOther(text, number, isNode: isNode)
      }
    case .edgeType: element.type = types.number(text)
    case .nodeLabels:
      element.labels = labels.number(text)
      element.isLabelsAttribute = false
    case .nodeUID, .edgeUID: element.uid = text
    case .nodeLabel: element.shownLabel = text
    case .ignored, .realNames: break
    }
  }

  /// The value of a text in one of the three frequent forms; nil in others, or when it is not of its form.
  @inline(__always)
  private mutating func property(
    _ text: PlainXMLScanner.Text, _ key: Int, _ form: PlainKey.Form
  ) throws(PlainStop) -> PlainValue? {
    switch form {
    case .integer:
      return PlainNumber.integer(text).map {
        PlainValue(key: key, kind: .integer, word: UInt64(bitPattern: $0))
      }
    case .double:
      return PlainNumber.double(text).map { PlainValue(key: key, kind: .double, word: $0.bitPattern) }
    case .string:
      return PlainValue(key: key, kind: .string, word: UInt64(try string(text).rawValue))
    case .other: return nil
    }
  }

  private mutating func string(_ text: PlainXMLScanner.Text) throws(PlainStop) -> StringID {
    do throws(GraphError) {
      return try graph.stringID(adding: text)
    } catch {
      throw .doubt
    }
  }

  @inline(never)
  private mutating func takeOther(_ text: PlainXMLScanner.Text, _ key: Int, isNode: Bool) throws(PlainStop) {
    let declaration = isNode ? nodeKeys.declaration(key) : edgeKeys.declaration(key)
    guard let value = declaration.value(String(decoding: text, as: UTF8.self)) else { throw .doubt }
    if value == .null { return }
    element.values.append(PlainValue(key: key, kind: .other, word: UInt64(element.others.count)))
    element.others.append(value)
  }

  private mutating func takeDefaults(isNode: Bool) throws(PlainStop) {
    for i in isNode ? nodeDefaults.indices : edgeDefaults.indices {
      let (key, text) = isNode ? nodeDefaults[i] : edgeDefaults[i]
      if !element.seen.contains(key) { try take(text, key, isNode: isNode) }
    }
  }
}

// Into the graph
extension PlainGraphMLReader {
  private mutating func addNode() throws(PlainStop) {
    if !nodeDefaults.isEmpty { try takeDefaults(isNode: true) }
    // Without one it is an error.
    guard let fileID = element.id else { throw .doubt }
    let id = element.uid ?? fileID
    if let label = element.shownLabel { try addShownLabel(label, id) }
    do throws(GraphError) {
      let labels = try labelSet()
      let node: NodeID
      if !impliedNodes.isEmpty, let implied = graph.node(withID: id), impliedNodes.remove(implied) != nil {
        node = implied
        try graph.setLabels(labels, of: node)
      } else {
        guard aliasNodes.isEmpty || aliases.find(fileID) == nil else { throw .duplicateNodeID("") }
        node = try graph.addNode(id: id, labels: labels)
      }
      if element.uid != nil, !id.elementsEqual(fileID) { enterAlias(fileID, node) }
      for value in element.values { try put(value, of: node) }
    } catch {
      throw .doubt
    }
  }

  private mutating func enterAlias(_ fileID: PlainXMLScanner.Text, _ node: NodeID) {
    let known = aliases.count
    let number = Int(aliases.intern(fileID))
    if number == known { aliasNodes.append(node) } else { aliasNodes[number] = node }
  }

  @inline(__always)
  private mutating func labelSet() throws(GraphError) -> LabelSetID {
    guard let number = element.labels else { return .empty }
    if let known = element.isLabelsAttribute ? attributeLabels[number] : labels[number] { return known }
    return try newLabelSet(number)
  }

  private mutating func newLabelSet(_ number: Int) throws(GraphError) -> LabelSetID {
    if element.isLabelsAttribute {
      let set = try graph.labelSetID(adding: GraphMLNames.labels(attributeLabels.text(number)) ?? [])
      attributeLabels[number] = set
      return set
    }
    let text = labels.text(number)
    let set = try graph.labelSetID(adding: GraphMLNames.labels(text) ?? [text])
    labels[number] = set
    return set
  }

  /// Our label is the name or the id again; any other is a property.
  private mutating func addShownLabel(_ label: PlainXMLScanner.Text, _ id: PlainXMLScanner.Text) throws(PlainStop) {
    for value in element.values where nodeKeys.isNamed(value.key, "name") {
      if let name = text(of: value), !name.isEmpty, String(decoding: label, as: UTF8.self) == name { return }
    }
    guard String(decoding: label, as: UTF8.self) != String(decoding: id, as: UTF8.self),
      !element.values.contains(where: { nodeKeys.isNamed($0.key, "label") })
    else { return }
    let key = "label".utf8.withContiguousStorageIfAvailable { nodeKeys.number($0, &keys) }
    guard let key, nodeKeys.isNamed(key, "label") else { throw .doubt }
    element.values.append(PlainValue(key: key, kind: .string, word: UInt64(try string(label).rawValue)))
  }

  /// Of a string's value; nil for others.
  private func text(of value: PlainValue) -> String? {
    switch value.kind {
    case .string: return graph.string(StringID(rawValue: UInt32(value.word)))
    case .other:
      if case .string(let text) = element.others[Int(value.word)] { return text }
      return nil
    default: return nil
    }
  }

  private mutating func addEdge() throws(PlainStop) {
    if !edgeDefaults.isEmpty { try takeDefaults(isNode: false) }
    guard let sourceID = element.source, let targetID = element.target else { throw .doubt }
    do throws(GraphError) {
      let source = try end(sourceID)
      let target = try end(targetID)
      let edge = try graph.addEdge(id: element.uid ?? element.id, from: source, to: target, type: try type())
      for value in element.values { try put(value, of: edge) }
      if element.isUndirected, !element.values.contains(where: { edgeKeys.isNamed($0.key, "symmetric") }) {
        try graph.setProperty(graph.keyID(adding: "symmetric"), to: .bool(true), of: edge)
      }
    } catch {
      throw .doubt
    }
  }

  @inline(__always)
  private mutating func type() throws(GraphError) -> TypeID {
    if let number = element.type ?? element.attributeType, let known = types[number] { return known }
    return try newType()
  }

  private mutating func newType() throws(GraphError) -> TypeID {
    guard let number = element.type ?? element.attributeType else {
      return try graph.typeID(adding: GraphMLReader.defaultType)
    }
    let made = try graph.typeID(adding: types.text(number))
    types[number] = made
    return made
  }

  /// The node at an edge's end, made where no element declared it yet.
  @inline(__always)
  private mutating func end(_ id: PlainXMLScanner.Text) throws(GraphError) -> NodeID {
    if !aliasNodes.isEmpty, let alias = aliases.find(id) { return aliasNodes[Int(alias)] }
    if let node = guess.find(id, in: graph) { return node }
    let node = try graph.addNode(id: id, labels: .empty)
    impliedNodes.insert(node)
    return node
  }

  @inline(__always)
  private mutating func put(_ value: PlainValue, of node: NodeID) throws(GraphError) {
    let key = nodeKeys.property(value.key, &graph)
    switch value.kind {
    case .integer: try graph.setProperty(key, int: Int64(bitPattern: value.word), of: node)
    case .double: try graph.setProperty(key, double: Double(bitPattern: value.word), of: node)
    case .string: try graph.setProperty(key, string: StringID(rawValue: UInt32(value.word)), of: node)
    case .other: try graph.setProperty(key, to: element.others[Int(value.word)], of: node)
    }
  }

  @inline(__always)
  private mutating func put(_ value: PlainValue, of edge: EdgeID) throws(GraphError) {
    let key = edgeKeys.property(value.key, &graph)
    switch value.kind {
    case .integer: try graph.setProperty(key, int: Int64(bitPattern: value.word), of: edge)
    case .double: try graph.setProperty(key, double: Double(bitPattern: value.word), of: edge)
    case .string: try graph.setProperty(key, string: StringID(rawValue: UInt32(value.word)), of: edge)
    case .other: try graph.setProperty(key, to: element.others[Int(value.word)], of: edge)
    }
  }
}
