import QuipuCore

// Labels, types and keys by name and by number.
extension PropertyGraph {
  public var labelCount: Int { labelNames.count }
  public var typeCount: Int { typeNames.count }
  public var keyCount: Int { keyNames.count }

  /// Nil when no node ever had the label.
  public func labelID(_ name: String) -> LabelID? {
    labelNames.find(name).map { LabelID(rawValue: UInt16($0)) }
  }

  /// Nil when no edge ever was of the type.
  public func typeID(_ name: String) -> TypeID? {
    typeNames.find(name).map { TypeID(rawValue: UInt16($0)) }
  }

  /// Nil when no node or edge ever had the key.
  public func keyID(_ name: String) -> KeyID? {
    keyNames.find(name).map { KeyID(rawValue: $0) }
  }

  public func name(of label: LabelID) -> String { labelNames[UInt32(label.rawValue)] }
  public func name(of type: TypeID) -> String { typeNames[UInt32(type.rawValue)] }
  public func name(of key: KeyID) -> String { keyNames[key.rawValue] }

  /// The label's number, given now when it is new.
  public mutating func labelID(adding name: String) throws(GraphError) -> LabelID {
    if let known = labelID(name) { return known }
    guard labelCount < PropertyGraph.nameCapacity else {
      throw .capacity(what: "labels", limit: PropertyGraph.nameCapacity)
    }
    labelMembers.append(SortedIDSet())
    return LabelID(rawValue: UInt16(labelNames.intern(name)))
  }

  /// The type's number, given now when it is new.
  public mutating func typeID(adding name: String) throws(GraphError) -> TypeID {
    if let known = typeID(name) { return known }
    guard typeCount < PropertyGraph.nameCapacity else {
      throw .capacity(what: "types", limit: PropertyGraph.nameCapacity)
    }
    typeMembers.append(SortedIDSet())
    return TypeID(rawValue: UInt16(typeNames.intern(name)))
  }

  /// The key's number, given now when it is new.
  public mutating func keyID(adding name: String) -> KeyID { KeyID(rawValue: keyNames.intern(name)) }
}

// String ids.
extension PropertyGraph {
  /// Complexity: O(length) expected.
  public func node(withID id: String) -> NodeID? { nodeNames.row(id).map(NodeID.init(rawValue:)) }

  /// Also finds an edge without an id by the one made from its number. Complexity: O(length) expected.
  public func edge(withID id: String) -> EdgeID? {
    if let row = edgeNames.row(id) { return EdgeID(rawValue: row) }
    guard id.utf8.first == UInt8(ascii: "e") else { return nil }
    let digits = id.utf8.dropFirst().prefix { $0 != UInt8(ascii: "_") }
    guard let row = UInt32(String(decoding: digits, as: UTF8.self)) else { return nil }
    let edge = EdgeID(rawValue: row)
    return contains(edge) && !hasStoredID(edge) && sameBytes(self.id(of: edge), id) ? edge : nil
  }

  /// Empty for a removed node.
  public func id(of node: NodeID) -> String { nodeNames.name(node.rawValue) ?? "" }

  /// The id given with the edge, else `e` and its number, with `_` after it as long as another edge was given that.
  public func id(of edge: EdgeID) -> String {
    if let given = edgeNames.name(edge.rawValue) { return given }
    var made = "e\(edge.rawValue)"
    while edgeNames.row(made) != nil { made += "_" }
    return made
  }

  /// Whether the edge was given an id.
  public func hasStoredID(_ edge: EdgeID) -> Bool { edgeNames.hasName(edge.rawValue) }
}
