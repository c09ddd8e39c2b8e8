import QuipuLanguage
import QuipuTestSupport
import Testing

@testable import QuipuTraining

@Suite struct RandomFieldTests {
  private let labels = EntityLabels(classes: ["Person", "Place"])

  /// Each label's share in the sum over all sequences that are allowed.
  private func bruteForce(_ scores: [LabelRow], _ transitions: [LabelRow], allowed: [UInt32]) -> [[Double]] {
    var sums = scores.map { _ in [Double](repeating: 0, count: labels.count) }
    var (sequence, total) = ([Int](), 0.0)
    func go(_ i: Int, _ before: Int, _ product: Double) {
      if i == scores.count {
        total += product
        for (k, label) in sequence.enumerated() { sums[k][label] += product }
        return
      }
      for label in 0..<labels.count where EntityLabels.canFollow(label, before) && allowed[i] & 1 << UInt32(label) != 0
      {
        sequence.append(label)
        let own = RandomField.exponential(LabelRow(repeating: scores[i][label] + transitions[before][label]))[0]
        go(i + 1, label, product * Double(own))
        sequence.removeLast()
      }
    }
    go(0, 0, 1)
    return sums.map { $0.map { $0 / total } }
  }

  @Test func probabilitiesAreThoseOfAllSequences() {
    var random = SplitMix64(seed: 5)
    func row() -> LabelRow {
      var row = LabelRow.zero
      for label in 0..<labels.count { row[label] = Float(random.next() % 400) / 100 - 2 }
      return row
    }
    var field = RandomField(labels: labels)
    for round in 0..<50 {
      let transitions = (0..<EntityLabels.columns).map { _ in row() }
      let scores = (0..<1 + round % 5).map { _ in row() }
      var allowed = scores.map { _ in UInt32(random.next() % 32) | 1 }
      if round % 2 == 0 { allowed = allowed.map { _ in 31 } }
      field.set(transitions)
      var found = scores
      var expected = [LabelRow](repeating: .zero, count: EntityLabels.columns)
      #expect(
        field.probabilities(
          scores, count: scores.count, allowed: allowed, sign: 1, into: &found, expected: &expected))
      for (i, sums) in bruteForce(scores, transitions, allowed: allowed).enumerated() {
        for (label, sum) in sums.enumerated() { #expect(abs(Double(found[i][label]) - sum) < 1e-4) }
      }
      // As many transitions as tokens.
      let all = expected.reduce(Float(0)) { $0 + $1.sum() }
      #expect(abs(all - Float(scores.count)) < 1e-3)
    }
  }

  @Test func whatIsImpossibleIsTold() {
    var field = RandomField(labels: labels)
    field.set([LabelRow](repeating: .zero, count: EntityLabels.columns))
    var found = [LabelRow.zero]
    var expected = [LabelRow](repeating: .zero, count: EntityLabels.columns)
    let inside: UInt32 = 1 << UInt32(EntityLabels.inside(0))
    #expect(
      !field.probabilities([.zero], count: 1, allowed: [inside], sign: 1, into: &found, expected: &expected))
  }

  @Test(arguments: [(Float(0), 1.0), (1, 2.718_281_8), (-1, 0.367_879_44), (10, 22_026.465), (-20, 2.061_153_6e-9)])
  func exponentials(_ x: Float, _ expected: Double) {
    #expect(abs(Double(RandomField.exponential(LabelRow(repeating: x))[3]) / expected - 1) < 2e-6)
  }
}
