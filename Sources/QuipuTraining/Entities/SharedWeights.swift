import QuipuLanguage

/// Weights of a linear model over hashed features while it learns by AdaGrad (Duchi, Hazan, Singer 2011): those that
/// all
/// sources share, and for each source a copy of its own (Daumé 2007), so that what sources do otherwise does not clash.
///
/// Each row belongs to one feature; features without a row are not learnt.
final class SharedWeights {
  let rows: Int
  /// The shared one, and one for each source when there are several.
  let tables: Int
  private let mask: UInt32
  private let smoothing: Float
  /// The feature that each row belongs to; 0 for none.
  private(set) var owners: [UInt32]
  /// Of a row, for each table: weights, then sums of squares.
  private let storage: UnsafeMutablePointer<LabelRow>

  /// 2^`bits` rows.
  init(bits: Int, sources: Int, smoothing: Float) {
    self.smoothing = smoothing
    rows = 1 << bits
    mask = UInt32(rows - 1)
    owners = Array(repeating: 0, count: rows)
    tables = sources > 1 ? sources + 1 : 1
    storage = .allocate(capacity: rows * tables * 2)
    storage.initialize(repeating: .zero, count: rows * tables * 2)
  }

  deinit { storage.deallocate() }

  /// Gives each row to the most frequent of the features that want it (of equal ones to the first), if it stands often
  /// enough. Counts are kept by 24 bits of the hash, so that they take 64 MiB whatever the text.
  func assign(_ corpus: EntityCorpus, minimum: UInt32) {
    let bits: UInt32 = (1 << 24) - 1
    var counts = [UInt32](repeating: 0, count: Int(bits) + 1)
    var ownCounts = [UInt32](repeating: 0, count: rows)
    counts.withUnsafeMutableBufferPointer { counts in
      corpus.forEachFeature { counts[Int($0 & bits)] &+= 1 }
      corpus.forEachFeature { feature in
        let count = counts[Int(feature & bits)]
        let row = Int(feature & mask)
        guard count >= minimum, count > ownCounts[row], feature != 0 else { return }
        (owners[row], ownCounts[row]) = (feature, count)
      }
    }
  }

  /// Moves the features that have rows to the front; returns how many.
  @inline(__always)
  func known(_ features: UnsafeMutablePointer<UInt32>, count: Int) -> Int {
    var kept = 0
    for i in 0..<count {
      let feature = features[i]
      features[kept] = feature
      kept += owners[Int(feature & mask)] == feature ? 1 : 0
    }
    return kept
  }

  @inline(__always)
  private func place(_ feature: UInt32) -> UnsafeMutablePointer<LabelRow> {
    storage + Int(feature & mask) &* tables &* 2
  }

  /// The labels' scores for a source.
  @inline(__always)
  func score(_ features: UnsafePointer<UInt32>, count: Int, source: Int) -> LabelRow {
    var sum = LabelRow.zero
    let own = tables > 1 ? 2 * (source + 1) : 0
    for i in 0..<count {
      let place = place(features[i])
      sum += place[0]
      if own > 0 { sum += place[own] }
    }
    return sum
  }

  /// One step up the gradient for all features.
  @inline(__always)
  func update(_ features: UnsafePointer<UInt32>, count: Int, source: Int, gradient: LabelRow, rate: Float) {
    let square = gradient * gradient
    let step = gradient * rate
    let own = tables > 1 ? 2 * (source + 1) : 0
    for i in 0..<count {
      let place = place(features[i])
      move(place, step, square)
      if own > 0 { move(place + own, step, square) }
    }
  }

  @inline(__always)
  private func move(_ row: UnsafeMutablePointer<LabelRow>, _ step: LabelRow, _ square: LabelRow) {
    row[1] += square
    row[0] += step / (row[1] + smoothing).squareRoot()
  }

  /// Adds the weights of a blend of sources: shared ones plus each source's times its share.
  func add(shares: [Float], to sums: inout [LabelRow]) {
    for row in 0..<rows where owners[row] != 0 {
      let place = storage + row * tables * 2
      var sum = place[0]
      if tables > 1 { for (s, share) in shares.enumerated() where share != 0 { sum += place[2 * (s + 1)] * share } }
      sums[row] += sum
    }
  }

  /// Forgets all that was learnt, but not which feature a row belongs to.
  func clear() { storage.update(repeating: .zero, count: rows * tables * 2) }

  /// The numbers of the rows that are not zero, and their bits, for a checkpoint.
  func state() -> (rows: [UInt32], bits: [UInt32]) {
    var state: (rows: [UInt32], bits: [UInt32]) = ([], [])
    for row in 0..<rows * tables * 2 where storage[row] != .zero {
      state.rows.append(UInt32(row))
      for lane in 0..<EntityLabels.columns { state.bits.append(storage[row][lane].bitPattern) }
    }
    return state
  }

  /// Takes up a state; false when it is of another shape.
  func restore(rows numbers: UnsafeBufferPointer<UInt32>, bits: UnsafeBufferPointer<UInt32>) -> Bool {
    guard bits.count == numbers.count * EntityLabels.columns,
      numbers.allSatisfy({ Int($0) < rows * tables * 2 })
    else { return false }
    storage.update(repeating: .zero, count: rows * tables * 2)
    for (k, row) in numbers.enumerated() {
      for lane in 0..<EntityLabels.columns {
        storage[Int(row)][lane] = Float(bitPattern: bits[k * EntityLabels.columns + lane])
      }
    }
    return true
  }
}
