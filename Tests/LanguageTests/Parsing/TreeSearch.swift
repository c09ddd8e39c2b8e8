/// Trees by trying every choice of heads: what fast searches are compared with. Heads are -1 for the root, else words.
enum TreeSearch {
  /// Every word is below the root.
  static func isTree(_ heads: [Int]) -> Bool {
    heads.indices.allSatisfy { start in
      var (node, steps) = (start, 0)
      while node >= 0 && steps <= heads.count { (node, steps) = (heads[node], steps + 1) }
      return node == -1
    }
  }

  /// `scores` as `SpanningTree.decode` takes them.
  static func sum(_ heads: [Int], _ scores: [Int32]) -> Int {
    heads.indices.reduce(0) { $0 + Int(scores[$1 * (heads.count + 1) + heads[$1] + 1]) }
  }

  /// The best sum over all trees that are allowed.
  static func best(_ scores: [Int32], _ count: Int, where isAllowed: ([Int]) -> Bool = { _ in true }) -> Int {
    var best = Int.min
    var heads = [Int](repeating: -1, count: count)
    func choose(_ i: Int) {
      if i == count {
        if isTree(heads) && isAllowed(heads) { best = max(best, sum(heads, scores)) }
        return
      }
      for head in -1..<count where head != i {
        heads[i] = head
        choose(i + 1)
      }
    }
    choose(0)
    return best
  }
}
