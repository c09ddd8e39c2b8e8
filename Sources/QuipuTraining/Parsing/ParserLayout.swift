import QuipuLanguage

/// The places of all weights but the embeddings in one array.
struct ParserLayout {
  let shape: ParserShape
  let encoder: EncoderBlocks
  let projection: ParameterBlock
  let projectionBias: ParameterBlock
  let rootArc: ParameterBlock
  let rootRelation: ParameterBlock
  let distances: ParameterBlock
  let relations: ParameterBlock
  let relationBias: ParameterBlock
  let places: ParameterPlaces

  init(_ shape: ParserShape) {
    self.shape = shape
    var places = ParameterPlaces()
    encoder = EncoderBlocks(shape.encoder, &places)
    projection = places.matrix(shape.encoder.output, shape.projection)
    projectionBias = places.block(1, shape.projection)
    rootArc = places.block(1, shape.arc)
    rootRelation = places.block(1, shape.relation)
    distances = places.block(ArcDistance.columns, shape.relation)
    relations = places.matrix(shape.relation, ParserShape.relationColumns)
    relationBias = places.block(1, ParserShape.relationColumns)
    self.places = places
  }
}
