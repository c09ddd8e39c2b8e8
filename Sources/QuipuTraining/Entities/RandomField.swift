import QuipuLanguage

/// A row of weights, a column for each label.
typealias LabelRow = SIMD16<Float>

/// Sums over all sequences of labels of a sentence, in probabilities that are scaled at each token (Rabiner 1989).
///
/// All in IEEE single precision, without library functions and in a fixed order: the same on every machine.
struct RandomField {
  /// By the label before: the exponential of each transition; 0 where it is impossible.
  private var transitions: [LabelRow]
  private var emissions: [LabelRow] = []
  private var forward: [LabelRow] = []
  private var backward: [LabelRow] = []
  private let count: Int

  init(labels: EntityLabels) {
    count = labels.count
    transitions = Array(repeating: .zero, count: EntityLabels.columns)
  }

  /// Sets the transitions' weights.
  mutating func set(_ weights: [LabelRow]) {
    for before in 0..<count {
      var row = RandomField.exponential(weights[before])
      for after in 0..<EntityLabels.columns
      where after >= count || !EntityLabels.canFollow(after, before) { row[after] = 0 }
      transitions[before] = row
    }
  }

  /// The probabilities of the labels of each token of a sentence with the given scores, of sequences whose labels
  /// are allowed. Adds the expected transitions, times `sign`, to `expected`. False when nothing is possible.
  mutating func probabilities(
    _ scores: UnsafePointer<LabelRow>, count n: Int, allowed: UnsafePointer<UInt32>?, sign: Float,
    into result: UnsafeMutablePointer<LabelRow>, expected: inout [LabelRow]
  ) -> Bool {
    reserve(n)
    var before = LabelRow.zero
    before[0] = 1
    for i in 0..<n {
      let emission = RandomField.exponential(scores[i] - LabelRow(repeating: largest(scores[i])))
      emissions[i] = allowed.map { emission * RandomField.mask($0[i]) } ?? emission
      var sum = LabelRow.zero
      for label in 0..<count where before[label] != 0 {
        sum += LabelRow(repeating: before[label]) * transitions[label]
      }
      sum *= emissions[i]
      let total = RandomField.total(sum)
      guard total > 1e-30 else { return false }
      emissions[i] /= total
      before = sum / total
      forward[i] = before
    }
    backward[n - 1] = LabelRow(repeating: 1)
    for i in stride(from: n - 1, to: 0, by: -1) {
      let after = backward[i] * emissions[i]
      for label in 0..<count { backward[i - 1][label] = RandomField.total(transitions[label] * after) }
    }
    for i in 0..<n { result[i] = forward[i] * backward[i] }
    addTransitions(n, sign: sign, to: &expected)
    return true
  }

  private func addTransitions(_ n: Int, sign: Float, to expected: inout [LabelRow]) {
    expected[0] += transitions[0] * emissions[0] * backward[0] * sign
    for i in 1..<max(n, 1) {
      let after = emissions[i] * backward[i] * sign
      for label in 0..<count where forward[i - 1][label] > 1e-6 {
        expected[label] += LabelRow(repeating: forward[i - 1][label]) * transitions[label] * after
      }
    }
  }

  private mutating func reserve(_ n: Int) {
    guard emissions.count < n else { return }
    emissions = Array(repeating: .zero, count: n)
    forward = emissions
    backward = emissions
  }

  /// Columns beyond the labels hold zeros, which must not count.
  private func largest(_ row: LabelRow) -> Float {
    var largest = row[0]
    for label in 1..<count where row[label] > largest { largest = row[label] }
    return largest
  }

  @inline(__always)
  private static func total(_ row: LabelRow) -> Float {
    let eight = row.lowHalf + row.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  @inline(__always)
  private static func mask(_ bits: UInt32) -> LabelRow {
    let lanes = SIMD16<UInt32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return LabelRow((SIMD16<UInt32>(repeating: bits) &>> lanes) & 1)
  }

  /// e to the power of each lane: 2^n · e^r with |r| ≤ ln 2 / 2, e^r by its Taylor polynomial of the sixth degree.
  @inline(__always)
  static func exponential(_ x: LabelRow) -> LabelRow {
    let x = x.clamped(lowerBound: LabelRow(repeating: -80), upperBound: LabelRow(repeating: 80))
    let n = (x * 1.442_695_04).rounded(.toNearestOrEven)
    let r = (x - n * 0.693_359_375) - n * -2.121_944_4e-4
    var sum = LabelRow(repeating: 1.0 / 720)
    sum = sum * r + 1.0 / 120
    sum = sum * r + 1.0 / 24
    sum = sum * r + 1.0 / 6
    sum = sum * r + 0.5
    sum = sum * r + 1
    sum = sum * r + 1
    let exponent = SIMD16<Int32>(truncatingIfNeeded: SIMD16<Int32>(n) &+ 127) &<< 23
    return sum * unsafeBitCast(exponent, to: LabelRow.self)
  }
}
