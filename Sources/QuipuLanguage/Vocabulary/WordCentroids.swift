/// The vectors that clusters and codes of words stand for. A word's vector is the sum of those of its cluster and codes.
/// Used while networks learn; a view into a `ModelFile`, which it keeps.
public struct WordCentroids: Sendable {
  /// Rows of the clusters, then of each stage's codes.
  public static let rows = (1 << Int(WordCode.clusterBits)) + WordCode.codeCount << 8
  static let section = "vocabulary.vectors.centroids"

  public let dimensions: Int
  // A view into the file, which is read only: safe to share.
  private nonisolated(unsafe) let table: UnsafeBufferPointer<Int8>
  private let file: ModelFile

  /// Nil when the file has no centroids.
  public init?(_ file: ModelFile) throws(ModelError) {
    guard file.hasSection(WordCentroids.section) else { return nil }
    table = try file.integers(WordCentroids.section)
    dimensions = table.count / WordCentroids.rows
    self.file = file
    guard dimensions > 0, table.count == dimensions * WordCentroids.rows else {
      throw file.malformed(
        WordCentroids.section, "has \(table.count) numbers, not some for each of \(WordCentroids.rows)")
    }
  }

  /// Adds a row's centroid to `vector`, which has room for `dimensions` numbers.
  public func add(row: Int, to vector: UnsafeMutablePointer<Float>) {
    let from = row * dimensions
    for j in 0..<dimensions { vector[j] += Float(table[from + j]) * 0x1p-7 }
  }

  /// The row of a stage's code; stage 0 is the cluster.
  public static func row(stage: Int, _ number: Int) -> Int {
    stage == 0 ? number : (1 << Int(WordCode.clusterBits)) + (stage - 1) << 8 + number
  }

  /// Adds a word's vector to `vector`. Nothing for words without one.
  public func add(_ code: WordCode, to vector: UnsafeMutablePointer<Float>) {
    guard code != .none else { return }
    add(row: WordCentroids.row(stage: 0, Int(code.fine)), to: vector)
    for stage in 0..<WordCode.codeCount {
      add(row: WordCentroids.row(stage: stage + 1, Int(code.code(UInt64(stage)))), to: vector)
    }
  }
}

extension ModelFileBuilder {
  /// Adds centroids: of each row `dimensions` numbers in units of 1/128.
  public mutating func addCentroids(_ table: [Int8], dimensions: Int) {
    add(WordCentroids.section, integers: table, columns: dimensions)
  }
}
