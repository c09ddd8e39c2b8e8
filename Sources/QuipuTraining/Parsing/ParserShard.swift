import CKernels
import QuipuLanguage

/// Part of a batch: goes forward and back through the network with a gradient of its own. Scratch memory of one thread
/// at a time.
final class ParserShard {
  struct Dropout: Sendable {
    var input: Float = 0.3
    var layers: Float = 0.3
    var projection: Float = 0.3
    /// A word seen n times is hidden with probability words / (words + n).
    var words: Float = 0.7
    var tags: Float = 0.03
  }

  let shape: ParserShape
  let layout: ParserLayout
  let gradient: FloatBuffer
  /// With respect to the sums of embeddings.
  let inputGradient = FloatBuffer(0)
  /// Rows of embeddings that were summed, `UInt32.max` where one was hidden.
  private(set) var rows: [UInt32] = []
  private(set) var sentences: [Range<Int>] = []
  private(set) var count = 0
  var loss: Double = 0
  var arcsRight = 0
  var bothRight = 0

  private let vectors = FloatBuffer(0)
  private let sums = FloatBuffer(0)
  private let masks = FloatBuffer(0)
  private let inputs: [FloatBuffer]
  private let gates: [FloatBuffer]
  private let states: [FloatBuffer]
  private let projected = FloatBuffer(0)
  private let projectedGradient = FloatBuffer(0)
  private let gatesGradient = FloatBuffer(0)
  private let layerGradient = FloatBuffer(0)
  private let nextGradient = FloatBuffer(0)
  private let carry: FloatBuffer
  private let arcs: ArcLoss
  private let relations: RelationLoss

  init(_ layout: ParserLayout) {
    self.layout = layout
    shape = layout.shape
    gradient = FloatBuffer(layout.count)
    inputs = (0...shape.layers).map { _ in FloatBuffer(0) }
    gates = (0..<shape.layers).map { _ in FloatBuffer(0) }
    states = (0..<shape.layers).map { _ in FloatBuffer(0) }
    carry = FloatBuffer(shape.hidden)
    arcs = ArcLoss(shape)
    relations = RelationLoss(layout)
  }

  /// Loss, and gradients unless `dropout` is nil: then nothing is learnt and nothing left out.
  func run(
    _ corpus: ParserCorpus, _ chosen: ArraySlice<Int>, _ parameters: ParserParameters, dropout: Dropout?,
    random: inout SeededRandom, share: Float
  ) {
    (loss, arcsRight, bothRight) = (0, 0, 0)
    if dropout != nil { gradient.clear() }
    gather(corpus, chosen, dropout, &random)
    guard count > 0 else { return }
    gatherVectors(corpus, chosen)
    forward(parameters, dropout, &random)
    score(corpus, chosen, parameters, learns: dropout != nil, share: share)
    if dropout != nil { backward(parameters) }
  }

  private func gather(
    _ corpus: ParserCorpus, _ chosen: ArraySlice<Int>, _ dropout: Dropout?, _ random: inout SeededRandom
  ) {
    rows.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    count = 0
    for s in chosen {
      let tokens = corpus.sentences[s]
      sentences.append(count..<count + tokens.count)
      count += tokens.count
      rows.append(
        contentsOf: corpus.rows[tokens.lowerBound * ParserFeatures.count..<tokens.upperBound * ParserFeatures.count])
      guard let dropout else { continue }
      for t in tokens {
        let at = rows.count - (tokens.upperBound - t) * ParserFeatures.count
        if random.unit() * (dropout.words + Float(corpus.frequency[t])) < dropout.words { rows[at] = .max }
        if random.unit() < dropout.tags {
          for table in ParserFeatures.tagTables { rows[at + table] = .max }
        }
      }
    }
  }

  /// A row for each token: zeros for words without a vector.
  private func gatherVectors(_ corpus: ParserCorpus, _ chosen: ArraySlice<Int>) {
    let vectors = vectors.reserve(count * WordCentroids.width)
    vectors.update(repeating: 0, count: count * WordCentroids.width)
    guard let centroids = corpus.centroids else { return }
    for (s, sentence) in zip(chosen, sentences) {
      for (t, code) in zip(sentence, corpus.vectors[corpus.sentences[s]]) {
        centroids.add(code, to: vectors + t * WordCentroids.width)
      }
    }
  }

  /// A mask for the rows of each sentence: 0, or what makes up for it.
  private func mask(
    _ values: UnsafeMutablePointer<Float>, width: Int, step: Int, _ rate: Float, _ random: inout SeededRandom,
    into masks: UnsafeMutablePointer<Float>
  ) {
    let kept = 1 / (1 - rate)
    for (s, sentence) in sentences.enumerated() {
      let mask = masks + s * width
      for j in 0..<width { mask[j] = random.unit() < rate ? 0 : kept }
      for t in sentence { quipu_scale_by(mask, values + t * step, width) }
    }
  }

  private func unmask(_ values: UnsafeMutablePointer<Float>, width: Int, step: Int, masks: UnsafePointer<Float>) {
    for (s, sentence) in sentences.enumerated() {
      for t in sentence { quipu_scale_by(masks + s * width, values + t * step, width) }
    }
  }

  private var maskWidth: Int { shape.input + shape.layers * shape.output + shape.projection }

  private func maskStart(_ layer: Int) -> Int {
    layer == 0 ? 0 : sentences.count * (shape.input + (layer - 1) * shape.output)
  }

  private func forward(_ parameters: ParserParameters, _ dropout: Dropout?, _ random: inout SeededRandom) {
    let sums = sums.reserve(count * shape.input)
    let masks = masks.reserve(sentences.count * maskWidth)
    let input = inputs[0].reserve(count * shape.input)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: ParserFeatures.count) { list in
      guard let base = list.baseAddress else { return }
      for t in 0..<count {
        var n = 0
        for f in ParserFeatures.learntTables where rows[t * ParserFeatures.count + f] != .max {
          base[n] = rows[t * ParserFeatures.count + f]
          n += 1
        }
        quipu_sum_rows(parameters.embeddings.start, base, n, shape.input, sums + t * shape.input)
      }
    }
    quipu_multiply(
      vectors.start, WordCentroids.width, 1, parameters.weights.start + layout.vectors.offset, shape.input, sums,
      shape.input, count, shape.input, WordCentroids.width, 1)
    quipu_squash(sums, input, count * shape.input)
    if let dropout { mask(input, width: shape.input, step: shape.input, dropout.input, &random, into: masks) }
    for layer in 0..<shape.layers {
      forward(layer, parameters)
      if let dropout {
        mask(
          inputs[layer + 1].start, width: shape.output, step: shape.output, dropout.layers, &random,
          into: masks + maskStart(layer + 1))
      }
    }
    project(parameters, dropout, &random)
  }

  private func forward(_ layer: Int, _ parameters: ParserParameters) {
    let place = layout.layers[layer]
    let width = shape.width(ofInputTo: layer)
    let input = inputs[layer].start
    let gates = gates[layer].reserve(count * shape.gates)
    let state = states[layer].reserve(count * shape.output)
    let output = inputs[layer + 1].reserve(count * shape.output)
    multiply(input, parameters, place.weights, place.bias, into: gates)
    let isHighway = width == shape.output
    for sentence in sentences {
      let (from, last) = (sentence.lowerBound, sentence.upperBound - 1)
      let v = parameters.weights.start + place.state.offset
      quipu_recur(
        gates + from * shape.gates, shape.gates, v, isHighway ? input + from * width : nil,
        state + from * shape.output, output + from * shape.output, shape.output, shape.hidden, sentence.count)
      quipu_recur(
        gates + last * shape.gates + 3 * shape.hidden, -shape.gates, v + 2 * shape.hidden,
        isHighway ? input + last * width + shape.hidden : nil, state + last * shape.output + shape.hidden,
        output + last * shape.output + shape.hidden, -shape.output, shape.hidden, sentence.count)
    }
  }

  private func project(_ parameters: ParserParameters, _ dropout: Dropout?, _ random: inout SeededRandom) {
    let out = projected.reserve(count * shape.projection)
    multiply(inputs[shape.layers].start, parameters, layout.projection, layout.projectionBias, into: out)
    for t in 0..<count {
      let row = out + t * shape.projection
      for j in 0..<shape.arc { row[j] = min(max(row[j], 0), 8) }
    }
    if let dropout {
      let width = shape.projection - ArcDistance.columns
      mask(
        out, width: width, step: shape.projection, dropout.projection, &random,
        into: masks.start + maskStart(shape.layers + 1))
    }
  }

  /// out = x w + b
  private func multiply(
    _ x: UnsafePointer<Float>, _ parameters: ParserParameters, _ w: ParameterBlock, _ b: ParameterBlock,
    into out: UnsafeMutablePointer<Float>
  ) {
    let bias = parameters.weights.start + b.offset
    for t in 0..<count { (out + t * w.columns).update(from: bias, count: w.columns) }
    quipu_multiply(
      x, w.rows, 1, parameters.weights.start + w.offset, w.columns, out, w.columns, count, w.columns, w.rows, 1)
  }

  /// Adds to the gradients of w and b, and writes that of x.
  private func multiplyBack(
    _ x: UnsafePointer<Float>, _ dOut: UnsafePointer<Float>, _ parameters: ParserParameters, _ w: ParameterBlock,
    _ b: ParameterBlock, into dx: UnsafeMutablePointer<Float>
  ) {
    quipu_multiply(
      x, 1, w.rows, dOut, w.columns, gradient.start + w.offset, w.columns, w.rows, w.columns, count, 1)
    for t in 0..<count { quipu_add(dOut + t * w.columns, gradient.start + b.offset, w.columns) }
    quipu_multiply(
      dOut, w.columns, 1, parameters.transposed.start + w.offset, w.rows, dx, w.rows, count, w.rows, w.columns, 0)
  }

  private func score(
    _ corpus: ParserCorpus, _ chosen: ArraySlice<Int>, _ parameters: ParserParameters, learns: Bool, share: Float
  ) {
    let rows = projected.start
    let back = projectedGradient.reserve(count * shape.projection)
    if learns { back.update(repeating: 0, count: count * shape.projection) }
    relations.begin(count)
    for (s, sentence) in zip(chosen, sentences) {
      let tokens = corpus.sentences[s]
      corpus.heads.withUnsafeBufferPointer { heads in
        let gold = UnsafeBufferPointer(rebasing: heads[tokens])
        let here = rows + sentence.lowerBound * shape.projection
        loss += Double(
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
    loss += Double(
      relations.run(rows, parameters, back: learns ? back : nil, gradient: gradient.start, share: share))
    bothRight = relations.right
  }

  private func backward(_ parameters: ParserParameters) {
    let back = projectedGradient.start
    unmask(
      back, width: shape.projection - ArcDistance.columns, step: shape.projection,
      masks: masks.start + maskStart(shape.layers + 1))
    for t in 0..<count {
      let (row, d) = (projected.start + t * shape.projection, back + t * shape.projection)
      for j in 0..<shape.arc where !(row[j] > 0 && row[j] < 8) { d[j] = 0 }
    }
    var dOut = layerGradient.reserve(count * max(shape.output, shape.input))
    var dIn = nextGradient.reserve(count * max(shape.output, shape.input))
    multiplyBack(inputs[shape.layers].start, back, parameters, layout.projection, layout.projectionBias, into: dOut)
    for layer in (0..<shape.layers).reversed() {
      unmask(dOut, width: shape.output, step: shape.output, masks: masks.start + maskStart(layer + 1))
      backward(layer, parameters, dOut, into: dIn)
      swap(&dOut, &dIn)
    }
    unmask(dOut, width: shape.input, step: shape.input, masks: masks.start)
    quipu_squash_gradient(sums.start, dOut, count * shape.input)
    let sumsBack = inputGradient.reserve(count * shape.input)
    sumsBack.update(from: dOut, count: count * shape.input)
    quipu_multiply(
      vectors.start, 1, WordCentroids.width, sumsBack, shape.input, gradient.start + layout.vectors.offset, shape.input,
      WordCentroids.width, shape.input, count, 1)
  }

  private func backward(
    _ layer: Int, _ parameters: ParserParameters, _ dOut: UnsafePointer<Float>, into dIn: UnsafeMutablePointer<Float>
  ) {
    let place = layout.layers[layer]
    let width = shape.width(ofInputTo: layer)
    let (input, gates, state) = (inputs[layer].start, gates[layer].start, states[layer].start)
    let du = gatesGradient.reserve(count * shape.gates)
    let highway = width == shape.output ? highwayGradient.reserve(count * width) : nil
    highway?.update(repeating: 0, count: count * width)
    let v = parameters.weights.start + place.state.offset
    let dv = gradient.start + place.state.offset
    let h = shape.hidden
    for sentence in sentences {
      let (from, last) = (sentence.lowerBound, sentence.upperBound - 1)
      quipu_recur_gradient(
        gates + from * shape.gates, shape.gates, v, highway == nil ? nil : input + from * width,
        state + from * shape.output, shape.output, dOut + from * shape.output, du + from * shape.gates, dv,
        highway.map { $0 + from * width }, carry.start, h, sentence.count)
      quipu_recur_gradient(
        gates + last * shape.gates + 3 * h, -shape.gates, v + 2 * h, highway == nil ? nil : input + last * width + h,
        state + last * shape.output + h, -shape.output, dOut + last * shape.output + h,
        du + last * shape.gates + 3 * h, dv + 2 * h, highway.map { $0 + last * width + h }, carry.start, h,
        sentence.count)
    }
    multiplyBack(input, du, parameters, place.weights, place.bias, into: dIn)
    if let highway { quipu_add(highway, dIn, count * width) }
  }

  private let highwayGradient = FloatBuffer(0)
}
