import CKernels
import QuipuTestSupport
import Testing

/// The kernels against plain loops, on random input.
@Suite struct KernelsTests {
  private let variants = [-1] + (0..<Int32(QUIPU_VARIANTS)).filter { quipu_can_run($0) != 0 }

  private func bytes(_ count: Int, _ random: inout SplitMix64) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  private func numbers<Number: FixedWidthInteger>(
    _ count: Int, _ range: ClosedRange<Number>, _ random: inout SplitMix64
  ) -> [Number] {
    (0..<count).map { _ in Number.random(in: range, using: &random) }
  }

  @Test(arguments: [(1, 16, 4), (3, 144, 8), (5, 48, 64), (6, 32, 96), (13, 80, 128), (50, 16, 192), (7, 32, 516)])
  func everyDotProductIsTheSame(_ rows: Int, _ outputs: Int, _ depth: Int) {
    var random = SplitMix64(seed: UInt64(rows))
    let x = bytes(rows * depth, &random)
    let w: [Int8] = numbers(outputs * depth, -128...127, &random)
    // Output j, input t stands at block j / 16, t / 4.
    func weight(_ j: Int, _ t: Int) -> Int { Int(w[(j / 16) * 16 * depth + (t / 4) * 64 + (j % 16) * 4 + t % 4]) }
    var expected: [Int32] = []
    for i in 0..<rows {
      for j in 0..<outputs {
        var sum = 0
        for t in 0..<depth { sum += Int(x[i * depth + t]) * weight(j, t) }
        expected.append(Int32(sum))
      }
    }
    for variant in variants {
      var y = [Int32](repeating: 7, count: rows * outputs)
      quipu_dot(x, depth, w, &y, outputs, rows, outputs, depth, variant)
      #expect(y == expected, "variant \(variant)")
    }
  }

  @Test func rescalingRoundsAndCuts() {
    let from: [Int32] = [0, 160, -160, 1 << 30, -(1 << 30), 24, 16, 8]
    let offsets: [Int32] = [8, 0, 0, 0, 0, 8, 0, 8]
    let factors: [Int16] = [100, 256, 256, 16, 16, 256, 128, 384]
    var out = [Int16](repeating: 0, count: 8)
    quipu_rescale(from, offsets, factors, 8, &out, 1, 8)
    // (24 + 8) >> 4 = 2; 1 * 128 / 256 is rounded up; 1 * 384 / 256 = 1.5 too.
    #expect(out == [0, 10, -10, 32767, -32768, 2, 1, 2])
  }

  /// tanh's stand-in at 2^-12 in, 2^-14 out.
  private func squash(_ x: Int) -> Int {
    let x = min(max(x, -8192), 8192)
    return 4 * x - (x * abs(x)) >> 12
  }

  private func gate(_ x: Int) -> Int { min(max(16384 + squash(min(max(x, -16384), 16384) >> 1), 0), 32767) }

  @Test(arguments: [false, true]) func recurrenceIsAsWritten(_ isHighway: Bool) {
    var random = SplitMix64(seed: 3)
    let (width, count) = (48, 9)
    let u: [Int16] = numbers(count * 3 * width, .min ... .max, &random)
    let v: [Int16] = numbers(2 * width, -32000...32000, &random)
    let x = bytes(count * width, &random)
    var h = [UInt8](repeating: 0, count: count * width)
    var carry = [Int16](repeating: 0, count: width)
    x.withUnsafeBufferPointer { x in
      quipu_recur_integer(u, 3 * width, v, isHighway ? x.baseAddress : nil, &h, width, &carry, width, count)
    }
    var expected = h
    for j in 0..<width {
      var state = 0
      for t in 0..<count {
        let at = t * 3 * width + j
        let forget = gate(Int(u[at + width]) + (Int(v[j]) * state) >> 14)
        let reset = gate(Int(u[at + 2 * width]) + (Int(v[width + j]) * state) >> 14)
        let candidate = min(max(squash(Int(u[at])), -16383), 16383)
        state = candidate + (forget * (state - candidate) + 16384) >> 15
        let pass = isHighway ? (Int(x[t * width + j]) - 128) * 129 : 0
        let out = pass + (reset * (state - pass) + 16384) >> 15
        expected[t * width + j] = UInt8((out * 127 + 8192) >> 14 + 128)
      }
    }
    #expect(h == expected)
  }

  @Test func embeddingsAreSummedAndSquashed() {
    var random = SplitMix64(seed: 4)
    let width = 32
    let table: [Int8] = numbers(40 * width, -128...127, &random)
    let rows: [UInt32] = numbers(12, 0...39, &random)
    var out = [UInt8](repeating: 0, count: width)
    quipu_embed(table, rows, rows.count, width, &out)
    let expected = (0..<width).map { (j: Int) -> UInt8 in
      var sum = 0
      for row in rows { sum += Int(table[Int(row) * width + j]) }
      return UInt8((squash(sum * 64) * 127 + 8192) >> 14 + 128)
    }
    #expect(out == expected)
  }

  /// Counts around eight dependents and sixteen keys, which some implementations take at a time.
  @Test(arguments: [0, 1, 7, 8, 15, 16, 17, 42]) func arcScoresAreProductsOfRows(_ count: Int) {
    var random = SplitMix64(seed: 5)
    let (row, depth, keys) = (48, 32, count + 1)
    let values: [Int16] = numbers(row * keys, -4095...4095, &random)
    var expected: [Int32] = []
    for i in 0..<count {
      for j in 0..<keys {
        var sum: Int32 = 0
        for t in 0..<depth { sum += Int32(values[(i + 1) * row + t]) * Int32(values[j * row + t]) }
        expected.append(sum)
      }
    }
    for variant in variants {
      // One more, which must stay.
      var scores = [Int32](repeating: 9, count: count * keys + 1)
      var packed = [Int16](repeating: 9, count: (keys + 15) / 16 * 16 * depth)
      values.withUnsafeBufferPointer { values in
        guard let start = values.baseAddress else { return }
        quipu_arc_scores(start + row, count, start, keys, row, depth, &packed, &scores, variant)
      }
      #expect(scores == expected + [9], "variant \(variant)")
    }
  }

  @Test(arguments: [0, 1, 2, 115, 256]) func rowsOfOtherFeaturesAddNothing(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let rows = 8
    let weights: [Int8] = numbers(rows * 16, -128...127, &random)
    let features = (0..<count).map { _ -> UInt32 in
      let row = UInt32.random(in: 0..<UInt32(rows), using: &random)
      let own = UInt32(UInt8(bitPattern: weights[Int(row) * 16 + 15])) << 24
      return (Bool.random(using: &random) ? own : UInt32.random(in: 0...255, using: &random) << 24) | row | 1 << 16
    }
    var expected = [Int32](repeating: 0, count: 15)
    for feature in features {
      let row = Int(feature & 7) * 16
      guard weights[row + 15] == Int8(truncatingIfNeeded: feature >> 24) else { continue }
      for k in 0..<15 { expected[k] += Int32(weights[row + k]) }
    }
    var sums = [Int32](repeating: 9, count: 16)
    quipu_score_checked_rows(weights, features, count, UInt32(rows - 1), &sums)
    #expect(Array(sums[..<15]) == expected)
  }

  @Test(arguments: [1, 2, 17, 50, 257]) func theFirstOfTheLargestIsFound(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let ranges: [ClosedRange<Int32>] = [-1...1, .min ... .max, .min ... .min, .max ... .max]
    for range in ranges {
      for _ in 0..<20 {
        let values: [Int32] = numbers(count, range, &random)
        let offsets: [Int32] = numbers(count, -1...1, &random)
        let sums = zip(values, offsets).map { Int($0) + Int($1) }
        #expect(quipu_first_largest(values, nil, count) == values.firstIndex(of: values.max() ?? 0))
        #expect(quipu_first_largest(values, offsets, count) == sums.firstIndex(of: sums.max() ?? 0))
      }
    }
  }

  @Test func distancesAddTheScoresOfTheirClasses() {
    var scores: [Int32] = [1, 2, -3, 4]
    quipu_add_distances(&scores, [5, -7, 32767], [2, 0, 1], 3)
    #expect(scores == [8_388_353, 1_282, -1_795, 4])
  }

  @Test func combiningCutsToABitMoreThanNothing() {
    var out = [UInt8](repeating: 9, count: 4)
    quipu_combine([8, -9, 2000, 7], [8, 0, 2000, 0], [0, 0, 0, 0], &out, 4)
    #expect(out == [2, 0, 255, 0])
  }

  /// Every sum is made in the order of its index, so it is that of a plain loop bit for bit.
  @Test(arguments: [(1, 16, 3), (7, 32, 50), (13, 48, 17)])
  func productsOfMatricesAreThoseOfPlainLoops(_ rows: Int, _ columns: Int, _ depth: Int) {
    var random = SplitMix64(seed: UInt64(depth))
    func floats(_ count: Int) -> [Float] { (0..<count).map { _ in Float.random(in: -1...1, using: &random) } }
    let (a, b, old) = (floats(rows * depth), floats(depth * columns), floats(rows * columns))
    for accumulates in [false, true] {
      var (c, expected) = (old, old)
      quipu_multiply(a, depth, 1, b, columns, &c, columns, rows, columns, depth, accumulates ? 1 : 0)
      for i in 0..<rows {
        for j in 0..<columns {
          var sum = accumulates ? old[i * columns + j] : 0
          for t in 0..<depth { sum += a[i * depth + t] * b[t * columns + j] }
          expected[i * columns + j] = sum
        }
      }
      #expect(c == expected)
    }
    // The same with a transposed.
    var transposed = [Float](repeating: 0, count: rows * depth)
    quipu_transpose(a, &transposed, rows, depth)
    var (c, d) = (old, old)
    quipu_multiply(a, depth, 1, b, columns, &c, columns, rows, columns, depth, 0)
    quipu_multiply(transposed, 1, rows, b, columns, &d, columns, rows, columns, depth, 0)
    #expect(c == d)
  }
}
