/// Weights of a linear model over hashed features: a power of two of rows, a column for each label, 8 bits each.
///
/// A feature's row is its hash's low bits; a label's score is the sum of its column over the features' rows. Sums are of
/// whole numbers: the same on every machine. A view into a `ModelFile`, which it keeps.
public struct WeightTable: Sendable {
  /// More features would overflow the 16-bit lanes that sums are made in.
  public static let maximumFeatures = 256

  // Into the file, which is read only: safe to share.
  @usableFromInline nonisolated(unsafe) let base: UnsafeRawPointer
  @usableFromInline let mask: UInt32
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
  @inlinable public var sumCount: Int { (columns + 15) & ~15 }

  /// Writes each label's score. Beyond `columns`, up to `sumCount`, stands nothing of use.
  ///
  /// Sixteen columns at a time: weights are made positive (+128), split into even and odd columns of 16-bit lanes and
  /// added two words at a time, which needs nothing of the machine but 64-bit integers. At most `maximumFeatures`.
  @inlinable
  public func score(
    _ features: UnsafePointer<UInt32>, count: Int, into sums: UnsafeMutablePointer<Int32>
  ) {
    let sign = SIMD2<UInt64>(repeating: 0x8080_8080_8080_8080)
    let lanes = SIMD2<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
    let bias = Int32(128 * count)
    // A last column by itself, as the seventeenth of the parts of speech, costs less than sixteen at a time.
    let chunked = columns & 15 == 1 ? columns - 1 : columns
    if chunked < columns { sums[chunked] = sum(features, count: count, column: chunked) }
    var column = 0
    while column < chunked {
      var even = SIMD2<UInt64>.zero
      var odd = SIMD2<UInt64>.zero
      for i in 0..<count {
        let offset = Int(features[i] & mask) &* columns &+ column
        let word = base.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self) ^ sign
        even &+= word & lanes
        odd &+= (word &>> 8) & lanes
      }
      for half in 0..<2 {
        for k in 0..<4 {
          let at = column + half * 8 + k * 2
          sums[at] = Int32(truncatingIfNeeded: even[half] >> UInt64(16 * k) & 0xFFFF) &- bias
          sums[at + 1] = Int32(truncatingIfNeeded: odd[half] >> UInt64(16 * k) & 0xFFFF) &- bias
        }
      }
      column += 16
    }
  }

  @inlinable @inline(__always)
  func sum(_ features: UnsafePointer<UInt32>, count: Int, column: Int) -> Int32 {
    var sum: Int32 = 0
    for i in 0..<count {
      let offset = Int(features[i] & mask) &* columns &+ column
      sum &+= Int32(base.loadUnaligned(fromByteOffset: offset, as: Int8.self))
    }
    return sum
  }

  /// One weight: for tests and for looking at a model.
  public subscript(row: UInt32, column: Int) -> Int8 {
    precondition(column >= 0 && column < columns)
    return base.load(fromByteOffset: Int(row & mask) * columns + column, as: Int8.self)
  }
}
