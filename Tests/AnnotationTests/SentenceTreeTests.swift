import QuipuCore
import QuipuLanguage
import QuipuTestSupport
import Testing

@testable import QuipuAnnotation

@Suite struct SentenceTreeTests {
  /// A tree of one sentence behind another of two words.
  private func tree(_ heads: [Int32], _ relations: [DependencyRelation]? = nil) -> SentenceTree {
    let count = heads.count + 2
    let tokens = (0..<count).map { Token(range: ByteRange($0..<$0 + 1), kind: .word, isJoined: false) }
    let sentence = Sentence(tokens: 2..<count)
    var analysis = Analysis(
      document: Document(id: "", bytes: [UInt8](repeating: 0x61, count: count)), tokens: tokens,
      words: tokens.map { _ in 0 }, sentences: [Sentence(tokens: 0..<2), sentence])
    analysis.heads = [-1, 0] + heads
    analysis.relations = [.root, .object] + (relations ?? heads.map { $0 < 0 ? .root : .object })
    return SentenceTree(analysis, sentence)
  }

  @Test func aTreeStaysAsItIs() {
    let tree = tree([3, -1, 3, 4])
    #expect(tree.heads == [2, 0, 2, 3])
    #expect(tree.relations == [.object, .root, .object, .object])
    #expect(tree.root == 1)
  }

  @Test func ofSeveralRootsOneStays() {
    let tree = tree([-1, -1, -1], [.unspecified, .root, .punctuation])
    #expect(tree.heads == [2, 0, 2])
    #expect(tree.relations == [.unspecified, .root, .punctuation])
  }

  @Test func headsOutsideAreNone() {
    #expect(tree([0, 2, 99]).heads == [0, 1, 1])
    #expect(tree([2, 2]).heads == [0, 1])
  }

  @Test func cyclesAreCut() {
    #expect(tree([3, 4, 2]).heads == [0, 3, 1])
    #expect(tree([-1, 4, 3, 4]).heads == [0, 1, 2, 3])
  }

  @Test func anythingBecomesATree() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      let count = Int.random(in: 1...9, using: &random)
      let heads = (0..<count).map { _ in Int32.random(in: -2...Int32(count + 3), using: &random) }
      let relations = heads.map { _ in DependencyRelation.allCases.randomElement(using: &random) ?? .root }
      let tree = tree(heads, relations)
      #expect(tree.heads.filter { $0 == 0 }.count == 1, "\(heads)")
      #expect(tree.relations.indices.allSatisfy { (tree.relations[$0] == .root) == (tree.heads[$0] == 0) })
      for start in tree.heads.indices {
        var (word, steps) = (start, 0)
        while tree.heads[word] != 0, steps <= count { (word, steps) = (tree.heads[word] - 1, steps + 1) }
        #expect(steps < count, "a cycle: \(heads)")
      }
    }
  }
}
