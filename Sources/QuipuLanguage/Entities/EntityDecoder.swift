/// The best sequence of labels by emissions and transitions (Viterbi 1967), in whole numbers.
public struct EntityDecoder: Sendable {
  /// Far below every sum, and far above overflow.
  static let impossible: Int32 = -1 << 28

  /// By the label before: the score of each label after it.
  private let transitions: [SIMD16<Int32>]
  private let count: Int

  /// `transitions[before * 16 + after]` in units of emissions; what labels forbid is forbidden whatever they say.
  public init(labels: EntityLabels, transitions: [Int32]) {
    count = labels.count
    self.transitions = (0..<EntityLabels.columns).map { before in
      var row = SIMD16<Int32>(repeating: EntityDecoder.impossible)
      for after in 0..<labels.count where before < labels.count && EntityLabels.canFollow(after, before) {
        row[after] = transitions[before * EntityLabels.columns + after]
      }
      return row
    }
  }

  /// Writes the best labels of a sentence; `back` is scratch of as many places. Of equal ones the lower label wins.
  /// Complexity: O(tokens · labels²).
  public func decode(
    _ emissions: UnsafePointer<SIMD16<Int32>>, count tokens: Int, back: UnsafeMutablePointer<SIMD16<UInt8>>,
    into labels: UnsafeMutablePointer<UInt8>
  ) {
    guard tokens > 0 else { return }
    var best = transitions[0] &+ emissions[0]
    for i in 1..<max(tokens, 1) {
      var next = SIMD16<Int32>(repeating: best[0]) &+ transitions[0]
      var from = SIMD16<Int32>.zero
      for before in 1..<count {
        let other = SIMD16<Int32>(repeating: best[before]) &+ transitions[before]
        let isBetter = other .> next
        next.replace(with: other, where: isBetter)
        from.replace(with: SIMD16<Int32>(repeating: Int32(before)), where: isBetter)
      }
      back[i] = SIMD16<UInt8>(truncatingIfNeeded: from)
      best = next &+ emissions[i]
      // Sentences have no limit: keep the best at zero.
      if i & 1023 == 1023 { best = best &- SIMD16<Int32>(repeating: best.max()) }
      best.replace(with: EntityDecoder.impossible, where: best .< EntityDecoder.impossible)
    }
    var label = 0
    for other in 1..<count where best[other] > best[label] { label = other }
    for i in stride(from: tokens - 1, through: 0, by: -1) {
      labels[i] = UInt8(label)
      if i > 0 { label = Int(back[i][label]) }
    }
  }
}
