import CKernels
import QuipuLanguage

/// Part of a batch: goes forward and back through the parser with a gradient of its own. Scratch memory of one thread
/// at a time.
final class ParserShard: NetworkShard {
  struct Dropout: Sendable {
    var input: Float = 0.3
    var layers: Float = 0.3
    var projection: Float = 0.3
    /// A word seen n times is hidden with probability words / (words + n).
    var words: Float = 0.7
    var tags: Float = 0.03

    /// All that the result depends on.
    var numbers: [UInt64] { [input, layers, projection, words, tags].map { UInt64($0.bitPattern) } }
  }

  let encoder: EncoderShard
  let gradient: FloatBuffer
  private(set) var totals = NetworkTotals()
  /// Tokens whose head is right.
  private(set) var arcsRight = 0

  private let corpus: ParserCorpus
  private let shape: ParserShape
  private let layout: ParserLayout
  private let dropout: Dropout
  private let masks = FloatBuffer(0)
  private let projected = FloatBuffer(0)
  private let projectedGradient = FloatBuffer(0)
  private let arcs: ArcLoss
  private let relations: RelationLoss

  init(_ corpus: ParserCorpus, _ layout: ParserLayout, vectors: VectorRows, dropout: Dropout) {
    (self.corpus, self.layout, self.dropout) = (corpus, layout, dropout)
    shape = layout.shape
    gradient = FloatBuffer(layout.places.count)
    encoder = EncoderShard(shape.encoder, layout.encoder, ParserFeatures.self, vectors: vectors)
    arcs = ArcLoss(shape)
    relations = RelationLoss(layout)
  }

  func learn(_ chosen: ArraySlice<Int>, _ parameters: NetworkParameters, random: inout SeededRandom, share: Float) {
    run(chosen, parameters, learns: true, random: &random, share: share)
  }

  /// Loss, and gradients if it learns; otherwise nothing is left out.
  func run(
    _ chosen: ArraySlice<Int>, _ parameters: NetworkParameters, learns: Bool, random: inout SeededRandom, share: Float
  ) {
    (totals, arcsRight) = (NetworkTotals(), 0)
    if learns { gradient.clear() }
    gather(chosen, learns, &random)
    guard encoder.count > 0 else { return }
    let output = encoder.forward(
      parameters, learns ? (input: dropout.input, layers: dropout.layers) : nil, random: &random)
    project(output, parameters, learns, &random)
    score(chosen, parameters, learns: learns, share: share)
    if learns { backward(parameters) }
  }

  private func gather(_ chosen: ArraySlice<Int>, _ learns: Bool, _ random: inout SeededRandom) {
    encoder.begin()
    for s in chosen {
      let tokens = corpus.sentences[s]
      let first = encoder.add(
        corpus.rows[tokens.lowerBound * ParserFeatures.count..<tokens.upperBound * ParserFeatures.count],
        corpus.codes[tokens])
      guard learns else { continue }
      for t in tokens {
        let own = first + t - tokens.lowerBound
        if random.unit() * (dropout.words + Float(corpus.frequency[t])) < dropout.words { encoder.hide(0, of: own) }
        if random.unit() < dropout.tags {
          for table in ParserFeatures.tagTables { encoder.hide(table, of: own) }
        }
      }
    }
  }

  /// Columns of the projection that dropout leaves out some of.
  private var maskedColumns: Int { shape.projection - ArcDistance.columns }

  private func project(
    _ output: UnsafePointer<Float>, _ parameters: NetworkParameters, _ learns: Bool, _ random: inout SeededRandom
  ) {
    let out = projected.reserve(encoder.count * shape.projection)
    parameters.multiply(output, count: encoder.count, layout.projection, layout.projectionBias, into: out)
    for t in 0..<encoder.count {
      let row = out + t * shape.projection
      for j in 0..<shape.arc { row[j] = min(max(row[j], 0), 8) }
    }
    guard learns else { return }
    encoder.mask(
      out, width: maskedColumns, step: shape.projection, dropout.projection, &random,
      into: masks.reserve(encoder.sentences.count * maskedColumns))
  }

  private func score(_ chosen: ArraySlice<Int>, _ parameters: NetworkParameters, learns: Bool, share: Float) {
    let rows = projected.start
    let back = projectedGradient.reserve(encoder.count * shape.projection)
    if learns { back.update(repeating: 0, count: encoder.count * shape.projection) }
    relations.begin(encoder.count)
    for (s, sentence) in zip(chosen, encoder.sentences) {
      let tokens = corpus.sentences[s]
      corpus.heads.withUnsafeBufferPointer { heads in
        let gold = UnsafeBufferPointer(rebasing: heads[tokens])
        let here = rows + sentence.lowerBound * shape.projection
        totals.loss += Double(
          arcs.run(
            here, gold, root: parameters.weights.start + layout.rootArc.offset,
            back: learns ? back + sentence.lowerBound * shape.projection : nil,
            rootBack: gradient.start + layout.rootArc.offset, share: share))
        arcsRight += arcs.right
        for i in 0..<tokens.count {
          relations.add(
            dependent: sentence.lowerBound + i, head: gold[i] < 0 ? -1 : sentence.lowerBound + Int(gold[i]),
            relation: Int(corpus.relations[tokens.lowerBound + i]), isArcRight: arcs.isRight(i))
        }
      }
    }
    totals.loss += Double(
      relations.run(rows, parameters, back: learns ? back : nil, gradient: gradient.start, share: share))
    (totals.right, totals.total) = (relations.right, encoder.count)
  }

  private func backward(_ parameters: NetworkParameters) {
    let back = projectedGradient.start
    encoder.unmask(back, width: maskedColumns, step: shape.projection, masks: masks.start)
    for t in 0..<encoder.count {
      let (row, d) = (projected.start + t * shape.projection, back + t * shape.projection)
      for j in 0..<shape.arc where !(row[j] > 0 && row[j] < 8) { d[j] = 0 }
    }
    encoder.backward(
      from: back, through: layout.projection, layout.projectionBias, parameters, gradient: gradient.start)
  }
}
