import CKernels
import QuipuLanguage

/// Where a matrix of weights lies among all.
struct ParameterBlock {
  var offset: Int
  var rows: Int
  var columns: Int
  var count: Int { rows * columns }
}

/// The places of all weights but the embeddings in one array.
struct ParserLayout {
  struct Layer {
    /// Input x gates of both directions.
    var weights: ParameterBlock
    var bias: ParameterBlock
    /// Of the state in forget and reset gate: direction, gate, width.
    var state: ParameterBlock
  }

  let shape: ParserShape
  /// Vectors of words x input.
  private(set) var vectors: ParameterBlock
  private(set) var layers: [Layer] = []
  private(set) var projection: ParameterBlock
  private(set) var projectionBias: ParameterBlock
  private(set) var rootArc: ParameterBlock
  private(set) var rootRelation: ParameterBlock
  private(set) var distances: ParameterBlock
  private(set) var relations: ParameterBlock
  private(set) var relationBias: ParameterBlock
  private(set) var count: Int

  init(_ shape: ParserShape) {
    self.shape = shape
    var next = 0
    func block(_ rows: Int, _ columns: Int) -> ParameterBlock {
      defer { next += rows * columns }
      return ParameterBlock(offset: next, rows: rows, columns: columns)
    }
    vectors = block(WordCentroids.width, shape.input)
    for layer in 0..<shape.layers {
      layers.append(
        Layer(
          weights: block(shape.width(ofInputTo: layer), shape.gates), bias: block(1, shape.gates),
          state: block(4, shape.hidden)))
    }
    projection = block(shape.output, shape.projection)
    projectionBias = block(1, shape.projection)
    rootArc = block(1, shape.arc)
    rootRelation = block(1, shape.relation)
    distances = block(ArcDistance.columns, shape.relation)
    relations = block(shape.relation, ParserShape.relationColumns)
    relationBias = block(1, ParserShape.relationColumns)
    count = next
  }

  /// Those that are multiplied with, and so are needed transposed too.
  var matrices: [ParameterBlock] { [vectors] + layers.map(\.weights) + [projection, relations] }
}

/// Weights with the moments of Adam.
final class ParserParameters {
  let layout: ParserLayout
  let weights: FloatBuffer
  let transposed: FloatBuffer
  let first: FloatBuffer
  let second: FloatBuffer
  let embeddings: FloatBuffer
  let embeddingsFirst: FloatBuffer
  let embeddingsSecond: FloatBuffer

  init(_ shape: ParserShape, seed: UInt64) {
    layout = ParserLayout(shape)
    (weights, transposed) = (FloatBuffer(layout.count), FloatBuffer(layout.count))
    (first, second) = (FloatBuffer(layout.count), FloatBuffer(layout.count))
    let size = ParserFeatures.rows * shape.input
    (embeddings, embeddingsFirst, embeddingsSecond) = (FloatBuffer(size), FloatBuffer(size), FloatBuffer(size))
    var random = SeededRandom(seed, 1)
    for block in layout.matrices {
      let reach = (3 / Float(block.rows)).squareRoot()
      for i in 0..<block.count { weights.start[block.offset + i] = (2 * random.unit() - 1) * reach }
    }
  }

  func transpose() {
    for block in layout.matrices {
      quipu_transpose(weights.start + block.offset, transposed.start + block.offset, block.rows, block.columns)
    }
  }
}
