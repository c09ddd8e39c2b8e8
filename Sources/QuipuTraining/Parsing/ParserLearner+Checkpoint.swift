import QuipuCore
import QuipuLanguage

/// All that an epoch leaves to the next, as sections of a checkpoint.
extension ParserLearner {
  private var state: [(name: String, buffer: FloatBuffer)] {
    [
      ("weights", parameters.weights), ("first", parameters.first), ("second", parameters.second),
      ("embeddings", parameters.embeddings), ("embeddings.first", parameters.embeddingsFirst),
      ("embeddings.second", parameters.embeddingsSecond),
    ]
  }

  func checkpoint(fingerprint: UInt64, epoch: Int) -> [UInt8] {
    var builder = ModelFileBuilder()
    builder.add("checkpoint", integers: [fingerprint, UInt64(epoch), UInt64(steps)])
    for (name, buffer) in state {
      let bits = UnsafeBufferPointer(start: buffer.start, count: buffer.count).map(\.bitPattern)
      builder.add("checkpoint.parser.\(name)", integers: bits)
    }
    return builder.build()
  }

  /// Takes up a checkpoint; returns the epochs done. Throws when it is of other data, settings or shape.
  func restore(_ file: ModelFile, fingerprint: UInt64) throws -> Int {
    let head: UnsafeBufferPointer<UInt64> = try file.integers("checkpoint")
    guard head.count == 3, head[0] == fingerprint, let epoch = Int(exactly: head[1]), let steps = Int(exactly: head[2])
    else {
      throw TrainingError(
        path: file.path, reason: "the checkpoint is of other data or settings",
        advice: "remove it, or name another output")
    }
    for (name, buffer) in state {
      let bits: UnsafeBufferPointer<UInt32> = try file.integers("checkpoint.parser.\(name)")
      guard bits.count == buffer.count else {
        throw file.malformed("checkpoint.parser.\(name)", "is of another shape")
      }
      for i in 0..<bits.count { buffer.start[i] = Float(bitPattern: bits[i]) }
    }
    resume(steps: steps)
    return epoch
  }
}

extension ParserCorpus {
  /// A hash of all that is learnt from, mixed with the settings' numbers.
  func fingerprint(_ settings: [UInt64]) -> UInt64 {
    var hash = StableHash.seed
    for number in settings { withUnsafeBytes(of: number.littleEndian) { hash = StableHash.hash($0, seed: hash) } }
    rows.withUnsafeBytes { hash = StableHash.hash($0, seed: hash) }
    heads.withUnsafeBytes { hash = StableHash.hash($0, seed: hash) }
    return StableHash.hash(relations, seed: hash)
  }
}
