import CKernels

/// Decides the relation of each token to its head: one hidden layer over vectors of both and their distance.
struct RelationScorer: Sendable {
  private let shape: ParserShape
  // Into the file, which is read only: safe to share.
  private nonisolated(unsafe) let root: UnsafePointer<Int16>
  private nonisolated(unsafe) let distances: UnsafePointer<Int16>
  private nonisolated(unsafe) let weights: UnsafePointer<Int8>
  private nonisolated(unsafe) let offsets: UnsafePointer<Int32>

  /// Reads the sections `parser.root.relation`, `parser.distances`, `parser.relations.weights` and `.offsets`.
  init(_ file: ModelFile, _ shape: ParserShape) throws(ModelError) {
    self.shape = shape
    root = try file.table("parser.root.relation", count: shape.relation)
    distances = try file.table("parser.distances", count: ArcDistance.columns * shape.relation)
    weights = try file.table("parser.relations.weights", count: ParserShape.relationColumns * shape.relation)
    offsets = try file.table("parser.relations.offsets", count: ParserShape.relationColumns)
  }

  /// `rows` are the rows of the projection, of the root and then of the tokens.
  func decide(
    _ rows: UnsafePointer<Int16>, heads: UnsafePointer<Int32>, count: Int, _ scratch: DependencyParser.Scratch,
    into relations: UnsafeMutablePointer<DependencyRelation>
  ) {
    let (width, columns) = (shape.relation, ParserShape.relationColumns)
    var start = 0
    while start < count {
      let end = min(start + QuantizedMatrix.block, count)
      for i in start..<end {
        let head = Int(heads[i])
        let dependent = rows + (i + 1) * shape.projection + 2 * shape.arc
        let distance = head < 0 ? 0 : ArcDistance.number(dependent: i, head: head)
        quipu_combine(
          dependent, head < 0 ? root : rows + (head + 1) * shape.projection + 2 * shape.arc + width,
          distances + distance * width, scratch.hidden + (i - start) * width, width)
      }
      quipu_dot(scratch.hidden, width, weights, scratch.sums, columns, end - start, columns, width, -1)
      for i in start..<end {
        relations[i] = heads[i] < 0 ? .root : best(scratch.sums + (i - start) * columns)
      }
      start = end
    }
  }

  /// The first of the largest, but for the relation of the root.
  private func best(_ sums: UnsafePointer<Int32>) -> DependencyRelation {
    let best = 1 + quipu_first_largest(sums + 1, offsets + 1, DependencyRelation.allCases.count - 1)
    return DependencyRelation(rawValue: UInt8(best)) ?? .unspecified
  }
}
