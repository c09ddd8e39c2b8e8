import CKernels

/// A matrix of 8-bit weights with what its sums become 16-bit numbers by: out = ((x w + offset) >> 4) · factor >> shift.
///
/// Inputs are bytes. Weights are packed for `quipu_dot`: for each sixteen outputs and each four inputs 64 bytes, output
/// by output. A view into a `ModelFile`, which it keeps.
struct QuantizedMatrix: Sendable {
  let inputs: Int
  let outputs: Int
  // Into the file, which is read only: safe to share.
  private nonisolated(unsafe) let weights: UnsafePointer<Int8>
  private nonisolated(unsafe) let offsets: UnsafePointer<Int32>
  private nonisolated(unsafe) let factors: UnsafePointer<Int16>
  private let shift: Int32
  private let file: ModelFile

  /// Reads the sections `name.weights`, `name.offsets`, `name.factors` and `name.shift`.
  init(_ file: ModelFile, _ name: String, inputs: Int, outputs: Int) throws(ModelError) {
    (self.file, self.inputs, self.outputs) = (file, inputs, outputs)
    weights = try file.table(name + ".weights", count: inputs * outputs)
    offsets = try file.table(name + ".offsets", count: outputs)
    factors = try file.table(name + ".factors", count: outputs)
    let shift: UnsafePointer<Int32> = try file.table(name + ".shift", count: 1)
    guard (1...24).contains(shift[0]) else {
      throw file.malformed(name + ".shift", "is \(shift[0]), and only 1 to 24 make sense")
    }
    self.shift = shift[0]
  }

  /// Rows of sums that are made before they are cut to 16 bits, so that they stay in the cache.
  static let block = 48

  /// `x` holds `rows` rows of `inputs`, `out` gets as many of `outputs`; `sums` is scratch for `block` rows.
  func apply(
    _ x: UnsafePointer<UInt8>, rows: Int, sums: UnsafeMutablePointer<Int32>, into out: UnsafeMutablePointer<Int16>
  ) {
    var row = 0
    while row < rows {
      let count = min(rows - row, QuantizedMatrix.block)
      quipu_dot(x + row * inputs, inputs, weights, sums, outputs, count, outputs, inputs, -1)
      quipu_rescale(sums, offsets, factors, shift, out + row * outputs, count, outputs)
      row += count
    }
  }
}

extension ModelFile {
  /// The start of a table that holds exactly so many numbers. Valid as long as the file is kept.
  func table<Number: FixedWidthInteger>(
    _ name: String, count: Int, as type: Number.Type = Number.self
  ) throws(ModelError) -> UnsafePointer<Number> {
    let numbers: UnsafeBufferPointer<Number> = try integers(name)
    guard numbers.count == count, count > 0, let start = numbers.baseAddress else {
      throw malformed(name, "has \(numbers.count) numbers, not \(count)")
    }
    return start
  }
}
