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

  public var encoder: EncoderShape { EncoderShape(input: input, hidden: hidden, layers: layers) }

  /// Columns of the projection behind the last layer, in this order: dependent and head of arcs, dependent and head of
  /// relations, distances.
  public var projection: Int { 2 * arc + 2 * relation + ArcDistance.columns }

  /// Columns of the scores of relations: their number, rounded up to sixteen.
  public static let relationColumns = (DependencyRelation.allCases.count + 15) & ~15
}
