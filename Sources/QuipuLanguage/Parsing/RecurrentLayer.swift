import CKernels

/// A bidirectional layer of simple recurrent units (Lei et al., EMNLP 2018): gates need nothing but the input and an
/// elementwise product with the state, so that all there is to multiply is one matrix for the whole sentence. Where input
/// and output are of one width, the reset gate mixes the input in (highway).
struct RecurrentLayer: Sendable {
  private let gates: QuantizedMatrix
  // Into the file, which is read only: safe to share.
  private nonisolated(unsafe) let state: UnsafePointer<Int16>
  private let hidden: Int

  /// Reads the sections of layer `number`, `parser.layer0.…`.
  init(_ file: ModelFile, _ number: Int, _ shape: ParserShape) throws(ModelError) {
    let name = "parser.layer\(number)"
    hidden = shape.hidden
    gates = try QuantizedMatrix(file, name, inputs: shape.width(ofInputTo: number), outputs: shape.gates)
    state = try file.table(name + ".state", count: 4 * shape.hidden)
  }

  /// From `count` rows of the input's width to as many of twice the hidden width: values between -1 and 1 as bytes,
  /// 128 + 127 x.
  func apply(
    _ x: UnsafePointer<UInt8>, count: Int, _ scratch: DependencyParser.Scratch, into h: UnsafeMutablePointer<UInt8>
  ) {
    let (output, step) = (2 * hidden, 6 * hidden)
    let u = scratch.numbers
    gates.apply(x, rows: count, sums: scratch.sums, into: u)
    let isHighway = gates.inputs == output
    let last = count - 1
    quipu_recur_integer(u, step, state, isHighway ? x : nil, h, output, scratch.carry, hidden, count)
    quipu_recur_integer(
      u + last * step + 3 * hidden, -step, state + 2 * hidden, isHighway ? x + last * output + hidden : nil,
      h + last * output + hidden, -output, scratch.carry, hidden, count)
  }
}
