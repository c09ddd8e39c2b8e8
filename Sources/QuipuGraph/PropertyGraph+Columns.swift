import QuipuCore

/// The number of a string in one graph's table of property strings: equal numbers, equal bytes. Its order is that of
/// first use. Valid until the graph is compacted.
public struct StringID: Hashable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// How the values of one key are held, which says what typed reads can find.
public enum ColumnForm: Hashable, Sendable {
  /// No row has a value.
  case empty
  case bools
  case ints
  case doubles
  /// Strings by number (`StringID`).
  case strings
  /// Dates, or times of the day: all of one kind, but to be read as `PropertyValue`.
  case temporal
  /// Values of several kinds, or of a kind without a form of its own; to be read as `PropertyValue`.
  case general
}

extension ColumnForm {
  @usableFromInline init(_ form: PropertyColumn.Form) {
    switch form {
    case .empty: self = .empty
    case .bools: self = .bools
    case .strings: self = .strings
    case .words(.int): self = .ints
    case .words(.double): self = .doubles
    case .words: self = .temporal
    case .general: self = .general
    }
  }
}

/// The values of one key for all nodes (`ID` = `NodeID`) or all edges, as they were when the view was made.
///
/// A typed read is nil when the row has no value, and when the column is of another form: look at `form` once, then read.
/// The view shares memory with its graph; a change to the graph's column while the view is held copies that column.
public struct ColumnView<ID: RowIdentifier>: Sendable {
  @usableFromInline let column: PropertyColumn
  public let form: ColumnForm

  init(_ column: PropertyColumn) {
    self.column = column
    form = ColumnForm(column.form)
  }

  /// Rows that have a value.
  public var count: Int { column.count }

  @inlinable public func has(_ row: ID) -> Bool { column.rowMap.position(row.rawValue) != nil }
  @inline(__always) @inlinable public func int(_ row: ID) -> Int64? { column.word(row.rawValue, .int) }

  @inline(__always) @inlinable public func double(_ row: ID) -> Double? {
    column.word(row.rawValue, .double).map { Double(bitPattern: UInt64(bitPattern: $0)) }
  }

  @inline(__always) @inlinable public func bool(_ row: ID) -> Bool? { column.bool(row.rawValue) }
  @inline(__always) @inlinable public func string(_ row: ID) -> StringID? {
    column.stringID(row.rawValue).map(StringID.init(rawValue:))
  }
}

// Strings by number
extension PropertyGraph {
  /// Nil when no string property ever had this value: then none has it now. Complexity: O(length) expected.
  public func stringID(of text: String) -> StringID? { strings.find(text).map(StringID.init(rawValue:)) }

  public func string(_ id: StringID) -> String { strings[id.rawValue] }

  /// The string's UTF-8 bytes, without a copy.
  public func bytes(of id: StringID) -> ArraySlice<UInt8> { strings.bytes(id.rawValue) }
}

// Typed reads
extension PropertyGraph {
  public func column(ofNodes key: KeyID) -> ColumnView<NodeID> {
    ColumnView(key.index < nodeProperties.columns.count ? nodeProperties.columns[key.index] : PropertyColumn())
  }

  public func column(ofEdges key: KeyID) -> ColumnView<EdgeID> {
    ColumnView(key.index < edgeProperties.columns.count ? edgeProperties.columns[key.index] : PropertyColumn())
  }

  @inline(__always) @inlinable public func form(ofNodes key: KeyID) -> ColumnForm {
    key.index < nodeProperties.columns.count ? ColumnForm(nodeProperties.columns[key.index].form) : .empty
  }

  @inline(__always) @inlinable public func form(ofEdges key: KeyID) -> ColumnForm {
    key.index < edgeProperties.columns.count ? ColumnForm(edgeProperties.columns[key.index].form) : .empty
  }

  /// Nil when the node has no such property, or the column is not of the form `ints`; the other reads alike.
  @inline(__always) @inlinable public func int(_ key: KeyID, of node: NodeID) -> Int64? {
    key.index < nodeProperties.columns.count ? nodeProperties.columns[key.index].word(node.rawValue, .int) : nil
  }

  @inline(__always) @inlinable public func int(_ key: KeyID, of edge: EdgeID) -> Int64? {
    key.index < edgeProperties.columns.count ? edgeProperties.columns[key.index].word(edge.rawValue, .int) : nil
  }

  @inline(__always) @inlinable public func double(_ key: KeyID, of node: NodeID) -> Double? {
    guard key.index < nodeProperties.columns.count else { return nil }
    return nodeProperties.columns[key.index].word(node.rawValue, .double)
      .map { Double(bitPattern: UInt64(bitPattern: $0)) }
  }

  @inline(__always) @inlinable public func double(_ key: KeyID, of edge: EdgeID) -> Double? {
    guard key.index < edgeProperties.columns.count else { return nil }
    return edgeProperties.columns[key.index].word(edge.rawValue, .double)
      .map { Double(bitPattern: UInt64(bitPattern: $0)) }
  }

  @inline(__always) @inlinable public func bool(_ key: KeyID, of node: NodeID) -> Bool? {
    key.index < nodeProperties.columns.count ? nodeProperties.columns[key.index].bool(node.rawValue) : nil
  }

  @inline(__always) @inlinable public func bool(_ key: KeyID, of edge: EdgeID) -> Bool? {
    key.index < edgeProperties.columns.count ? edgeProperties.columns[key.index].bool(edge.rawValue) : nil
  }

  @inline(__always) @inlinable public func stringID(_ key: KeyID, of node: NodeID) -> StringID? {
    guard key.index < nodeProperties.columns.count else { return nil }
    return nodeProperties.columns[key.index].stringID(node.rawValue).map(StringID.init(rawValue:))
  }

  @inline(__always) @inlinable public func stringID(_ key: KeyID, of edge: EdgeID) -> StringID? {
    guard key.index < edgeProperties.columns.count else { return nil }
    return edgeProperties.columns[key.index].stringID(edge.rawValue).map(StringID.init(rawValue:))
  }
}
