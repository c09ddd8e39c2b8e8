import CKernels
import QuipuLanguage
import QuipuTestSupport
import Testing

@testable import QuipuTraining

/// Gradients against differences of the loss.
@Suite struct GradientTests {
  private static let shape = ParserShape(input: 16, hidden: 16, layers: 3, arc: 16, relation: 16)

  private func corpus() throws -> ParserCorpus {
    let sentences = try TinyTrees.read()
    let model = try TinyVectors.model(TinyTreebank.model())
    return ParserCorpus(
      sentences, corpus: TrainingCorpus(sentences, vocabulary: try Vocabulary(model)),
      centroids: try WordCentroids(model))
  }

  /// Parameters that are all far enough from zero to matter.
  private func parameters() -> ParserParameters {
    let parameters = ParserParameters(GradientTests.shape, seed: 3)
    var random = SplitMix64(seed: 8)
    for i in 0..<parameters.weights.count {
      parameters.weights.start[i] += Float.random(in: -0.3...0.3, using: &random)
    }
    for i in 0..<parameters.embeddings.count {
      parameters.embeddings.start[i] = Float.random(in: -0.3...0.3, using: &random)
    }
    parameters.transpose()
    return parameters
  }

  private static let nothingLeftOut = ParserShard.Dropout(input: 0, layers: 0, projection: 0, words: 0, tags: 0)

  private func run(_ shard: ParserShard, _ corpus: ParserCorpus, _ parameters: ParserParameters) -> Double {
    var random = SeededRandom(1)
    parameters.transpose()
    shard.run(
      corpus, corpus.sentences.indices[...].map { $0 }[...], parameters, dropout: GradientTests.nothingLeftOut,
      random: &random, share: 1)
    return shard.loss
  }

  /// The slope of the loss along one number, by its values a little before and behind.
  private func slope(
    _ place: UnsafeMutablePointer<Float>, _ corpus: ParserCorpus, _ parameters: ParserParameters, _ shard: ParserShard
  ) -> Double {
    let value = place.pointee
    let step: Float = 0.004
    place.pointee = value + step
    let above = run(shard, corpus, parameters)
    place.pointee = value - step
    let below = run(shard, corpus, parameters)
    place.pointee = value
    return (above - below) / Double(2 * step)
  }

  private func expectClose(_ gradient: Float, _ slope: Double, _ what: String) {
    // Kinks of the activations and rounding in 32 bits leave a little.
    #expect(abs(Double(gradient) - slope) <= 0.02 + 0.05 * abs(slope), "\(what): \(gradient), not \(slope)")
  }

  @Test func everyKindOfWeightHasItsGradient() throws {
    let (corpus, parameters) = (try corpus(), parameters())
    let (shard, other) = (ParserShard(parameters.layout), ParserShard(parameters.layout))
    _ = run(shard, corpus, parameters)
    let layout = parameters.layout
    var blocks: [(String, ParameterBlock)] = [
      ("projection", layout.projection), ("projection bias", layout.projectionBias), ("root arc", layout.rootArc),
      ("root relation", layout.rootRelation), ("relations", layout.relations), ("relation bias", layout.relationBias),
      ("distances", layout.distances), ("vectors", layout.vectors),
    ]
    for (k, layer) in layout.layers.enumerated() {
      blocks += [("layer \(k)", layer.weights), ("bias \(k)", layer.bias), ("state \(k)", layer.state)]
    }
    var random = SplitMix64(seed: 5)
    var moved = 0
    for (name, block) in blocks {
      for _ in 0..<6 {
        let index = block.offset + Int.random(in: 0..<block.count, using: &random)
        let slope = slope(parameters.weights.start + index, corpus, parameters, other)
        expectClose(shard.gradient.start[index], slope, "\(name) \(index - block.offset)")
        if abs(slope) > 0.05 { moved += 1 }
      }
    }
    #expect(moved > 30)
  }

  @Test func embeddingsHaveTheirs() throws {
    let (corpus, parameters) = (try corpus(), parameters())
    let (shard, other) = (ParserShard(parameters.layout), ParserShard(parameters.layout))
    _ = run(shard, corpus, parameters)
    let width = GradientTests.shape.input
    // The row of the first token's word: its gradient is the sum over all tokens with that word.
    let row = Int(corpus.rows[0])
    for j in 0..<4 {
      var sum: Float = 0
      for t in 0..<shard.count where Int(shard.rows[t * ParserFeatures.count]) == row {
        sum += shard.inputGradient.start[t * width + j]
      }
      expectClose(
        sum, slope(parameters.embeddings.start + row * width + j, corpus, parameters, other), "embedding \(j)")
    }
  }

  /// A shard's gradient is that of its sentences: two halves add up to the whole.
  @Test func shardsAddUp() throws {
    let (corpus, parameters) = (try corpus(), parameters())
    let whole = ParserShard(parameters.layout)
    let loss = run(whole, corpus, parameters)
    var (sum, losses) = ([Float](repeating: 0, count: parameters.layout.count), 0.0)
    for part in [0..<4, 4..<corpus.sentences.count] {
      let shard = ParserShard(parameters.layout)
      var random = SeededRandom(1)
      shard.run(
        corpus, Array(part)[...], parameters, dropout: GradientTests.nothingLeftOut, random: &random, share: 1)
      for i in sum.indices { sum[i] += shard.gradient.start[i] }
      losses += shard.loss
    }
    #expect(abs(losses - loss) < 1e-3)
    for i in stride(from: 0, to: sum.count, by: 97) { #expect(abs(sum[i] - whole.gradient.start[i]) < 1e-3) }
  }
}
