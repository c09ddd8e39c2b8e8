import CKernels

/// Scores every word as the head of every other, and the root as the head of each (Dozat and Manning, ICLR 2017): the
/// product of a vector of the dependent and one of the head, and what the dependent says of the distance.
struct ArcScorer: Sendable {
  private let shape: ParserShape
  // Into the file, which is read only: safe to share.
  private nonisolated(unsafe) let root: UnsafePointer<Int16>
  /// The class of the distance of each head, from the farthest before its dependent to the farthest behind.
  private let classes: [UInt8]

  /// Reads the section `parser.root.arc`.
  init(_ file: ModelFile, _ shape: ParserShape) throws(ModelError) {
    self.shape = shape
    root = try file.table("parser.root.arc", count: shape.arc)
    let last = DependencyParser.pieceLength - 1
    // That of a token from itself is none, and means nothing.
    classes = (-last...last).map { $0 == 0 ? 0 : UInt8(ArcDistance.number(dependent: 0, head: $0)) }
  }

  /// `rows` are the rows of the projection, of the root (which this fills) and then of `count` tokens. Writes for each
  /// token `count + 1` scores, of the root and of each token as its head; that of itself means nothing.
  /// `packed` is scratch for `count + 1` rows of arcs, rounded up to sixteen rows.
  func score(
    _ rows: UnsafeMutablePointer<Int16>, count: Int, packed: UnsafeMutablePointer<Int16>,
    into scores: UnsafeMutablePointer<Int32>
  ) {
    let (arc, step) = (shape.arc, shape.projection)
    (rows + arc).update(from: root, count: arc)
    for i in 0...count {
      // Limits that keep sums within 32 bits: 96 · 2^11 · 2^12.
      quipu_clamp(rows + i * step, 0, 2047, arc)
      quipu_clamp(rows + i * step + arc, -4095, 4095, arc)
    }
    quipu_arc_scores(rows + step, count, rows + arc, count + 1, step, arc, packed, scores, -1)
    classes.withUnsafeBufferPointer { classes in
      guard let middle = classes.baseAddress.map({ $0 + classes.count / 2 }) else { return }
      for i in 0..<count {
        let distances = rows + (i + 2) * step - ArcDistance.columns
        let own = scores + i * (count + 1)
        own[0] &+= Int32(distances[0]) << 8
        quipu_add_distances(own + 1, distances, middle - i, count)
      }
    }
  }
}
