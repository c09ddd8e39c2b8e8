import CKernels
import QuipuLanguage

/// Adam on the rows of one table of embeddings that a batch touched. Others keep still, moments and all.
final class EmbeddingUpdate {
  private let feature: Int
  private let base: Int
  private var slots: [Int32]
  private var touched: [UInt32] = []
  private let gradient = FloatBuffer(0)

  init(feature: Int) {
    self.feature = feature
    base = ParserFeatures.tables[..<feature].reduce(0, +)
    slots = [Int32](repeating: -1, count: ParserFeatures.tables[feature])
  }

  /// The gradients of a row are added in the order of the tokens, so that threads don't matter.
  func run(_ shards: [ParserShard], _ parameters: ParserParameters, _ step: AdamStep) {
    let width = parameters.layout.shape.input
    let total = shards.reduce(0) { $0 + $1.count }
    let sums = gradient.reserve(total * width)
    for shard in shards {
      for t in 0..<shard.count {
        let row = shard.rows[t * ParserFeatures.count + feature]
        guard row != .max else { continue }
        let from = shard.inputGradient.start + t * width
        let slot = Int(slots[Int(row) - base])
        if slot >= 0 {
          quipu_add(from, sums + slot * width, width)
        } else {
          slots[Int(row) - base] = Int32(touched.count)
          (sums + touched.count * width).update(from: from, count: width)
          touched.append(row)
        }
      }
    }
    for (slot, row) in touched.enumerated() {
      let at = Int(row) * width
      quipu_adam(
        parameters.embeddings.start + at, sums + slot * width, parameters.embeddingsFirst.start + at,
        parameters.embeddingsSecond.start + at, width, step.rate, step.correction, 1.98)
      slots[Int(row) - base] = -1
    }
    touched.removeAll(keepingCapacity: true)
  }
}

/// The factors of one step of Adam, with its corrections for the beginning.
struct AdamStep {
  private var firstDecay: Float = 1
  private var secondDecay: Float = 1
  private(set) var rate: Float = 0
  private(set) var correction: Float = 1

  mutating func advance(rate: Float) {
    firstDecay *= 0.9
    secondDecay *= 0.98
    self.rate = rate / (1 - firstDecay)
    correction = (1 / (1 - secondDecay)).squareRoot()
  }
}
