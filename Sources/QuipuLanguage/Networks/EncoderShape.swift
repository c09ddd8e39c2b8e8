/// The sizes of a recurrent encoder. All widths are multiples of 16, so that kernels need no special case at the end of
/// a row.
public struct EncoderShape: Sendable, Equatable {
  /// Width of the embeddings, which are summed up.
  public var input: Int
  /// Width of the recurrent state in each direction.
  public var hidden: Int
  /// Recurrent layers.
  public var layers: Int

  public init(input: Int, hidden: Int, layers: Int) {
    self.input = input
    self.hidden = hidden
    self.layers = layers
  }

  /// Width of a layer's output: both directions.
  public var output: Int { 2 * hidden }

  /// Candidate, forget gate and reset gate in both directions.
  public var gates: Int { 6 * hidden }

  public func width(ofInputTo layer: Int) -> Int { layer == 0 ? input : output }

  /// Limits that keep all sums within 32 bits.
  var isSound: Bool {
    (1...8).contains(layers) && [input, hidden].allSatisfy { $0 > 0 && $0 % 16 == 0 && $0 <= 512 }
  }
}
