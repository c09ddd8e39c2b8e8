import QuipuTestSupport
import QuipuTraining
import Testing

@Suite struct AveragedPerceptronTests {
  /// Random changes, against an average that is computed by adding up all weights after every decision.
  @Test func theAverageIsThatOverAllDecisions() {
    var random = SplitMix64(seed: 3)
    let (rows, columns) = (8, 3)
    let model = AveragedPerceptron(bits: 3, columns: columns)
    var weights = [Int](repeating: 0, count: rows * columns)
    var sums = weights
    var decisions = 0
    for _ in 0..<500 {
      // The weights as they stand before the decision are the ones that it is made by.
      for i in weights.indices { sums[i] += weights[i] }
      decisions += 1
      if Bool.random(using: &random) {
        let feature = UInt32.random(in: 0...UInt32.max, using: &random)
        let label = Int.random(in: 0..<columns, using: &random)
        let change: Int32 = Bool.random(using: &random) ? 1 : -1
        model.update([feature], count: 1, label: label, by: change)
        weights[Int(feature % 8) * columns + label] += Int(change)
      }
      model.tick()
    }
    // `quantized` averages over one more moment: that after the last decision.
    for i in weights.indices { sums[i] += weights[i] }
    let quantized = model.quantized()
    let largest = sums.map(abs).max() ?? 1
    for i in sums.indices {
      #expect(Int(quantized.weights[i]) == Int((127 * Double(sums[i]) / Double(largest)).rounded()), "\(i)")
    }
    #expect(quantized.weights.map { abs(Int($0)) }.max() == 127)
    #expect(abs(quantized.scale - Double(largest) / 127 / Double(decisions + 1)) < 1e-12)
  }

  @Test func scoresAreSums() {
    let model = AveragedPerceptron(bits: 2, columns: 5)
    model.update([1, 2], count: 2, label: 4, by: 1)
    model.update([2], count: 1, label: 0, by: -1)
    var sums = [Int32](repeating: 0, count: model.sumCount)
    model.score([1, 2, 6], count: 3, into: &sums)
    #expect(Array(sums[..<5]) == [-2, 0, 0, 0, 3])
    model.reset()
    model.score([1, 2, 6], count: 3, into: &sums)
    #expect(Array(sums[..<5]) == [0, 0, 0, 0, 0])
  }

  @Test func anEmptyModelIsAllZero() {
    let quantized = AveragedPerceptron(bits: 2, columns: 2).quantized()
    #expect(quantized.weights == [Int8](repeating: 0, count: 8))
    #expect(quantized.scale > 0)
  }
}
