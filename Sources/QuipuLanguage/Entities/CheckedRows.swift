/// Weights of a linear model of up to fifteen labels, sixteen bytes a row: fifteen weights and eight bits that tell
/// which
/// feature the row belongs to.
///
/// A feature's low bits choose its row, its high ones are compared: features that were not learnt hardly ever borrow
/// the
/// weights of others. A view into a `ModelFile`, which it keeps.
struct CheckedRows: Sendable {
  // Into the file, which is read only: safe to share.
  private nonisolated(unsafe) let base: UnsafeRawPointer
  private let mask: UInt32
  private let file: ModelFile

  /// Throws when the section is no table of weights with sixteen columns and a power of two of rows.
  init(_ file: ModelFile, _ name: String) throws(ModelError) {
    let table = try file.weights(name, columns: EntityLabels.columns)
    base = table.base
    mask = table.mask
    self.file = file
  }

  /// The sum of the features' rows; the last column is of no use. At most 256 features.
  @inline(__always)
  func score(_ features: UnsafePointer<UInt32>, count: Int) -> SIMD16<Int32> {
    var sum = SIMD16<Int16>.zero
    for i in 0..<count {
      let feature = features[i]
      let row = base.loadUnaligned(fromByteOffset: Int(feature & mask) &* 16, as: SIMD16<Int8>.self)
      let isOwn = row[EntityLabels.checkColumn] == Int8(truncatingIfNeeded: feature >> 24)
      let keep = SIMD16<Int8>(repeating: isOwn ? -1 : 0)
      sum &+= SIMD16<Int16>(truncatingIfNeeded: row & keep)
    }
    return SIMD16<Int32>(truncatingIfNeeded: sum)
  }
}
