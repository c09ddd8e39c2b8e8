import QuipuLanguage

/// Makes the sections of a model file from the weights that were learnt. Only plain arithmetic of IEEE 754: the same
/// bytes on every machine.
struct ParserQuantizer {
  let parameters: ParserParameters
  let centroids: WordCentroids?

  private var weights: UnsafePointer<Float> { UnsafePointer(parameters.weights.start) }

  func add(to builder: inout ModelFileBuilder) {
    let layout = parameters.layout
    let shape = layout.shape
    builder.add("parser.shape", integers: shape.numbers)
    let embeddings = embeddings()
    let rows = UnsafeBufferPointer(start: embeddings.start, count: embeddings.count)
    builder.add("parser.embeddings", integers: rows.map { fixed($0, 64, Int8.self) }, columns: shape.input)
    for (number, layer) in layout.layers.enumerated() {
      // Gates are in units of 2^-12.
      add(layer.weights, layer.bias, named: "parser.layer\(number)", unit: 4096, to: &builder)
      builder.add(
        "parser.layer\(number).state", integers: numbers(layer.state, 4096, Int16.self), columns: shape.hidden)
    }
    // Of the projection of 2^-8.
    add(layout.projection, layout.projectionBias, named: "parser.projection", unit: 256, to: &builder)
    builder.add("parser.root.arc", integers: numbers(layout.rootArc, 256, Int16.self))
    builder.add("parser.root.relation", integers: numbers(layout.rootRelation, 256, Int16.self))
    builder.add("parser.distances", integers: numbers(layout.distances, 256, Int16.self), columns: shape.relation)
    addRelations(to: &builder)
  }

  /// The rows that were learnt, and to those of clusters and codes what the matrix of vectors makes of their centroids:
  /// sums of embeddings are then what was learnt from sums of centroids.
  private func embeddings() -> FloatBuffer {
    let (width, matrix) = (parameters.layout.shape.input, weights + parameters.layout.vectors.offset)
    let embeddings = FloatBuffer(parameters.embeddings.count)
    embeddings.start.update(from: parameters.embeddings.start, count: embeddings.count)
    guard let centroids else { return embeddings }
    let centroid = FloatBuffer(WordCentroids.width)
    var out = embeddings.start + ParserFeatures.tables[..<ParserFeatures.vectorTables.lowerBound].reduce(0, +) * width
    for (stage, table) in ParserFeatures.vectorTables.enumerated() {
      for number in 0..<ParserFeatures.tables[table] {
        centroid.clear()
        centroids.add(row: WordCentroids.row(stage: stage, number), to: centroid.start)
        for j in 0..<WordCentroids.width {
          for k in 0..<width { out[k] += centroid.start[j] * matrix[j * width + k] }
        }
        out += width
      }
    }
    return embeddings
  }

  /// To the nearest whole number of units, cut to what the type holds.
  private func fixed<Number: FixedWidthInteger>(_ value: Float, _ unit: Float, _ type: Number.Type) -> Number {
    Number(clamping: Int((value * unit).rounded()))
  }

  private func numbers<Number: FixedWidthInteger>(
    _ block: ParameterBlock, _ unit: Float, _ type: Number.Type
  ) -> [Number] {
    (0..<block.count).map { fixed(weights[block.offset + $0], unit, type) }
  }

  private func largest(_ block: ParameterBlock, column: Int) -> Float {
    (0..<block.rows).reduce(0) { max($0, abs(weights[block.offset + $1 * block.columns + column])) }
  }

  /// A matrix whose inputs are 128 + 127 x: one scale for each output.
  private func add(
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
  private func packed(_ block: ParameterBlock, _ scales: [Float]) -> [Int8] {
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

  /// One scale for all, since relations are compared; inputs are in units of 1/32.
  private func addRelations(to builder: inout ModelFileBuilder) {
    let (block, bias) = (parameters.layout.relations, parameters.layout.relationBias)
    let scale = (0..<block.columns).reduce(Float(0.05)) { max($0, largest(block, column: $1)) } / 127
    let scales = [Float](repeating: scale, count: block.columns)
    builder.add("parser.relations.weights", integers: packed(block, scales), columns: block.rows)
    builder.add("parser.relations.offsets", integers: numbers(bias, 32 / scale, Int32.self))
  }
}
