/// Reads a sentence in both directions: embeddings of the tokens, then layers of simple recurrent units.
///
/// Reentrant; takes scratch memory from its caller. Complexity: O(tokens).
struct RecurrentEncoder<Features: EmbeddedFeatures>: Sendable {
  let shape: EncoderShape
  private let embeddings: TokenEmbeddings<Features>
  private let layers: [RecurrentLayer]

  /// Reads the sections `name.embeddings` and `name.layer0…`.
  init(_ file: ModelFile, _ name: String, _ shape: EncoderShape) throws(ModelError) {
    self.shape = shape
    embeddings = try TokenEmbeddings(file, name + ".embeddings", width: shape.input)
    var layers: [RecurrentLayer] = []
    for number in 0..<shape.layers { layers.append(try RecurrentLayer(file, "\(name).layer\(number)", number, shape)) }
    self.layers = layers
  }

  /// A row of `shape.output` bytes for each of at most `scratch.tokens` records, 128 + 127 x of values between -1 and
  /// 1; valid until the next call with the same scratch memory.
  func encode(
    _ records: UnsafePointer<TokenRecord>, count: Int, _ scratch: EncoderScratch
  ) -> UnsafePointer<UInt8> {
    var (values, next) = (scratch.values, scratch.nextValues)
    embeddings.write(records, count: count, rows: scratch.rows, into: values)
    for layer in layers {
      layer.apply(values, count: count, scratch, into: next)
      swap(&values, &next)
    }
    return UnsafePointer(values)
  }
}

/// Memory for encoding one sentence at a time, of one thread, and for what is projected from it.
final class EncoderScratch {
  /// Sentences may have so many.
  let tokens: Int
  let rows: UnsafeMutablePointer<UInt32>
  let sums: UnsafeMutablePointer<Int32>
  /// Room for `tokens + 1` rows of gates or of the projection.
  let numbers: UnsafeMutablePointer<Int16>
  let carry: UnsafeMutablePointer<Int16>
  let values: UnsafeMutablePointer<UInt8>
  let nextValues: UnsafeMutablePointer<UInt8>

  /// `projection` is the width of what is projected from the encoder's output.
  init(_ shape: EncoderShape, features: Int, projection: Int, tokens: Int) {
    self.tokens = tokens
    let widest = max(shape.gates, projection)
    rows = EncoderScratch.allocate(features)
    sums = EncoderScratch.allocate(QuantizedMatrix.block * widest)
    numbers = EncoderScratch.allocate((tokens + 1) * widest)
    carry = EncoderScratch.allocate(shape.hidden)
    values = EncoderScratch.allocate(tokens * max(shape.input, shape.output))
    nextValues = EncoderScratch.allocate(tokens * max(shape.input, shape.output))
  }

  static func allocate<Number: FixedWidthInteger>(_ count: Int) -> UnsafeMutablePointer<Number> {
    let start = UnsafeMutablePointer<Number>.allocate(capacity: count + 64)
    start.initialize(repeating: 0, count: count + 64)
    return start
  }

  deinit {
    rows.deallocate()
    sums.deallocate()
    numbers.deallocate()
    carry.deallocate()
    values.deallocate()
    nextValues.deallocate()
  }
}
