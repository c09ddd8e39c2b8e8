import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct CycleContractorTests {
  /// Heads by the contractor, -1 for the root.
  private func heads(_ scores: [Int32], _ count: Int, rootPenalty: Int = 0, _ space: TreeSpace) -> [Int] {
    space.reserve(nodes: count + 1)
    var contractor = CycleContractor(space, scores, count: count, rootPenalty: rootPenalty)
    contractor.run()
    return (1...count).map { space.heads[$0] - 1 }
  }

  @Test(arguments: 1...5) func noTreeIsBetter(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let space = TreeSpace()
    for round in 0..<(count == 5 ? 60 : 200) {
      let range: ClosedRange<Int32> = round % 2 == 0 ? -3...3 : -1_000_000...1_000_000
      let scores = (0..<count * (count + 1)).map { _ in Int32.random(in: range, using: &random) }
      let found = heads(scores, count, space)
      #expect(TreeSearch.isTree(found))
      #expect(TreeSearch.sum(found, scores) == TreeSearch.best(scores, count))
    }
  }

  /// What an earlier and longer sentence has left in the memory does not matter.
  @Test func memoryIsUsedAgain() {
    var random = SplitMix64(seed: 9)
    let space = TreeSpace()
    for count in [3, 90, 200, 7, 64, 2] {
      let scores = (0..<count * (count + 1)).map { _ in Int32.random(in: -9...9, using: &random) }
      let found = heads(scores, count, space)
      #expect(TreeSearch.isTree(found))
      #expect(found == heads(scores, count, TreeSpace()))
    }
  }

  @Test func aCycleIsOpenedWhereThatCostsLeast() {
    // Words 1 and 2 want each other; the root would rather have word 1.
    #expect(heads([5, 0, 9, 3, 9, 0], 2, TreeSpace()) == [-1, 0])
    // With a dear root the three words of a cycle keep one way in.
    let scores: [Int32] = [0, 0, 0, 9] + [1, 9, 0, 0] + [0, 0, 9, 0]
    #expect(heads(scores, 3, rootPenalty: 1 << 48, TreeSpace()) == [2, -1, 1])
  }
}
