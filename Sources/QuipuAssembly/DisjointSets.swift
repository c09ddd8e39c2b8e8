/// Sets of integers that only grow together: union-find with path halving (Tarjan, van Leeuwen 1984).
///
/// The smallest member stands for its set, so that the result doesn't depend on the order of the unions.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// Complexity: O(log n) amortised.
  mutating func find(_ element: Int) -> Int {
    var x = element
    while parents[x] != x {
      parents[x] = parents[parents[x]]
      x = parents[x]
    }
    return x
  }

  mutating func union(_ a: Int, _ b: Int) {
    let x = find(a)
    let y = find(b)
    if x < y { parents[y] = x } else { parents[x] = y }
  }

  /// The sets, each ascending, in the order of their smallest members.
  mutating func sets() -> [[Int]] {
    var groups: [[Int]] = []
    var groupOf = Array(repeating: -1, count: parents.count)
    for x in parents.indices {
      let root = find(x)
      if groupOf[root] < 0 {
        groupOf[root] = groups.count
        groups.append([])
      }
      groups[groupOf[root]].append(x)
    }
    return groups
  }
}
