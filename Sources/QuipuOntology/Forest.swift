/// Trees over 0..<count, numbered so that ancestry is a comparison of two intervals.
///
/// Each node gets the position of a depth-first walk at which it is entered and at which it is left; a descendant's
/// interval lies within its ancestor's. Two integers a node, constant time a question.
@usableFromInline struct Forest: Sendable {
  @usableFromInline var entered: [UInt32]
  @usableFromInline var left: [UInt32]
  /// The root above each node.
  var root: [Int]

  /// `parents` must be free of cycles.
  init(parents: [Int?]) {
    let count = parents.count
    entered = Array(repeating: 0, count: count)
    left = Array(repeating: 0, count: count)
    root = Array(0..<count)
    var children: [[Int]] = Array(repeating: [], count: count)
    for (node, parent) in parents.enumerated() { if let parent { children[parent].append(node) } }
    var clock: UInt32 = 0
    var next = Array(repeating: 0, count: count)
    for start in 0..<count where parents[start] == nil {
      var path = [start]
      entered[start] = clock
      while let node = path.last {
        if next[node] < children[node].count {
          let child = children[node][next[node]]
          next[node] += 1
          clock += 1
          entered[child] = clock
          root[child] = start
          path.append(child)
        } else {
          left[node] = clock
          path.removeLast()
        }
      }
      clock += 1
    }
  }

  @inlinable func isDescendant(_ a: Int, of b: Int) -> Bool {
    entered[b] <= entered[a] && entered[a] <= left[b]
  }
}
