import QuipuLanguage

/// Makes the sections of the parser.
struct ParserQuantizer {
  let layout: ParserLayout
  let parameters: NetworkParameters
  let vectors: VectorRows

  private var network: NetworkQuantizer { NetworkQuantizer(weights: UnsafePointer(parameters.weights.start)) }

  func add(to builder: inout ModelFileBuilder) {
    let shape = layout.shape
    builder.add("parser.shape", integers: shape.numbers)
    network.add(
      shape.encoder, layout.encoder, ParserFeatures.self, embeddings: parameters.embeddings, vectors: vectors,
      named: "parser", to: &builder)
    // Units of 2^-8.
    network.add(layout.projection, layout.projectionBias, named: "parser.projection", unit: 256, to: &builder)
    builder.add("parser.root.arc", integers: network.numbers(layout.rootArc, 256, Int16.self))
    builder.add("parser.root.relation", integers: network.numbers(layout.rootRelation, 256, Int16.self))
    builder.add(
      "parser.distances", integers: network.numbers(layout.distances, 256, Int16.self), columns: shape.relation)
    addRelations(to: &builder)
  }

  /// One scale for all, since relations are compared; inputs are in units of 1/32.
  private func addRelations(to builder: inout ModelFileBuilder) {
    let (block, bias) = (layout.relations, layout.relationBias)
    let scale = (0..<block.columns).reduce(Float(0.05)) { max($0, network.largest(block, column: $1)) } / 127
    let scales = [Float](repeating: scale, count: block.columns)
    builder.add("parser.relations.weights", integers: network.packed(block, scales), columns: block.rows)
    builder.add("parser.relations.offsets", integers: network.numbers(bias, 32 / scale, Int32.self))
  }
}
