/// The sizes of a parser's network. All widths are multiples of 16, so that kernels need no special case at the end of
/// a row.
public struct ParserShape: Sendable, Equatable {
  /// Width of the embeddings, which are summed up.
  public var input: Int
  /// Width of the recurrent state in each direction.
  public var hidden: Int
  /// Recurrent layers.
  public var layers: Int
  /// Width of the vectors whose product is the score of an arc.
  public var arc: Int
  /// Width of the hidden layer that relations are decided from.
  public var relation: Int

  public init(input: Int = 128, hidden: Int = 80, layers: Int = 3, arc: Int = 96, relation: Int = 96) {
    self.input = input
    self.hidden = hidden
    self.layers = layers
    self.arc = arc
    self.relation = relation
  }

  /// Width of a layer's output: both directions.
  public var output: Int { 2 * hidden }

  /// Candidate, forget gate and reset gate in both directions.
  public var gates: Int { 6 * hidden }

  public func width(ofInputTo layer: Int) -> Int { layer == 0 ? input : output }

  /// Columns of the projection behind the last layer, in this order: dependent and head of arcs, dependent and head of
  /// relations, distances.
  public var projection: Int { 2 * arc + 2 * relation + ArcDistance.columns }

  /// Columns of the scores of relations: their number, rounded up to sixteen.
  public static let relationColumns = (DependencyRelation.allCases.count + 15) & ~15
}
