import CKernels
import QuipuLanguage

/// Where a matrix or a row of weights lies.
struct ParameterBlock {
  var offset: Int
  var rows: Int
  var columns: Int
  var count: Int { rows * columns }
}

/// Gives out the places of weights in one array.
struct ParameterPlaces {
  private(set) var count = 0
  /// Those that are multiplied with, and so are needed transposed too and begin at random.
  private(set) var matrices: [ParameterBlock] = []

  mutating func block(_ rows: Int, _ columns: Int) -> ParameterBlock {
    defer { count += rows * columns }
    return ParameterBlock(offset: count, rows: rows, columns: columns)
  }

  mutating func matrix(_ rows: Int, _ columns: Int) -> ParameterBlock {
    let block = block(rows, columns)
    matrices.append(block)
    return block
  }
}

/// The weights of a recurrent layer.
struct LayerBlocks {
  /// Input x gates of both directions.
  var weights: ParameterBlock
  var bias: ParameterBlock
  /// Of the state in forget and reset gate: direction, gate, width.
  var state: ParameterBlock

  init(_ shape: EncoderShape, layer: Int, _ places: inout ParameterPlaces) {
    weights = places.matrix(shape.width(ofInputTo: layer), shape.gates)
    bias = places.block(1, shape.gates)
    state = places.block(4, shape.hidden)
  }
}

/// The weights of an encoder but for its embeddings.
struct EncoderBlocks {
  /// Vectors of words x input.
  let vectors: ParameterBlock
  let layers: [LayerBlocks]

  init(_ shape: EncoderShape, _ places: inout ParameterPlaces) {
    vectors = places.matrix(VectorRows.width, shape.input)
    layers = (0..<shape.layers).map { LayerBlocks(shape, layer: $0, &places) }
  }
}

/// Weights with the moments of Adam; embeddings by themselves, since few of their rows are touched at a time.
final class NetworkParameters {
  let tables: [Int]
  /// Width of the embeddings.
  let width: Int
  let matrices: [ParameterBlock]
  let count: Int
  let weights: FloatBuffer
  let transposed: FloatBuffer
  let first: FloatBuffer
  let second: FloatBuffer
  let embeddings: FloatBuffer
  let embeddingsFirst: FloatBuffer
  let embeddingsSecond: FloatBuffer

  /// Matrices begin at random, all else with zeros.
  init(_ places: ParameterPlaces, tables: [Int], width: Int, seed: UInt64) {
    (self.tables, self.width, matrices, count) = (tables, width, places.matrices, places.count)
    (weights, transposed) = (FloatBuffer(count), FloatBuffer(count))
    (first, second) = (FloatBuffer(count), FloatBuffer(count))
    let size = tables.reduce(0, +) * width
    (embeddings, embeddingsFirst, embeddingsSecond) = (FloatBuffer(size), FloatBuffer(size), FloatBuffer(size))
    var random = SeededRandom(seed, 1)
    for block in matrices {
      let reach = (3 / Float(block.rows)).squareRoot()
      for i in 0..<block.count { weights.start[block.offset + i] = (2 * random.unit() - 1) * reach }
    }
  }

  func transpose() {
    for block in matrices {
      quipu_transpose(weights.start + block.offset, transposed.start + block.offset, block.rows, block.columns)
    }
  }
}

extension NetworkParameters {
  /// out = x w + b, for `count` rows.
  func multiply(
    _ x: UnsafePointer<Float>, count: Int, _ w: ParameterBlock, _ b: ParameterBlock,
    into out: UnsafeMutablePointer<Float>
  ) {
    let bias = weights.start + b.offset
    for t in 0..<count { (out + t * w.columns).update(from: bias, count: w.columns) }
    quipu_multiply(x, w.rows, 1, weights.start + w.offset, w.columns, out, w.columns, count, w.columns, w.rows, 1)
  }

  /// Adds to the gradients of w and b, and writes that of x.
  func multiplyBack(
    _ x: UnsafePointer<Float>, _ dOut: UnsafePointer<Float>, count: Int, _ w: ParameterBlock, _ b: ParameterBlock,
    gradient: UnsafeMutablePointer<Float>, into dx: UnsafeMutablePointer<Float>
  ) {
    quipu_multiply(x, 1, w.rows, dOut, w.columns, gradient + w.offset, w.columns, w.rows, w.columns, count, 1)
    for t in 0..<count { quipu_add(dOut + t * w.columns, gradient + b.offset, w.columns) }
    quipu_multiply(
      dOut, w.columns, 1, transposed.start + w.offset, w.rows, dx, w.rows, count, w.rows, w.columns, 0)
  }
}
