import QuipuCore

/// Sentences by a trained model inside lines, and by rules where lines break.
///
/// Blank lines, list markers, headings and the limit of `RuleSentenceSplitter.longest` tokens are as there; whether a
/// sentence ends inside a line, after punctuation or without any, is a sum of weights of what stands around (averaged
/// perceptron, Collins 2002), the rules' opinion among it. Whole numbers: the same on every machine.
/// Reentrant. Complexity: O(tokens + bytes of the text).
public struct TrainedSentenceSplitter: SentenceSplitting {
  private let weights: WeightTable

  /// What a boundary without final punctuation before it must score above.
  private let threshold: Int32

  /// Takes the sections `sentences.weights` and `sentences.threshold` of a model file.
  public init(_ file: ModelFile) throws(ModelError) {
    weights = try file.weights("sentences.weights", columns: 1)
    let numbers: UnsafeBufferPointer<Int32> = try file.integers("sentences.threshold")
    guard numbers.count == 1 else { throw file.malformed("sentences.threshold", "is not one number") }
    threshold = numbers[0]
  }

  public func sentences(_ tokens: [Token], in text: UnsafeBufferPointer<UInt8>) -> [Sentence] {
    sentences(tokens, in: text, scratch: BoundaryRecords())
  }

  /// The same with scratch memory of the caller's, one for each thread.
  public func sentences(
    _ tokens: [Token], in text: UnsafeBufferPointer<UInt8>, scratch: BoundaryRecords
  ) -> [Sentence] {
    var decider = WeightDecider(weights: weights, threshold: threshold)
    return BoundaryPass.sentences(tokens, in: text, records: scratch, decider: &decider)
  }
}

private struct WeightDecider: BoundaryDeciding {
  let weights: WeightTable
  let threshold: Int32

  @inline(__always)
  func isBoundary(_ features: UnsafePointer<UInt32>, count: Int, before k: Int, afterFinal: Bool) -> Bool {
    weights.sum(features, count: count) > (afterFinal ? 0 : threshold)
  }
}

extension WeightTable {
  /// The score of the only label of a table of one column.
  @inline(__always)
  func sum(_ features: UnsafePointer<UInt32>, count: Int) -> Int32 {
    var sum: Int32 = 0
    for i in 0..<count { sum &+= Int32(base.load(fromByteOffset: Int(features[i] & mask), as: Int8.self)) }
    return sum
  }
}
