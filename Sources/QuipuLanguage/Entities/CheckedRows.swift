import CKernels

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

  /// Asks the memory for the features' rows.
  @inline(__always)
  func prefetch(_ features: UnsafePointer<UInt32>, count: Int) {
    quipu_prefetch_rows(base, features, count, mask, EntityLabels.columns)
  }

  /// The sum of the features' rows; the last column is of no use. At most 256 features.
  @inline(__always)
  func score(_ features: UnsafePointer<UInt32>, count: Int) -> SIMD16<Int32> {
    var sums = SIMD16<Int32>.zero
    withUnsafeMutablePointer(to: &sums) { sums in
      sums.withMemoryRebound(to: Int32.self, capacity: EntityLabels.columns) { sums in
        quipu_score_checked_rows(base.assumingMemoryBound(to: Int8.self), features, count, mask, sums)
      }
    }
    return sums
  }
}
