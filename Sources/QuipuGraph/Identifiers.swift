/// A node of one graph. Valid until the node is removed or the graph compacted; ascending in order of insertion.
public struct NodeID: Hashable, Comparable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
  @inlinable var index: Int { Int(rawValue) }
}

/// An edge of one graph. Valid until the edge is removed or the graph compacted; ascending in order of insertion.
public struct EdgeID: Hashable, Comparable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: EdgeID, b: EdgeID) -> Bool { a.rawValue < b.rawValue }
  @inlinable var index: Int { Int(rawValue) }
}

/// A node label's number in one graph, in order of first use.
public struct LabelID: Hashable, Comparable, Sendable {
  public var rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public static func < (a: LabelID, b: LabelID) -> Bool { a.rawValue < b.rawValue }
  @inlinable var index: Int { Int(rawValue) }
}

/// An edge type's number in one graph, in order of first use.
public struct TypeID: Hashable, Comparable, Sendable {
  public var rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public static func < (a: TypeID, b: TypeID) -> Bool { a.rawValue < b.rawValue }
  @inlinable var index: Int { Int(rawValue) }
}

/// A property key's number in one graph, in order of first use; nodes and edges share one numbering.
public struct KeyID: Hashable, Comparable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: KeyID, b: KeyID) -> Bool { a.rawValue < b.rawValue }
  @inlinable var index: Int { Int(rawValue) }
}

/// The number that stands for "none" in 32-bit links.
@inlinable var none: UInt32 { .max }

/// What the identifier sets can hold: a typed 32-bit number.
public protocol RowIdentifier: Hashable, Comparable, Sendable {
  var rawValue: UInt32 { get }
  init(rawValue: UInt32)
}

extension NodeID: RowIdentifier {}
extension EdgeID: RowIdentifier {}
