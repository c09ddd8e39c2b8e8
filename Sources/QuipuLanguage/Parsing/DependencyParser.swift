import CKernels

/// A graph-based dependency parser (Dozat and Manning, ICLR 2017) over bidirectional simple recurrent units, in whole
/// numbers throughout: the same trees on every machine.
///
/// Reentrant: one serves all threads, each with a `Scratch` of its own. Complexity: O(tokens) for what costs most, and a
/// product for each two tokens that are less than `pieceLength` apart.
public struct DependencyParser: Sendable {
  /// Longer sentences are parsed in pieces of no more tokens, so that time and memory have bounds.
  public static let pieceLength = 256

  private let shape: ParserShape
  private let embeddings: ParserEmbeddings
  private let layers: [RecurrentLayer]
  private let projection: QuantizedMatrix
  private let arcs: ArcScorer
  private let relations: RelationScorer

  /// Reads the sections whose names begin with `parser.`, and checks their shapes.
  public init(_ file: ModelFile) throws(ModelError) {
    shape = try ParserShape(file)
    embeddings = try ParserEmbeddings(file, shape)
    var layers: [RecurrentLayer] = []
    for number in 0..<shape.layers { layers.append(try RecurrentLayer(file, number, shape)) }
    self.layers = layers
    projection = try QuantizedMatrix(file, "parser.projection", inputs: shape.output, outputs: shape.projection)
    arcs = try ArcScorer(file, shape)
    relations = try RelationScorer(file, shape)
  }

  /// Memory for one sentence at a time, of one thread, for one parser: some two megabytes.
  public final class Scratch {
    let rows: UnsafeMutablePointer<UInt32>
    let sums: UnsafeMutablePointer<Int32>
    let numbers: UnsafeMutablePointer<Int16>
    let packed: UnsafeMutablePointer<Int16>
    let carry: UnsafeMutablePointer<Int16>
    let values: UnsafeMutablePointer<UInt8>
    let nextValues: UnsafeMutablePointer<UInt8>
    let hidden: UnsafeMutablePointer<UInt8>
    let scores: UnsafeMutablePointer<Int32>
    let tree = SpanningTree()

    public init(_ parser: DependencyParser) {
      let shape = parser.shape
      let tokens = DependencyParser.pieceLength
      let widest = max(shape.gates, shape.projection)
      rows = Scratch.allocate(2 * ParserFeatures.count)
      sums = Scratch.allocate(QuantizedMatrix.block * max(widest, ParserShape.relationColumns))
      numbers = Scratch.allocate((tokens + 1) * widest)
      packed = Scratch.allocate((tokens + 16) * shape.arc)
      carry = Scratch.allocate(shape.hidden)
      values = Scratch.allocate(tokens * max(shape.input, shape.output))
      nextValues = Scratch.allocate(tokens * max(shape.input, shape.output))
      hidden = Scratch.allocate(QuantizedMatrix.block * shape.relation)
      scores = Scratch.allocate(tokens * (tokens + 1))
    }

    private static func allocate<Number: FixedWidthInteger>(_ count: Int) -> UnsafeMutablePointer<Number> {
      let start = UnsafeMutablePointer<Number>.allocate(capacity: count + 64)
      start.initialize(repeating: 0, count: count + 64)
      return start
    }

    deinit {
      rows.deallocate()
      sums.deallocate()
      numbers.deallocate()
      packed.deallocate()
      carry.deallocate()
      values.deallocate()
      nextValues.deallocate()
      hidden.deallocate()
      scores.deallocate()
    }
  }

  /// Parses one closed and tagged sentence. Writes for each token the index of its head in the sentence, -1 for the root
  /// (there is exactly one), and its relation. Both buffers have room for all tokens.
  public func parse(
    _ records: TokenRecords, _ scratch: Scratch, heads: UnsafeMutableBufferPointer<Int32>,
    relations: UnsafeMutableBufferPointer<DependencyRelation>
  ) {
    let count = records.count
    precondition(heads.count >= count && relations.count >= count, "no room for the heads of \(count) tokens")
    guard let heads = heads.baseAddress, let relations = relations.baseAddress else { return }
    var start = 0
    var root = -1
    while start < count {
      let length = pieceLength(records, from: start)
      parse(records.first + start, length, scratch, heads + start, relations + start)
      for i in start..<start + length {
        if heads[i] >= 0 {
          heads[i] += Int32(start)
        } else if root >= 0 {
          (heads[i], relations[i]) = (Int32(root), .parataxis)
        }
      }
      if root < 0 { root = (start..<start + length).first { heads[$0] < 0 } ?? -1 }
      start += length
    }
  }

  /// The rest of the sentence if it is short enough; otherwise up to the last punctuation mark in the second half of
  /// what is allowed.
  private func pieceLength(_ records: TokenRecords, from start: Int) -> Int {
    let rest = records.count - start
    let limit = DependencyParser.pieceLength
    guard rest > limit else { return rest }
    let first = records.first + start
    for i in stride(from: limit - 1, to: limit / 2, by: -1) where first[i].flags.contains(.isPunctuation) {
      return i + 1
    }
    return limit
  }

  private func parse(
    _ records: UnsafePointer<TokenRecord>, _ count: Int, _ scratch: Scratch, _ heads: UnsafeMutablePointer<Int32>,
    _ relations: UnsafeMutablePointer<DependencyRelation>
  ) {
    var (values, next) = (scratch.values, scratch.nextValues)
    embeddings.write(records, count: count, rows: scratch.rows, into: values)
    for layer in layers {
      layer.apply(values, count: count, scratch, into: next)
      swap(&values, &next)
    }
    // Row 0 is that of the root.
    projection.apply(values, rows: count, sums: scratch.sums, into: scratch.numbers + shape.projection)
    arcs.score(scratch.numbers, count: count, packed: scratch.packed, into: scratch.scores)
    scratch.tree.decode(scratch.scores, count: count, into: heads)
    self.relations.decide(scratch.numbers, heads: heads, count: count, scratch, into: relations)
  }
}

extension ParserShape {
  /// Reads the section `parser.shape`.
  init(_ file: ModelFile) throws(ModelError) {
    let numbers: UnsafeBufferPointer<Int32> = try file.integers("parser.shape")
    let widths = numbers.map { Int($0) }
    // Limits that keep all sums within 32 bits.
    guard widths.count == 5, (1...8).contains(widths[2]),
      [0, 1, 3, 4].allSatisfy({ widths[$0] > 0 && widths[$0] % 16 == 0 && widths[$0] <= 512 }), widths[3] <= 128
    else { throw file.malformed("parser.shape", "has sizes that no parser has: \(widths)") }
    self.init(input: widths[0], hidden: widths[1], layers: widths[2], arc: widths[3], relation: widths[4])
  }

  /// What `init` reads.
  public var numbers: [Int32] { [input, hidden, layers, arc, relation].map { Int32($0) } }
}
