import CKernels
import Dispatch
import QuipuLanguage

/// A network's part of a batch: loss and gradients of some sentences.
protocol NetworkShard: AnyObject {
  var encoder: EncoderShard { get }
  /// Of all weights but the embeddings, after `learn`.
  var gradient: FloatBuffer { get }
  /// What was counted by the last `learn`.
  var totals: NetworkTotals { get }
  /// Goes forward and back for the sentences of the given numbers. Losses count times `share`.
  func learn(_ chosen: ArraySlice<Int>, _ parameters: NetworkParameters, random: inout SeededRandom, share: Float)
}

struct NetworkTotals {
  var loss = 0.0
  var right = 0
  var total = 0

  static func += (sum: inout NetworkTotals, other: NetworkTotals) {
    sum.loss += other.loss
    sum.right += other.right
    sum.total += other.total
  }
}

/// Learns by Adam over batches of sentences, one epoch after the other. Gradients of four parts of a batch are made on as
/// many threads as there are and added in one order: the same bytes on however many.
final class NetworkLearner<Shard: NetworkShard> {
  struct Settings: Sendable {
    var seed: UInt64 = 1
    var epochs = 1
    /// Words of a batch.
    var batch = 800
    var rate: Float = 0.003

    /// All that the result depends on.
    var numbers: [UInt64] { [seed, UInt64(epochs), UInt64(batch), UInt64(rate.bitPattern)] }
  }

  /// Parts of a batch that have gradients of their own, whatever the number of threads.
  static var shardCount: Int { 4 }

  let parameters: NetworkParameters
  let settings: Settings
  /// Words of each sentence.
  private let lengths: [Int]
  private let wordCount: Int
  private let shards: [Shard]
  private let updates: [EmbeddingUpdate]
  private var step = AdamStep()
  private(set) var steps = 0

  init(_ parameters: NetworkParameters, lengths: [Int], settings: Settings, shard: () -> Shard) {
    self.parameters = parameters
    self.lengths = lengths
    self.settings = settings
    wordCount = lengths.reduce(0, +)
    shards = (0..<NetworkLearner.shardCount).map { _ in shard() }
    updates = parameters.tables.indices.map { EmbeddingUpdate(feature: $0, tables: parameters.tables) }
  }

  func epoch(_ number: Int) -> NetworkTotals {
    let order = SeededOrder.indexes(count: lengths.count, seed: settings.seed, epoch: number)
    var totals = NetworkTotals()
    let total = wordCount * settings.epochs
    var (at, seen) = (0, number * wordCount)
    while at < order.count {
      var (end, words) = (at, 0)
      while end < order.count && words < settings.batch {
        words += lengths[order[end]]
        end += 1
      }
      learn(order[at..<end], words: words, rate: settings.rate * share(from: seen, to: seen + words, of: total))
      for shard in shards { totals += shard.totals }
      seen += words
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
      me.shards[k].learn(chosen[k], me.parameters, random: &random, share: share)
    }
    let pieces = 4
    DispatchQueue.concurrentPerform(iterations: updates.count + pieces) { k in
      if k < me.updates.count {
        me.updates[k].run(me.shards.map(\.encoder), me.parameters, me.step)
      } else {
        me.update(piece: k - me.updates.count, of: pieces)
      }
    }
  }

  private func update(piece: Int, of pieces: Int) {
    let count = parameters.count
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
