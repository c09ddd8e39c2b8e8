import Testing

@testable import QuipuLanguage

@Suite struct EvidencePoolTests {
  private func emission(_ outside: Int32, _ begin: Int32, _ inside: Int32) -> SIMD16<Int32> {
    var row = SIMD16<Int32>.zero
    (row[0], row[1], row[2]) = (outside, begin, inside)
    return row
  }

  @Test func aFormThatStandsOnceKeepsItsScores() {
    var pool = EvidencePool(classes: 1)
    pool.add(7, emission(5, 3, 1))
    #expect(pool.pooled(7, emission(5, 3, 1)) == emission(5, 3, 1))
    #expect(pool.pooled(8, emission(1, 2, 3)) == emission(1, 2, 3))
  }

  /// Beginning and rest of a name gain the same; the score of no name stays.
  @Test func clearPlacesHelpTheOthers() {
    var pool = EvidencePool(classes: 1)
    let (clear, unclear) = (emission(0, 1024, 100), emission(0, -10, -300))
    pool.add(7, clear)
    pool.add(7, unclear)
    let gain = 1024 * EvidencePool.share / 512
    #expect(pool.pooled(7, unclear) == emission(0, -10 + gain, -300 + gain))
    #expect(pool.pooled(7, clear)[1] < clear[1])
  }

  @Test func itGrowsAndForgets() {
    var pool = EvidencePool(classes: 1)
    for key in 1...2000 as ClosedRange<UInt32> { for _ in 0..<2 { pool.add(key * 2 + 1, emission(0, Int32(key), 0)) } }
    for key in 1...2000 as ClosedRange<UInt32> {
      let found = pool.pooled(key * 2 + 1, emission(0, Int32(key), 0))[1]
      #expect(found == Int32(key) + Int32(key) * EvidencePool.share / 512)
    }
    pool.removeAll()
    #expect(pool.pooled(3, emission(0, 1, 0)) == emission(0, 1, 0))
  }
}
