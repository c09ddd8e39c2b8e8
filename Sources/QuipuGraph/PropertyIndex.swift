import QuipuCore

/// Finds nodes by the value of one key, among those with a label, or all.
struct PropertyIndex: Sendable {
  /// A value as the index keeps it.
  enum Entry {
    /// A string's number in the graph's table: the strings that an index has are all in it, those of general columns too.
    case string(UInt32)
    case other(PropertyValue)
  }

  let label: LabelID?
  let key: KeyID
  var strings = StringPostings()
  /// What is no string. Only ever looked up in, never walked: its order is random.
  private var others: [PropertyValue: SortedIDSet<NodeID>] = [:]

  init(label: LabelID?, key: KeyID) {
    self.label = label
    self.key = key
  }

  mutating func insert(_ node: NodeID, _ entry: Entry) {
    switch entry {
    case .string(let string): strings.insert(node, string)
    case .other(let value): others[value, default: SortedIDSet()].insert(node)
    }
  }

  mutating func remove(_ node: NodeID, _ entry: Entry) {
    switch entry {
    case .string(let string): strings.remove(node, string)
    case .other(let value):
      guard let position = others.index(forKey: value) else { return }
      others.values[position].remove(node)
      if others.values[position].isEmpty { others.remove(at: position) }
    }
  }

  /// The nodes with this value, ascending, until `body` returns false.
  func forEach(_ value: PropertyValue, _ table: borrowing StringInterner, _ body: (NodeID) -> Bool) {
    if case .string(let text) = value {
      if let string = table.find(text) { strings.forEach(string, body) }
    } else if let found = others[value] {
      for node in found where !body(node) { return }
    }
  }

  func contains(_ node: NodeID, _ entry: Entry) -> Bool {
    switch entry {
    case .string(let string): strings.contains(node, string)
    case .other(let value): others[value]?.contains(node) == true
    }
  }

  /// All entries. Complexity: O(entries).
  var nodeCount: Int { strings.nodeCount + others.values.reduce(0) { $0 + $1.count } }

  var isSound: Bool { strings.isSound && !others.values.contains(where: \.isEmpty) }

  var memoryFootprint: Int {
    // A sum does not depend on the order of the dictionary.
    others.values.reduce(strings.memoryFootprint) { $0 + $1.memoryFootprint }
      + others.capacity * (MemoryLayout<PropertyValue>.stride + MemoryLayout<SortedIDSet<NodeID>>.stride)
  }
}
