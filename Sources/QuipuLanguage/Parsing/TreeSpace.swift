/// Memory for the search of one tree over so many nodes, the root being node 0. Grows, and never shrinks.
///
/// Bare memory: the search goes over it in its innermost loops, where the checks of arrays that belong to an object cost
/// more than the search itself.
final class TreeSpace {
  /// To dependent (row) from head (column).
  private(set) var weights = UnsafeMutablePointer<Int>.allocate(capacity: 0)
  private(set) var heads = UnsafeMutablePointer<Int>.allocate(capacity: 0)
  private(set) var isActive = UnsafeMutablePointer<Bool>.allocate(capacity: 0)
  private(set) var visited = UnsafeMutablePointer<Int>.allocate(capacity: 0)
  /// The nodes of all cycles, one cycle behind the other: each node but one is in a cycle once by itself, and each cycle
  /// but the last once in another.
  private(set) var members = UnsafeMutablePointer<CycleContractor.Member>.allocate(capacity: 0)
  private(set) var contractions = UnsafeMutablePointer<CycleContractor.Contraction>.allocate(capacity: 0)
  /// For each contraction, per node: the member that the node would be the head of, and the member that would be its
  /// head; -1 for nodes that were inside or gone.
  private(set) var entered = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private(set) var left = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private var capacity = 0

  deinit { deallocate() }

  func reserve(nodes: Int) {
    guard nodes > capacity else { return }
    deallocate()
    capacity = max(64, nodes + nodes / 2)
    weights = allocate(capacity * capacity, 0)
    heads = allocate(capacity, 0)
    isActive = allocate(capacity, false)
    visited = allocate(capacity, 0)
    members = allocate(2 * capacity, CycleContractor.Member(node: 0, head: 0))
    contractions = allocate(capacity, CycleContractor.Contraction(node: 0, start: 0, end: 0))
    entered = allocate(capacity * capacity, -1)
    left = allocate(capacity * capacity, -1)
  }

  private func allocate<Element>(_ count: Int, _ value: Element) -> UnsafeMutablePointer<Element> {
    let start = UnsafeMutablePointer<Element>.allocate(capacity: count)
    start.initialize(repeating: value, count: count)
    return start
  }

  private func deallocate() {
    weights.deallocate()
    heads.deallocate()
    isActive.deallocate()
    visited.deallocate()
    members.deallocate()
    contractions.deallocate()
    entered.deallocate()
    left.deallocate()
  }
}
