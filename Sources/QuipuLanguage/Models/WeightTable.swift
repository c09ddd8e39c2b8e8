import CKernels

/// Weights of a linear model over hashed features: a power of two of rows, a column for each label, 8 bits each.
///
/// A feature's row is its hash's low bits; a label's score is the sum of its column over the features' rows. Sums are of
/// whole numbers: the same on every machine. A view into a `ModelFile`, which it keeps.
public struct WeightTable: Sendable {
  /// More features would overflow the 16-bit lanes that sums are made in.
  public static let maximumFeatures = 256

  // Into the file, which is read only: safe to share.
  nonisolated(unsafe) let base: UnsafeRawPointer
  let mask: UInt32
  public let columns: Int
  /// The value of one unit.
  public let scale: Double
  private let file: ModelFile

  init(file: ModelFile, section: ModelSection) {
    self.file = file
    // A checked section is never empty here: it has rows and columns.
    let bytes = file.bytes(of: section)
    base = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped
    mask = UInt32(section.rows - 1)
    columns = section.columns
    scale = section.scale
  }

  /// Room that `sums` needs: the columns, rounded up to sixteen.
  public var sumCount: Int { (columns + 15) & ~15 }

  /// Asks the memory for the features' rows, so that it has them when they are scored.
  @inline(__always)
  func prefetch(_ features: UnsafePointer<UInt32>, count: Int) {
    quipu_prefetch_rows(base, features, count, mask, columns)
  }

  /// Writes each label's score. Beyond `columns`, up to `sumCount`, stands nothing of use. At most `maximumFeatures`.
  public func score(
    _ features: UnsafePointer<UInt32>, count: Int, into sums: UnsafeMutablePointer<Int32>
  ) {
    quipu_score_rows(base.assumingMemoryBound(to: Int8.self), features, count, mask, columns, sums)
  }

  /// One weight: for tests and for looking at a model.
  public subscript(row: UInt32, column: Int) -> Int8 {
    precondition(column >= 0 && column < columns)
    return base.load(fromByteOffset: Int(row & mask) * columns + column, as: Int8.self)
  }
}
