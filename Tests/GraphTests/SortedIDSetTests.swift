import QuipuTestSupport
import Testing

@testable import QuipuGraph

@Suite struct SortedIDSetTests {
  /// Enough to split and to empty chunks.
  @Test(arguments: [0, 1, 2]) func agreesWithASet(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var set = SortedIDSet<NodeID>()
    var model: Set<UInt32> = []
    for step in 0..<30_000 {
      let id = UInt32.random(in: 0..<12_000, using: &random)
      let adds = Int.random(in: 0..<10, using: &random) < (step < 15_000 ? 8 : 2)
      if adds {
        #expect(set.insert(NodeID(rawValue: id)) == model.insert(id).inserted)
      } else {
        #expect(set.remove(NodeID(rawValue: id)) == (model.remove(id) != nil))
      }
    }
    #expect(set.map(\.rawValue) == model.sorted())
    #expect(set.count == model.count)
    #expect(set.invariantViolations == [])
    for id in 0..<UInt32(12_100) where set.contains(NodeID(rawValue: id)) != model.contains(id) {
      Issue.record("contains \(id)")
    }
  }

  @Test func addedInOrder() {
    var set = SortedIDSet<EdgeID>()
    for id in 0..<UInt32(5000) { set.insert(EdgeID(rawValue: id)) }
    #expect(set.map(\.rawValue) == Array(0..<5000))
    for id in 0..<UInt32(5000) { set.remove(EdgeID(rawValue: id)) }
    #expect(set.isEmpty)
    #expect(Array(set) == [])
    #expect(set.invariantViolations == [])
  }
}
