import CKernels
import Testing

@testable import QuipuTraining

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct FixedMathTests {
  @Test func exponentialsAreThoseOfTheLibrary() {
    for k in 0...790 {
      let x = -Float(k) / 10
      let right = Double(exp(Double(x)))
      #expect(abs(Double(FixedMath.exp(x)) - right) <= 1e-5 * right, "\(x)")
    }
    #expect(FixedMath.exp(-100) == 0)
    #expect(FixedMath.exp(0) == 1)
  }

  @Test func logarithmsToo() {
    for k in 1...1000 {
      let x = Float(k) * 0.37
      #expect(abs(Double(FixedMath.log(x)) - log(Double(x))) < 2e-5, "\(x)")
    }
    #expect(FixedMath.log(1) == 0)
  }

  @Test func unitsAreSpreadEvenly() {
    var random = SeededRandom(1, 2)
    var buckets = [Int](repeating: 0, count: 10)
    for _ in 0..<10_000 {
      let unit = random.unit()
      #expect(unit >= 0 && unit < 1)
      buckets[Int(unit * 10)] += 1
    }
    #expect(buckets.allSatisfy { (900...1100).contains($0) })
    var (other, again) = (SeededRandom(2, 1), SeededRandom(1, 2))
    let first = again.next()
    #expect(other.next() != first)
  }

  /// Adam moves against the gradient by about the rate, and stays within its limit.
  @Test func adamTakesStepsOfTheRate() {
    let (weights, first, second) = (FloatBuffer(16), FloatBuffer(16), FloatBuffer(16))
    let gradient = FloatBuffer(16)
    for i in 0..<16 { gradient.start[i] = Float(i) - 7.5 }
    var step = AdamStep()
    step.advance(rate: 0.01)
    quipu_adam(weights.start, gradient.start, first.start, second.start, 16, step.rate, step.correction, 1.98)
    for i in 0..<16 { #expect(abs(weights.start[i] - (i < 8 ? 0.01 : -0.01)) < 1e-4) }
    for _ in 0..<1000 {
      step.advance(rate: 0.01)
      quipu_adam(weights.start, gradient.start, first.start, second.start, 16, step.rate, step.correction, 1.98)
    }
    for i in 0..<16 { #expect(weights.start[i] == (i < 8 ? 1.98 : -1.98)) }
  }
}
