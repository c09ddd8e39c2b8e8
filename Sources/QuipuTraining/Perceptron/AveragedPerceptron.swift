/// The weights of a linear model while it learns: an averaged perceptron (Freund and Schapire 1999; Collins 2002) over
/// hashed features, in whole numbers, so that every machine learns the same.
///
/// The average over all decisions is kept as Hal Daumé's two sums: weight · decisions - sum(change · decision).
public final class AveragedPerceptron {
  public let rows: Int
  public let columns: Int
  private let mask: UInt32
  /// Columns rounded up to four.
  private let stride: Int
  private let weights: UnsafeMutablePointer<Int32>
  private let totals: UnsafeMutablePointer<Int64>
  /// Decisions made so far, plus one.
  public private(set) var clock: Int64 = 1

  /// 2^`bits` rows.
  public init(bits: Int, columns: Int) {
    rows = 1 << bits
    mask = UInt32(rows - 1)
    self.columns = columns
    stride = (columns + 3) & ~3
    weights = .allocate(capacity: rows * stride)
    weights.initialize(repeating: 0, count: rows * stride)
    totals = .allocate(capacity: rows * stride)
    totals.initialize(repeating: 0, count: rows * stride)
  }

  deinit {
    weights.deallocate()
    totals.deallocate()
  }

  /// Room that `sums` needs.
  public var sumCount: Int { stride }

  /// Writes each label's score by the weights as they are now, not averaged.
  @inline(__always)
  public func score(_ features: UnsafePointer<UInt32>, count: Int, into sums: UnsafeMutablePointer<Int32>) {
    let weights = UnsafeRawPointer(weights)
    for column in Swift.stride(from: 0, to: stride, by: 4) {
      var sum = SIMD4<Int32>.zero
      for i in 0..<count {
        let offset = (Int(features[i] & mask) &* stride &+ column) &* 4
        sum &+= weights.loadUnaligned(fromByteOffset: offset, as: SIMD4<Int32>.self)
      }
      for lane in 0..<4 { sums[column + lane] = sum[lane] }
    }
  }

  /// Changes the label's weight of every feature.
  public func update(_ features: UnsafePointer<UInt32>, count: Int, label: Int, by change: Int32) {
    for i in 0..<count {
      let index = Int(features[i] & mask) * stride + label
      weights[index] &+= change
      totals[index] &+= clock &* Int64(change)
    }
  }

  /// To be called after each decision, right or wrong.
  public func tick() { clock += 1 }

  /// Adds the weights of another model of the same shape, which has made as many decisions as each one added before.
  public func add(_ other: AveragedPerceptron) {
    precondition(rows == other.rows && columns == other.columns && (clock == 1 || clock == other.clock))
    clock = other.clock
    for i in 0..<rows * stride {
      weights[i] &+= other.weights[i]
      totals[i] &+= other.totals[i]
    }
  }

  /// Forgets everything.
  public func reset() {
    weights.update(repeating: 0, count: rows * stride)
    totals.update(repeating: 0, count: rows * stride)
    clock = 1
  }

  /// The averaged weight times `clock`.
  private func average(_ index: Int) -> Int64 {
    weights[index] == 0 && totals[index] == 0
      ? 0
      : Int64(weights[index]) &* clock &- totals[index]
  }

  /// The largest averaged weight times `clock`, without its sign.
  public var largest: Int64 {
    var result: Int64 = 0
    for i in 0..<rows * stride { result = max(result, abs(average(i))) }
    return result
  }

  /// The averaged weights in eight bits, row after row: the largest becomes 127, none is clipped (clipping cost up to
  /// 4 F1, rounding next to nothing). Tables whose sums are added up must share one `largest`, and have one clock.
  public func quantized(largest: Int64? = nil) -> QuantizedWeights {
    let largest = max(largest ?? self.largest, 1)
    var result = [Int8](repeating: 0, count: rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        let value = average(row * stride + column)
        guard value != 0 else { continue }
        // Half away from zero; 127 · value stays far below 2^63.
        let rounded = (2 * 127 * abs(value) + largest) / (2 * largest)
        result[row * columns + column] = Int8(value < 0 ? -rounded : rounded)
      }
    }
    return QuantizedWeights(
      weights: result, columns: columns, scale: Double(largest) / (127 * Double(clock)))
  }
}

/// Averaged weights in eight bits.
public struct QuantizedWeights: Sendable {
  public var weights: [Int8]
  public var columns: Int
  /// The value of one unit.
  public var scale: Double
}

extension AveragedPerceptron {
  /// All that learning needs to go on: the non-zero weights and sums, and the clock.
  func state() -> (indexes: [UInt32], weights: [Int32], totals: [Int64], clock: Int64) {
    var state: (indexes: [UInt32], weights: [Int32], totals: [Int64], clock: Int64) = ([], [], [], clock)
    for i in 0..<rows * stride where weights[i] != 0 || totals[i] != 0 {
      state.indexes.append(UInt32(i))
      state.weights.append(weights[i])
      state.totals.append(totals[i])
    }
    return state
  }

  /// Takes up a state; false when it is of another shape.
  func restore(
    indexes: UnsafeBufferPointer<UInt32>, weights: UnsafeBufferPointer<Int32>, totals: UnsafeBufferPointer<Int64>,
    clock: Int64
  ) -> Bool {
    guard indexes.count == weights.count, indexes.count == totals.count, clock > 0,
      indexes.allSatisfy({ Int($0) < rows * stride })
    else { return false }
    self.weights.update(repeating: 0, count: rows * stride)
    self.totals.update(repeating: 0, count: rows * stride)
    for (k, index) in indexes.enumerated() {
      self.weights[Int(index)] = weights[k]
      self.totals[Int(index)] = totals[k]
    }
    self.clock = clock
    return true
  }
}
