import CKernels

/// The best tree over the words of a sentence with exactly one word under the root: each word's best head where these
/// make a tree, else by Chu and Liu (1965) and Edmonds (1967), contracting cycles.
///
/// One word under the root is had as Stanojević and Cohen (EMNLP 2021) say: most sentences have it in the best of all
/// trees, which contracts little; only where they have not is the root made dear.
///
/// Scratch memory, kept from sentence to sentence. Ties go to the head that comes first, the root before all.
final class SpanningTree {
  private let space = TreeSpace()

  /// `scores` holds for each of `count` words `count + 1` scores: of the root and of each word as its head. Writes each
  /// word's head, -1 for the root. Complexity: O(count²).
  func decode(_ scores: UnsafePointer<Int32>, count: Int, into out: UnsafeMutablePointer<Int32>) {
    guard count > 0 else { return }
    var roots = 0
    for i in 0..<count {
      let own = scores + i * (count + 1)
      // Not its own head.
      var best = quipu_first_largest(own, nil, i + 1)
      if i + 1 < count {
        let behind = i + 2 + quipu_first_largest(own + i + 2, nil, count - i - 1)
        if own[behind] > own[best] { best = behind }
      }
      out[i] = Int32(best) - 1
      if best == 0 { roots += 1 }
    }
    space.reserve(nodes: count + 1)
    if isTree(out, count) {
      if roots == 1 { return }
    } else if solve(scores, count, rootPenalty: 0, into: out) == 1 {
      return
    }
    // A tree with one word under the root is always there, and any other pays this more often. Beyond any sum of scores.
    _ = solve(scores, count, rootPenalty: 1 << 48, into: out)
  }

  /// No head is reached from itself.
  private func isTree(_ heads: UnsafePointer<Int32>, _ count: Int) -> Bool {
    let visited = space.visited
    visited.update(repeating: -1, count: count)
    for i in 0..<count {
      var node = i
      while node >= 0 && visited[node] < 0 {
        visited[node] = i
        node = Int(heads[node])
      }
      if node >= 0 && visited[node] == i { return false }
    }
    return true
  }

  /// Returns how many words are under the root.
  private func solve(
    _ scores: UnsafePointer<Int32>, _ count: Int, rootPenalty: Int, into out: UnsafeMutablePointer<Int32>
  ) -> Int {
    var contractor = CycleContractor(space, scores, count: count, rootPenalty: rootPenalty)
    contractor.run()
    var roots = 0
    for i in 0..<count {
      out[i] = Int32(space.heads[i + 1]) - 1
      if out[i] < 0 { roots += 1 }
    }
    return roots
  }
}
