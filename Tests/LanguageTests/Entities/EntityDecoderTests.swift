import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct EntityDecoderTests {
  private let labels = EntityLabels(classes: ["Person", "Place"])

  /// The best score over all sequences that the labels allow.
  private func bruteForce(_ emissions: [SIMD16<Int32>], _ transitions: [Int32]) -> Int32 {
    var best = Int32.min
    func go(_ i: Int, _ before: Int, _ sum: Int32) {
      if i == emissions.count {
        best = max(best, sum)
        return
      }
      for label in 0..<labels.count where EntityLabels.canFollow(label, before) {
        go(i + 1, label, sum + transitions[before * 16 + label] + emissions[i][label])
      }
    }
    go(0, EntityLabels.outside, 0)
    return best
  }

  private func decode(_ emissions: [SIMD16<Int32>], _ transitions: [Int32]) -> [Int] {
    var back = [SIMD16<UInt8>](repeating: .zero, count: emissions.count)
    var found = [UInt8](repeating: 0, count: emissions.count)
    EntityDecoder(labels: labels, transitions: transitions)
      .decode(emissions, count: emissions.count, back: &back, into: &found)
    return found.map(Int.init)
  }

  @Test func theBestSequenceIsFound() {
    var random = SplitMix64(seed: 7)
    for round in 0..<200 {
      let transitions = (0..<256).map { _ in Int32(random.next() % 41) - 20 }
      let emissions = (0..<1 + round % 6).map { _ in
        var row = SIMD16<Int32>.zero
        for label in 0..<labels.count { row[label] = Int32(random.next() % 101) - 50 }
        return row
      }
      let found = decode(emissions, transitions)
      var (sum, before): (Int32, Int) = (0, EntityLabels.outside)
      for (i, label) in found.enumerated() {
        #expect(EntityLabels.canFollow(label, before))
        sum += transitions[before * 16 + label] + emissions[i][label]
        before = label
      }
      #expect(sum == bruteForce(emissions, transitions))
    }
  }

  @Test func longSentencesDoNotOverflow() {
    var row = SIMD16<Int32>.zero
    row[EntityLabels.begin(1)] = 20_000
    let found = decode([SIMD16<Int32>](repeating: row, count: 200_000), [Int32](repeating: 1_000, count: 256))
    #expect(found.allSatisfy { $0 == EntityLabels.begin(1) })
  }

  @Test func namesGoOnOnlyInTheirClass() {
    #expect(EntityLabels.canFollow(EntityLabels.inside(0), EntityLabels.begin(0)))
    #expect(EntityLabels.canFollow(EntityLabels.inside(0), EntityLabels.inside(0)))
    #expect(!EntityLabels.canFollow(EntityLabels.inside(0), EntityLabels.outside))
    #expect(!EntityLabels.canFollow(EntityLabels.inside(0), EntityLabels.begin(1)))
    #expect(EntityLabels.canFollow(EntityLabels.begin(0), EntityLabels.inside(1)))
  }
}
