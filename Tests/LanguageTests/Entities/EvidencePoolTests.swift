import Testing

@testable import QuipuLanguage

@Suite struct EvidencePoolTests {
  private func emission(_ outside: Int32, _ begin: Int32, _ inside: Int32) -> SIMD16<Int32> {
    var row = SIMD16<Int32>.zero
    (row[0], row[1], row[2]) = (outside, begin, inside)
    return row
  }

  /// What becomes of the emissions of a sentence's words.
  private func pooled(_ words: [String], _ emissions: [SIMD16<Int32>], by pool: inout EvidencePool) -> [SIMD16<Int32>] {
    let records = TokenRecordsTests.records(words)
    var emissions = emissions
    pool.add(records.first, emissions, count: words.count)
    pool.apply(records.first, &emissions, count: words.count)
    return emissions
  }

  private func pooled(_ words: [String], _ emissions: [SIMD16<Int32>]) -> [SIMD16<Int32>] {
    var pool = EvidencePool(classes: 1)
    return pooled(words, emissions, by: &pool)
  }

  @Test func whatStandsOnceOrSmallKeepsItsScores() {
    let emissions = [emission(5, 3, 1), emission(1, 2, 3), emission(1, 9, 3)]
    #expect(pooled(["Oslo", "boat", "boat"], emissions) == emissions)
  }

  /// Beginning and rest of a name gain the same; the score of no name stays.
  @Test func clearPlacesHelpTheOthers() {
    let found = pooled(["Oslo", "Oslo"], [emission(0, 1024, 100), emission(0, -10, -300)])
    let gain = 1024 * EvidencePool.share / 512
    #expect(found[1] == emission(0, -10 + gain, -300 + gain))
    #expect(found[0][1] < 1024)
  }

  @Test func anotherDocumentIsAnother() {
    var pool = EvidencePool(classes: 1)
    _ = pooled(["Oslo", "Oslo"], [emission(0, 900, 0), emission(0, 900, 0)], by: &pool)
    pool.removeAll()
    #expect(pooled(["Oslo"], [emission(0, 1, 0)], by: &pool) == [emission(0, 1, 0)])
  }

  /// The largest sums that rows of 8 bits make, at more places than are summed up.
  @Test func aLongDocumentDoesNotOverflow() {
    let count = Int(EvidencePool.mostPlaces) + 8
    let found = pooled(
      [String](repeating: "Oslo", count: count),
      [SIMD16<Int32>](repeating: emission(-32_768, 32_767, 32_767), count: count))
    #expect(found.allSatisfy { $0[1] > 32_767 && $0[1] <= 32_767 + 65_535 })
  }

  /// What makes an address no name is far larger than any sum of weights.
  @Test func addressesTakeNoPart() {
    let count = 5_000
    let emissions = [SIMD16<Int32>](repeating: emission(1 << 20, 3, 1), count: count)
    #expect(pooled([String](repeating: "Anna@fjord.example", count: count), emissions) == emissions)
  }
}
