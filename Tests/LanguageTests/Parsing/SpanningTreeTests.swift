import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct SpanningTreeTests {
  private func decode(_ scores: [Int32], _ count: Int, _ tree: SpanningTree = SpanningTree()) -> [Int] {
    var heads = [Int32](repeating: -2, count: count)
    tree.decode(scores, count: count, into: &heads)
    return heads.map { Int($0) }
  }

  /// Exactly one word under the root, and every word below that one.
  private func isTree(_ heads: [Int]) -> Bool {
    guard heads.filter({ $0 == -1 }).count == 1, heads.allSatisfy({ $0 < heads.count }) else { return false }
    return heads.indices.allSatisfy { start in
      var (node, steps) = (start, 0)
      while node >= 0 && steps <= heads.count { (node, steps) = (heads[node], steps + 1) }
      return node == -1
    }
  }

  private func sum(_ heads: [Int], _ scores: [Int32]) -> Int {
    heads.indices.reduce(0) { $0 + Int(scores[$1 * (heads.count + 1) + heads[$1] + 1]) }
  }

  /// The best sum over all trees.
  private func best(_ scores: [Int32], _ count: Int) -> Int {
    var best = Int.min
    var heads = [Int](repeating: -1, count: count)
    func choose(_ i: Int) {
      if i == count {
        if isTree(heads) { best = max(best, sum(heads, scores)) }
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

  @Test(arguments: 1...5) func noTreeIsBetter(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let tree = SpanningTree()
    for round in 0..<(count == 5 ? 60 : 200) {
      // Few different scores make ties and cycles.
      let range: ClosedRange<Int32> = round % 2 == 0 ? -3...3 : -1_000_000...1_000_000
      let scores = (0..<count * (count + 1)).map { _ in Int32.random(in: range, using: &random) }
      let heads = decode(scores, count, tree)
      #expect(isTree(heads))
      #expect(sum(heads, scores) == best(scores, count))
    }
  }

  @Test(arguments: [20, 90, 256]) func longSentencesHaveTrees(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let tree = SpanningTree()
    for _ in 0..<3 {
      let scores = (0..<count * (count + 1)).map { _ in Int32.random(in: -99...99, using: &random) }
      let heads = decode(scores, count, tree)
      #expect(isTree(heads))
      #expect(decode(scores, count, tree) == heads)
    }
  }

  @Test func scoresAtTheEndsOfTheirRange() {
    for score in [Int32.min, 0, .max] {
      #expect(isTree(decode([Int32](repeating: score, count: 12), 3)))
    }
  }

  @Test func allWantToBeTheRoot() {
    // Word 1 loses least when it gives way to word 0.
    #expect(decode([9, 0, 1, 8, 7, 0], 2) == [-1, 0])
  }

  @Test func nothingIsParsedToNothing() {
    #expect(decode([], 0) == [])
    #expect(decode([3, 9], 1) == [-1])
  }
}
