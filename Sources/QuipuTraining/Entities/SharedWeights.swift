import QuipuLanguage

/// Weights of a linear model over hashed features while it learns by AdaGrad (Duchi, Hazan, Singer 2011): those that all
/// sources share, and for each source a copy of its own (Daumé 2007), so that what sources do otherwise does not clash.
final class SharedWeights {
  let rows: Int
  let tables: Int
  private let mask: UInt32
  /// Of a row of a table: weights, then sums of squares.
  private let storage: UnsafeMutablePointer<LabelRow>

  /// 2^`bits` rows for all and for each source.
  init(bits: Int, sources: Int) {
    rows = 1 << bits
    mask = UInt32(rows - 1)
    tables = sources + 1
    storage = .allocate(capacity: rows * tables * 2)
    storage.initialize(repeating: .zero, count: rows * tables * 2)
  }

  deinit { storage.deallocate() }

  @inline(__always)
  private func row(_ feature: UInt32, _ table: Int) -> UnsafeMutablePointer<LabelRow> {
    storage + (Int(feature & mask) &* tables &+ table) &* 2
  }

  /// The labels' scores for a source.
  @inline(__always)
  func score(_ features: UnsafePointer<UInt32>, count: Int, source: Int) -> LabelRow {
    var sum = LabelRow.zero
    for i in 0..<count { sum += row(features[i], 0).pointee + row(features[i], source + 1).pointee }
    return sum
  }

  /// One step up the gradient for all features.
  @inline(__always)
  func update(_ features: UnsafePointer<UInt32>, count: Int, source: Int, gradient: LabelRow, rate: Float, own: Float) {
    let square = gradient * gradient
    for i in 0..<count {
      step(row(features[i], 0), gradient * rate, square)
      step(row(features[i], source + 1), gradient * (rate * own), square)
    }
  }

  @inline(__always)
  private func step(_ row: UnsafeMutablePointer<LabelRow>, _ gradient: LabelRow, _ square: LabelRow) {
    row[1] += square
    row[0] += gradient / (row[1] + 0.1).squareRoot()
  }

  /// Adds the weights of a blend of sources: shared ones plus each source's times its share.
  func add(shares: [Float], to sums: inout [LabelRow]) {
    for r in 0..<rows {
      var sum = storage[r * tables * 2]
      for (s, share) in shares.enumerated() where share != 0 { sum += storage[(r * tables + s + 1) * 2] * share }
      sums[r] += sum
    }
  }
}
