import CKernels

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
    let best = forward(emissions, tokens, back)
    var label = 0
    for other in 1..<count where best[other] > best[label] { label = other }
    for i in stride(from: tokens - 1, through: 0, by: -1) {
      labels[i] = UInt8(label)
      if i > 0 { label = Int(back[i][label]) }
    }
  }

  /// The best sums for the labels of the last token.
  private func forward(
    _ emissions: UnsafePointer<SIMD16<Int32>>, _ tokens: Int, _ back: UnsafeMutablePointer<SIMD16<UInt8>>
  ) -> SIMD16<Int32> {
    var best = SIMD16<Int32>.zero
    withUnsafeMutableBytes(of: &best) { best in
      transitions.withUnsafeBytes { transitions in
        quipu_best_labels(
          UnsafeRawPointer(emissions).assumingMemoryBound(to: Int32.self), tokens,
          transitions.baseAddress?.assumingMemoryBound(to: Int32.self), count, EntityDecoder.impossible,
          UnsafeMutableRawPointer(back).assumingMemoryBound(to: UInt8.self),
          best.baseAddress?.assumingMemoryBound(to: Int32.self))
      }
    }
    return best
  }
}
