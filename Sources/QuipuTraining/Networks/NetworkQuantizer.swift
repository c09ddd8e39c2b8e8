import QuipuLanguage

/// Makes the sections of a model file from the weights that were learnt. Only plain arithmetic of IEEE 754: the same
/// bytes on every machine.
struct NetworkQuantizer {
  /// All weights but the embeddings.
  let weights: UnsafePointer<Float>

  /// The sections `name.embeddings` and `name.layer0…` of an encoder.
  func add<Features: EmbeddedFeatures>(
    _ shape: EncoderShape, _ blocks: EncoderBlocks, _ features: Features.Type, embeddings: FloatBuffer,
    vectors: VectorRows, named name: String, to builder: inout ModelFileBuilder
  ) {
    let folded = FloatBuffer(embeddings.count)
    folded.start.update(from: embeddings.start, count: embeddings.count)
    vectors.fold(
      weights + blocks.vectors.offset, width: shape.input, tables: Features.tables,
      vectorTable: Features.vectorTable, into: folded)
    let table = UnsafeBufferPointer(start: folded.start, count: folded.count)
    builder.add(name + ".embeddings", integers: table.map { fixed($0, 64, Int8.self) }, columns: shape.input)
    for (number, layer) in blocks.layers.enumerated() {
      // Gates are in units of 2^-12.
      add(layer.weights, layer.bias, named: "\(name).layer\(number)", unit: 4096, to: &builder)
      builder.add(
        "\(name).layer\(number).state", integers: numbers(layer.state, 4096, Int16.self), columns: shape.hidden)
    }
  }

  /// To the nearest whole number of units, cut to what the type holds.
  func fixed<Number: FixedWidthInteger>(_ value: Float, _ unit: Float, _ type: Number.Type) -> Number {
    Number(clamping: Int((value * unit).rounded()))
  }

  func numbers<Number: FixedWidthInteger>(_ block: ParameterBlock, _ unit: Float, _ type: Number.Type) -> [Number] {
    (0..<block.count).map { fixed(weights[block.offset + $0], unit, type) }
  }

  func largest(_ block: ParameterBlock, column: Int) -> Float {
    (0..<block.rows).reduce(0) { max($0, abs(weights[block.offset + $1 * block.columns + column])) }
  }

  /// A matrix whose inputs are 128 + 127 x: one scale for each output.
  func add(
    _ block: ParameterBlock, _ bias: ParameterBlock, named name: String, unit: Float,
    to builder: inout ModelFileBuilder
  ) {
    let scales = (0..<block.columns).map { max(largest(block, column: $0), 0.05) / 127 }
    // ((sum + offset) >> 4) * factor >> shift, where a sum's unit is scale / 127.
    let most = scales.reduce(0, max) / 127 * unit * 16
    var shift = 1
    while shift < 24 && most * Float(1 << (shift + 1)) < 4096 { shift += 1 }
    var offsets: [Int32] = []
    var factors: [Int16] = []
    for (j, scale) in scales.enumerated() {
      var sum: Int32 = 0
      for i in 0..<block.rows {
        sum += Int32(fixed(weights[block.offset + i * block.columns + j], 1 / scale, Int8.self))
      }
      offsets.append(fixed(weights[bias.offset + j], 127 / scale, Int32.self) - 128 * sum + 8)
      factors.append(fixed(scale / 127 * unit * 16, Float(1 << shift), Int16.self))
    }
    builder.add(name + ".weights", integers: packed(block, scales), columns: block.rows)
    builder.add(name + ".offsets", integers: offsets)
    builder.add(name + ".factors", integers: factors)
    builder.add(name + ".shift", integers: [Int32(shift)])
  }

  /// For each sixteen outputs and each four inputs 64 bytes, output by output (`quipu_dot`).
  func packed(_ block: ParameterBlock, _ scales: [Float]) -> [Int8] {
    var result: [Int8] = []
    result.reserveCapacity(block.count)
    for j in stride(from: 0, to: block.columns, by: 16) {
      for i in stride(from: 0, to: block.rows, by: 4) {
        for k in 0..<64 {
          let (row, column) = (i + k % 4, j + k / 4)
          result.append(fixed(weights[block.offset + row * block.columns + column], 1 / scales[column], Int8.self))
        }
      }
    }
    return result
  }
}
