import QuipuCore
import QuipuLanguage

/// Learning that can be taken up again: epochs done, weights and sums, and a fingerprint of data and settings, in the
/// container that models use.
public enum Checkpoint {
  static func build(
    fingerprint: UInt64, epoch: Int, _ perceptrons: [(name: String, perceptron: AveragedPerceptron)]
  ) -> [UInt8] {
    var builder = ModelFileBuilder()
    builder.add("checkpoint", integers: [fingerprint, UInt64(epoch)])
    for (name, perceptron) in perceptrons {
      let state = perceptron.state()
      builder.add("checkpoint.\(name).indexes", integers: state.indexes)
      builder.add("checkpoint.\(name).weights", integers: state.weights)
      builder.add("checkpoint.\(name).totals", integers: state.totals)
      builder.add("checkpoint.\(name).clock", integers: [state.clock])
    }
    return builder.build()
  }

  /// Takes up a checkpoint; returns the epochs done. Throws when it is of other data, settings or shape.
  static func restore(
    _ file: ModelFile, fingerprint: UInt64, _ perceptrons: [(name: String, perceptron: AveragedPerceptron)]
  ) throws -> Int {
    let head: UnsafeBufferPointer<UInt64> = try file.integers("checkpoint")
    guard head.count == 2, head[0] == fingerprint, let epoch = Int(exactly: head[1]) else {
      throw TrainingError(
        path: file.path, reason: "the checkpoint is of other data or settings",
        advice: "remove it, or name another output")
    }
    for (name, perceptron) in perceptrons {
      let clock: UnsafeBufferPointer<Int64> = try file.integers("checkpoint.\(name).clock")
      let isTaken = perceptron.restore(
        indexes: try file.integers("checkpoint.\(name).indexes"),
        weights: try file.integers("checkpoint.\(name).weights"),
        totals: try file.integers("checkpoint.\(name).totals"), clock: clock.first ?? 0)
      guard isTaken else { throw file.malformed("checkpoint.\(name).weights", "is of another shape") }
    }
    return epoch
  }

  /// A hash of all words of the training data, mixed with the settings' numbers.
  static func fingerprint(_ sentences: [TreebankSentence], settings: [UInt64]) -> UInt64 {
    var hash = StableHash.seed
    for number in settings { withUnsafeBytes(of: number.littleEndian) { hash = StableHash.hash($0, seed: hash) } }
    for sentence in sentences {
      for word in sentence.words {
        hash = StableHash.combine(StableHash.hash(word.form, seed: hash), word.tag.rawValue)
        hash = StableHash.combine(StableHash.hash(word.features.utf8, seed: hash), word.isJoined ? 1 : 0)
      }
      hash = StableHash.combine(hash, 0xFF)
    }
    return hash
  }
}
