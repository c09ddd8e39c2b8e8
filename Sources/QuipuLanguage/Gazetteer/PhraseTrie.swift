/// A trie over token ids in flat memory. State 0 is the root and, as a result, means "none".
struct PhraseTrie: Sendable {
  private struct Edge {
    /// State in the high half, token in the low; 0 marks a free slot (edges from the root are not kept here).
    var key: UInt64
    var target: UInt32
  }

  /// The root's transitions by token id.
  private var roots: [UInt32] = []
  private var edges: [Edge]
  private var edgeCount = 0
  private(set) var stateCount: UInt32 = 1

  /// - Parameter expectedEdges: how many transitions to make room for.
  init(expectedEdges: Int) {
    var size = 64
    while size < expectedEdges * 2 { size *= 2 }
    edges = [Edge](repeating: Edge(key: 0, target: 0), count: size)
  }

  /// The state after the first token of a phrase, 0 when no phrase starts with it.
  @inline(__always)
  func start(_ token: UInt32) -> UInt32 { Int(token) < roots.count ? roots[Int(token)] : 0 }

  /// The state after `token` in a state other than the root, 0 when there is none.
  @inline(__always)
  func next(_ state: UInt32, _ token: UInt32) -> UInt32 {
    let key = UInt64(state) << 32 | UInt64(token)
    var slot = PhraseTrie.slot(key, edges.count)
    while edges[slot].key != 0 {
      if edges[slot].key == key { return edges[slot].target }
      slot = (slot + 1) & (edges.count - 1)
    }
    return 0
  }

  /// The state after a phrase's first token, made when it is not there.
  mutating func insertStart(_ token: UInt32) -> UInt32 {
    if Int(token) >= roots.count {
      roots.append(contentsOf: repeatElement(0, count: max(Int(token) + 1 - roots.count, roots.count)))
    }
    if roots[Int(token)] == 0 {
      roots[Int(token)] = stateCount
      stateCount += 1
    }
    return roots[Int(token)]
  }

  /// The state after `token` in `state`, made when it is not there.
  mutating func insert(_ state: UInt32, _ token: UInt32) -> UInt32 {
    if (edgeCount + 1) * 2 > edges.count { grow() }
    let key = UInt64(state) << 32 | UInt64(token)
    var slot = PhraseTrie.slot(key, edges.count)
    while edges[slot].key != 0 {
      if edges[slot].key == key { return edges[slot].target }
      slot = (slot + 1) & (edges.count - 1)
    }
    edges[slot] = Edge(key: key, target: stateCount)
    stateCount += 1
    edgeCount += 1
    return stateCount - 1
  }

  private mutating func grow() {
    let old = edges
    edges = [Edge](repeating: Edge(key: 0, target: 0), count: old.count * 2)
    for edge in old where edge.key != 0 {
      var slot = PhraseTrie.slot(edge.key, edges.count)
      while edges[slot].key != 0 { slot = (slot + 1) & (edges.count - 1) }
      edges[slot] = edge
    }
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 24) & (size - 1)
  }
}
