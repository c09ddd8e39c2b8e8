import CKernels
import QuipuLanguage

/// The encoder's part of a batch: goes forward and back through embeddings and recurrent layers. Scratch memory of one
/// thread at a time.
final class EncoderShard {
  let shape: EncoderShape
  let features: Int
  private let blocks: EncoderBlocks
  private let vectorRows: VectorRows
  private let vectorTable: Int
  /// With respect to the sums of embeddings.
  let inputGradient = FloatBuffer(0)
  /// Rows of embeddings that were summed, `UInt32.max` where one was hidden.
  private(set) var rows: [UInt32] = []
  private(set) var sentences: [Range<Int>] = []
  private(set) var count = 0

  private var codes: [WordCode] = []
  private let vectors = FloatBuffer(0)
  private let sums = FloatBuffer(0)
  private let masks = FloatBuffer(0)
  private let inputs: [FloatBuffer]
  private let gates: [FloatBuffer]
  private let states: [FloatBuffer]
  private let gatesGradient = FloatBuffer(0)
  private let layerGradient = FloatBuffer(0)
  private let nextGradient = FloatBuffer(0)
  private let highwayGradient = FloatBuffer(0)
  private let carry: FloatBuffer

  init<Features: EmbeddedFeatures>(
    _ shape: EncoderShape, _ blocks: EncoderBlocks, _ features: Features.Type, vectors: VectorRows
  ) {
    (self.shape, self.blocks, vectorRows) = (shape, blocks, vectors)
    (self.features, vectorTable) = (Features.count, Features.vectorTable)
    inputs = (0...shape.layers).map { _ in FloatBuffer(0) }
    gates = (0..<shape.layers).map { _ in FloatBuffer(0) }
    states = (0..<shape.layers).map { _ in FloatBuffer(0) }
    carry = FloatBuffer(shape.hidden)
  }

  /// Forgets the sentences of the batch before.
  func begin() {
    rows.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    count = 0
  }

  /// Adds a sentence by the rows and vectors of its tokens; the number of its first token is returned, for those who
  /// hide some.
  func add(_ sentence: ArraySlice<UInt32>, _ vectors: ArraySlice<WordCode>) -> Int {
    let (start, tokens) = (count, sentence.count / features)
    codes.append(contentsOf: vectors)
    sentences.append(count..<count + tokens)
    count += tokens
    rows.append(contentsOf: sentence)
    // What clusters and codes say comes from the vectors themselves.
    for t in start..<count {
      for table in vectorTable + 3..<vectorTable + 3 + WordCode.codeCount { hide(table, of: t) }
    }
    return start
  }

  /// Leaves out what a table says of a token.
  func hide(_ table: Int, of token: Int) { rows[token * features + table] = .max }

  func hideVector(of token: Int) {
    codes[token] = .none
    for table in vectorTable..<vectorTable + 3 { hide(table, of: token) }
  }

  /// The output of the last layer, a row for each token. `dropout`, of input and layers, is nil where nothing is learnt.
  func forward(
    _ parameters: NetworkParameters, _ dropout: (input: Float, layers: Float)?, random: inout SeededRandom
  ) -> UnsafePointer<Float> {
    embed(parameters)
    let input = inputs[0].start
    let masks = masks.reserve(sentences.count * (shape.input + shape.layers * shape.output))
    if let dropout { mask(input, width: shape.input, step: shape.input, dropout.input, &random, into: masks) }
    for layer in 0..<shape.layers {
      forward(layer, parameters)
      if let dropout {
        mask(
          inputs[layer + 1].start, width: shape.output, step: shape.output, dropout.layers, &random,
          into: masks + maskStart(layer + 1))
      }
    }
    return UnsafePointer(inputs[shape.layers].start)
  }

  private func embed(_ parameters: NetworkParameters) {
    let sums = sums.reserve(count * shape.input)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: features) { list in
      guard let base = list.baseAddress else { return }
      for t in 0..<count {
        var n = 0
        for f in 0..<features where rows[t * features + f] != .max {
          base[n] = rows[t * features + f]
          n += 1
        }
        quipu_sum_rows(parameters.embeddings.start, base, n, shape.input, sums + t * shape.input)
      }
    }
    let (vectors, width) = (vectors.reserve(count * VectorRows.width), VectorRows.width)
    vectorRows.write(codes, into: vectors)
    quipu_multiply(
      vectors, width, 1, parameters.weights.start + blocks.vectors.offset, shape.input, sums, shape.input, count,
      shape.input, width, 1)
    quipu_squash(sums, inputs[0].reserve(count * shape.input), count * shape.input)
  }

  /// A mask for the rows of each sentence: 0, or what makes up for it.
  func mask(
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

  func unmask(_ values: UnsafeMutablePointer<Float>, width: Int, step: Int, masks: UnsafePointer<Float>) {
    for (s, sentence) in sentences.enumerated() {
      for t in sentence { quipu_scale_by(masks + s * width, values + t * step, width) }
    }
  }

  private func maskStart(_ layer: Int) -> Int {
    layer == 0 ? 0 : sentences.count * (shape.input + (layer - 1) * shape.output)
  }

  private func forward(_ layer: Int, _ parameters: NetworkParameters) {
    let place = blocks.layers[layer]
    let width = shape.width(ofInputTo: layer)
    let input = inputs[layer].start
    let gates = gates[layer].reserve(count * shape.gates)
    let state = states[layer].reserve(count * shape.output)
    let output = inputs[layer + 1].reserve(count * shape.output)
    parameters.multiply(input, count: count, place.weights, place.bias, into: gates)
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

  /// Goes back from the gradient of the matrix `out` that was projected from the last layer: adds to `gradient`, and
  /// leaves that of the sums of embeddings in `inputGradient`.
  func backward(
    from out: UnsafePointer<Float>, through w: ParameterBlock, _ b: ParameterBlock, _ parameters: NetworkParameters,
    gradient: UnsafeMutablePointer<Float>
  ) {
    var dOut = layerGradient.reserve(count * max(shape.output, shape.input))
    var dIn = nextGradient.reserve(count * max(shape.output, shape.input))
    parameters.multiplyBack(inputs[shape.layers].start, out, count: count, w, b, gradient: gradient, into: dOut)
    for layer in (0..<shape.layers).reversed() {
      unmask(dOut, width: shape.output, step: shape.output, masks: masks.start + maskStart(layer + 1))
      backward(layer, parameters, dOut, gradient, into: dIn)
      swap(&dOut, &dIn)
    }
    unmask(dOut, width: shape.input, step: shape.input, masks: masks.start)
    quipu_squash_gradient(sums.start, dOut, count * shape.input)
    let back = inputGradient.reserve(count * shape.input)
    back.update(from: dOut, count: count * shape.input)
    let width = VectorRows.width
    quipu_multiply(
      vectors.start, 1, width, back, shape.input, gradient + blocks.vectors.offset, shape.input, width, shape.input,
      count, 1)
  }

  private func backward(
    _ layer: Int, _ parameters: NetworkParameters, _ dOut: UnsafePointer<Float>,
    _ gradient: UnsafeMutablePointer<Float>, into dIn: UnsafeMutablePointer<Float>
  ) {
    let place = blocks.layers[layer]
    let width = shape.width(ofInputTo: layer)
    let (input, gates, state) = (inputs[layer].start, gates[layer].start, states[layer].start)
    let du = gatesGradient.reserve(count * shape.gates)
    let highway = width == shape.output ? highwayGradient.reserve(count * width) : nil
    highway?.update(repeating: 0, count: count * width)
    let v = parameters.weights.start + place.state.offset
    let dv = gradient + place.state.offset
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
    parameters.multiplyBack(input, du, count: count, place.weights, place.bias, gradient: gradient, into: dIn)
    if let highway { quipu_add(highway, dIn, count * width) }
  }
}
