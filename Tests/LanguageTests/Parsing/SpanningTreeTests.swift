import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct SpanningTreeTests {
  private func decode(_ scores: [Int32], _ count: Int, _ tree: SpanningTree = SpanningTree()) -> [Int] {
    var heads = [Int32](repeating: -2, count: count)
    tree.decode(scores, count: count, into: &heads)
    return heads.map { Int($0) }
  }

  private func hasOneRoot(_ heads: [Int]) -> Bool { heads.count { $0 == -1 } == 1 }

  /// Exactly one word under the root, and every word below that one.
  private func isTree(_ heads: [Int]) -> Bool { hasOneRoot(heads) && TreeSearch.isTree(heads) }

  @Test(arguments: 1...5) func noTreeIsBetter(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let tree = SpanningTree()
    for round in 0..<(count == 5 ? 60 : 200) {
      // Few different scores make ties and cycles.
      let range: ClosedRange<Int32> = round % 2 == 0 ? -3...3 : -1_000_000...1_000_000
      let scores = (0..<count * (count + 1)).map { _ in Int32.random(in: range, using: &random) }
      let heads = decode(scores, count, tree)
      #expect(isTree(heads))
      #expect(TreeSearch.sum(heads, scores) == TreeSearch.best(scores, count, where: hasOneRoot))
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
