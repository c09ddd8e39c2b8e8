/// Nodes by the number of a string: one slot of an open-addressing table for a string that one node has, and a set beside
/// it where several do. Only ever looked up in by string, so that no order shows.
struct StringPostings: Sendable {
  /// The string's number in the upper half, and its node, or `none` where `sets` has them; the count is a power of two.
  private var slots = [UInt64](repeating: StringPostings.free, count: 8)
  /// Of strings that several nodes have.
  private var sets: [UInt32: SortedIDSet<NodeID>] = [:]
  /// Strings that some node has.
  private(set) var count = 0

  private static let free = UInt64.max

  /// Makes room for so many strings.
  mutating func reserveCapacity(_ strings: Int) {
    var size = slots.count
    while size < strings * 2 { size *= 2 }
    if size > slots.count { resize(size) }
  }

  /// Does nothing when the node is there under this string.
  mutating func insert(_ node: NodeID, _ string: UInt32) {
    let slot = slot(of: string)
    if slots[slot] == StringPostings.free {
      slots[slot] = StringPostings.entry(string, node.rawValue)
      count += 1
      if count * 2 > slots.count { resize(slots.count * 2) }
      return
    }
    let held = UInt32(truncatingIfNeeded: slots[slot])
    if held == none {
      sets[string, default: SortedIDSet()].insert(node)
    } else if held != node.rawValue {
      var set = SortedIDSet<NodeID>()
      set.insert(NodeID(rawValue: held))
      set.insert(node)
      sets[string] = set
      slots[slot] = StringPostings.entry(string, none)
    }
  }

  mutating func remove(_ node: NodeID, _ string: UInt32) {
    let slot = slot(of: string)
    guard slots[slot] != StringPostings.free else { return }
    let held = UInt32(truncatingIfNeeded: slots[slot])
    if held == node.rawValue {
      free(slot)
      count -= 1
    } else if held == none, let place = sets.index(forKey: string) {
      sets.values[place].remove(node)
      if sets.values[place].count == 1, let last = sets.values[place].first(where: { _ in true }) {
        slots[slot] = StringPostings.entry(string, last.rawValue)
        sets.remove(at: place)
      }
    }
  }

  /// The nodes of the string, ascending, until `body` returns false.
  func forEach(_ string: UInt32, _ body: (NodeID) -> Bool) {
    let entry = slots[slot(of: string)]
    guard entry != StringPostings.free else { return }
    let held = UInt32(truncatingIfNeeded: entry)
    if held != none {
      _ = body(NodeID(rawValue: held))
    } else if let set = sets[string] {
      for node in set where !body(node) { return }
    }
  }

  func contains(_ node: NodeID, _ string: UInt32) -> Bool {
    var isThere = false
    forEach(string) { found in
      isThere = found == node
      return !isThere
    }
    return isThere
  }

  /// All entries. Complexity: O(slots).
  var nodeCount: Int { count - sets.count + sets.values.reduce(0) { $0 + $1.count } }

  /// Sets are of two nodes or more, and each has its slot.
  var isSound: Bool {
    sets.values.allSatisfy { $0.count >= 2 }
      && sets.keys.allSatisfy { slots[slot(of: $0)] == StringPostings.entry($0, none) }
      && slots.reduce(0) { $0 + ($1 == StringPostings.free ? 0 : 1) } == count
      && slots.reduce(0) { $0 + ($1 != StringPostings.free && UInt32(truncatingIfNeeded: $1) == none ? 1 : 0) }
        == sets.count
  }

  /// Bytes of memory held, by capacity; for entries of dictionaries estimated.
  var memoryFootprint: Int {
    8 * slots.capacity + sets.capacity * (4 + MemoryLayout<SortedIDSet<NodeID>>.stride)
      + sets.values.reduce(0) { $0 + $1.memoryFootprint }
  }

  private static func entry(_ string: UInt32, _ node: UInt32) -> UInt64 { UInt64(string) << 32 | UInt64(node) }

  /// The slot that holds the string, or the free one where it would go.
  private func slot(of string: UInt32) -> Int {
    var slot = home(string)
    while slots[slot] != StringPostings.free, UInt32(slots[slot] >> 32) != string {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  private func home(_ string: UInt32) -> Int {
    Int((UInt64(string) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }

  /// Closes the gap by moving back what probed past it (Knuth, TAOCP 3, 6.4, Algorithm R).
  private mutating func free(_ slot: Int) {
    let mask = slots.count - 1
    var gap = slot
    var next = (slot + 1) & mask
    while slots[next] != StringPostings.free {
      let start = home(UInt32(slots[next] >> 32))
      if (next &- start) & mask >= (next &- gap) & mask {
        slots[gap] = slots[next]
        gap = next
      }
      next = (next + 1) & mask
    }
    slots[gap] = StringPostings.free
  }

  private mutating func resize(_ size: Int) {
    let old = slots
    slots = [UInt64](repeating: StringPostings.free, count: size)
    for entry in old where entry != StringPostings.free { slots[slot(of: UInt32(entry >> 32))] = entry }
  }
}
