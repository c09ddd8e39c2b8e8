import CKernels
import Dispatch
import QuipuLanguage

/// One epoch after the other over a corpus.
final class ParserLearner {
  struct Settings: Sendable {
    var seed: UInt64 = 1
    var epochs = 1
    var batch = 800
    var rate: Float = 0.003
    var dropout = ParserShard.Dropout()

    /// Parts of a batch that have gradients of their own, whatever the number of threads.
    static let shards = 4

    /// All that the result depends on.
    var numbers: [UInt64] {
      let floats = [rate, dropout.input, dropout.layers, dropout.projection, dropout.words, dropout.tags]
      return [seed, UInt64(epochs), UInt64(batch)] + floats.map { UInt64($0.bitPattern) }
    }
  }

  let parameters: ParserParameters
  let settings: Settings
  let corpus: ParserCorpus
  private let shards: [ParserShard]
  private let updates: [EmbeddingUpdate]
  private var step = AdamStep()
  private(set) var steps = 0

  init(_ corpus: ParserCorpus, shape: ParserShape, settings: Settings) {
    self.corpus = corpus
    self.settings = settings
    parameters = ParserParameters(shape, seed: settings.seed)
    let layout = parameters.layout
    shards = (0..<Settings.shards).map { _ in ParserShard(layout) }
    updates = ParserFeatures.learntTables.map { EmbeddingUpdate(feature: $0) }
  }

  struct Totals {
    var loss = 0.0
    var arcs = 0
    var both = 0
    var words = 0
  }

  func epoch(_ number: Int) -> Totals {
    let order = SeededOrder.indexes(count: corpus.sentences.count, seed: settings.seed, epoch: number)
    var totals = Totals()
    let total = corpus.heads.count * settings.epochs
    var at = 0
    while at < order.count {
      var (end, words) = (at, 0)
      while end < order.count && words < settings.batch {
        words += corpus.sentences[order[end]].count
        end += 1
      }
      let seen = number * corpus.heads.count + totals.words
      learn(order[at..<end], words: words, rate: settings.rate * share(from: seen, to: seen + words, of: total))
      for shard in shards {
        totals.loss += shard.loss
        totals.arcs += shard.arcsRight
        totals.both += shard.bothRight
      }
      totals.words += words
      at = end
    }
    return totals
  }

  /// Of the rate: rises over the first twentieth of all words that will be seen, and falls evenly to nothing at the end.
  private func share(from seen: Int, to end: Int, of total: Int) -> Float {
    let progress = Float(seen) / Float(total)
    return min(1, 20 * Float(end) / Float(total)) * max(1 - progress, 0.001)
  }

  private func learn(_ batch: ArraySlice<Int>, words: Int, rate: Float) {
    steps += 1
    step.advance(rate: rate)
    parameters.transpose()
    var parts: [ArraySlice<Int>] = []
    var at = batch.startIndex
    for k in 1...shards.count {
      let end = k == shards.count ? batch.endIndex : batch.startIndex + batch.count * k / shards.count
      parts.append(batch[at..<end])
      at = end
    }
    nonisolated(unsafe) let me = self
    let chosen = parts
    let share = 1 / Float(words)
    DispatchQueue.concurrentPerform(iterations: shards.count) { k in
      var random = SeededRandom(me.settings.seed, UInt64(me.steps), UInt64(k))
      me.shards[k].run(
        me.corpus, chosen[k], me.parameters, dropout: me.settings.dropout, random: &random, share: share)
    }
    let pieces = 4
    DispatchQueue.concurrentPerform(iterations: updates.count + pieces) { k in
      if k < me.updates.count {
        me.updates[k].run(me.shards, me.parameters, me.step)
      } else {
        me.update(piece: k - me.updates.count, of: pieces)
      }
    }
  }

  private func update(piece: Int, of pieces: Int) {
    let count = parameters.layout.count
    let from = count * piece / pieces / 16 * 16
    let to = piece == pieces - 1 ? count : count * (piece + 1) / pieces / 16 * 16
    let sum = shards[0].gradient.start + from
    for shard in shards.dropFirst() { quipu_add(shard.gradient.start + from, sum, to - from) }
    quipu_adam(
      parameters.weights.start + from, sum, parameters.first.start + from, parameters.second.start + from, to - from,
      step.rate, step.correction, 7.9)
  }

  /// Stands where so many steps have been made.
  func resume(steps: Int) {
    self.steps = steps
    step = AdamStep()
    for _ in 0..<steps { step.advance(rate: 0) }
  }
}
