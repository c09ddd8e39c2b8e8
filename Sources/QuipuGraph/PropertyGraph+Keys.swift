/// How a property key is used by the nodes, or by the edges, of a graph.
public struct KeyUse: Hashable, Sendable {
  public var key: KeyID
  public var name: String
  /// The nodes, or edges, that have the property.
  public var count: Int
  /// The types of the values, in order of `PropertyValue.Kind`; never `.null`.
  public var kinds: [PropertyValue.Kind]
}

extension PropertyGraph {
  /// The keys that some node has, in order of first use. Complexity: O(keys), and O(values) for keys with values of
  /// several types, or of lists, maps and the rarer dates and times.
  public var nodeKeys: [KeyUse] { uses(nodeProperties) }

  /// The keys that some edge has, in order of first use. Complexity: as for nodes.
  public var edgeKeys: [KeyUse] { uses(edgeProperties) }

  private func uses(_ table: borrowing PropertyTable) -> [KeyUse] {
    table.columns.enumerated().compactMap { number, column in
      guard column.count > 0 else { return nil }
      let key = KeyID(rawValue: UInt32(number))
      return KeyUse(key: key, name: name(of: key), count: column.count, kinds: column.kinds)
    }
  }
}
