import QuipuCore
import QuipuLanguage

extension EntityTrainer {
  /// All that learning needs to go on, in the container that models use.
  func checkpoint(fingerprint: UInt64, epoch: Int) -> [UInt8] {
    var builder = ModelFileBuilder()
    builder.add("checkpoint", integers: [fingerprint, UInt64(epoch)])
    let state = weights.state()
    builder.add("checkpoint.entities.rows", integers: state.rows)
    builder.add("checkpoint.entities.bits", integers: state.bits)
    builder.add("checkpoint.entities.sums", integers: EntityTrainer.bits(sums))
    builder.add(
      "checkpoint.entities.transitions", integers: EntityTrainer.bits(transitions + transitionSquares + transitionSums))
    return builder.build()
  }

  /// Takes up a checkpoint; returns the epochs done. Throws when it is of other data, settings or shape.
  func restore(_ file: ModelFile, fingerprint: UInt64) throws -> Int {
    let head: UnsafeBufferPointer<UInt64> = try file.integers("checkpoint")
    guard head.count == 2, head[0] == fingerprint, let epoch = Int(exactly: head[1]) else {
      throw TrainingError(
        path: file.path, reason: "the checkpoint is of other data or settings",
        advice: "remove it, or name another output")
    }
    let columns = EntityLabels.columns
    let between = EntityTrainer.rows(try file.integers("checkpoint.entities.transitions"))
    let sums = EntityTrainer.rows(try file.integers("checkpoint.entities.sums"))
    let isTaken = weights.restore(
      rows: try file.integers("checkpoint.entities.rows"), bits: try file.integers("checkpoint.entities.bits"))
    guard isTaken, between.count == 3 * columns, sums.count == self.sums.count else {
      throw file.malformed("checkpoint.entities.rows", "is of another shape")
    }
    transitions = Array(between[..<columns])
    transitionSquares = Array(between[columns..<2 * columns])
    transitionSums = Array(between[(2 * columns)...])
    self.sums = sums
    return epoch
  }

  private static func bits(_ rows: [LabelRow]) -> [UInt32] {
    rows.flatMap { row in (0..<EntityLabels.columns).map { row[$0].bitPattern } }
  }

  private static func rows(_ bits: UnsafeBufferPointer<UInt32>) -> [LabelRow] {
    (0..<bits.count / EntityLabels.columns).map { r in
      var row = LabelRow.zero
      for lane in 0..<EntityLabels.columns { row[lane] = Float(bitPattern: bits[r * EntityLabels.columns + lane]) }
      return row
    }
  }
}

extension EntityCorpus {
  /// A hash of all that is learnt from, with the settings.
  func fingerprint(_ settings: EntityTrainer.Settings, shares: [Float]) -> UInt64 {
    var hash = StableHash.seed
    func add(_ number: UInt64) { withUnsafeBytes(of: number.littleEndian) { hash = StableHash.hash($0, seed: hash) } }
    for number in [
      settings.seed, UInt64(settings.bits), UInt64(settings.rate.bitPattern), settings.dropout, settings.hidden,
      UInt64(settings.minimumCount), UInt64(settings.warmup), UInt64(settings.epochs),
      UInt64(settings.rounds), UInt64(settings.smoothing.bitPattern),
    ] { add(number) }
    for share in shares { add(UInt64(share.bitPattern)) }
    for (name, bias) in settings.biases.sorted(by: { $0.key < $1.key }) {
      add(StableHash.hash(name))
      add(UInt64(bias.bitPattern))
    }
    for sentence in sentences {
      add(UInt64(sentence.source))
      for i in sentence.start..<sentence.start + sentence.count {
        add(UInt64(records[i].form) << 32 | UInt64(allowed[i]))
        add(UInt64(records[i].tag) << 32 | UInt64(records[i].lexicon))
        add(UInt64(records[i].clusters) << 32 | UInt64(records[i].gazetteer))
      }
    }
    return hash
  }
}
