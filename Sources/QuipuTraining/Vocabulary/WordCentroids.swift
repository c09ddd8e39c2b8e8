import QuipuLanguage

/// The vectors that clusters and codes of words stand for. A word's vector is the sum of those of its cluster and codes.
/// A view into a `ModelFile`, which it keeps.
struct WordCentroids: Sendable {
  /// Rows of the clusters, then of each stage's codes.
  static let rows = WordCode.clusterCount + WordCode.codeCount << 8
  /// Numbers of a vector where it is a row of a matrix, filled up with zeros.
  static let width = 64
  private static let section = "vocabulary.vectors.centroids"

  private let dimensions: Int
  // A view into the file, which is read only: safe to share.
  private nonisolated(unsafe) let table: UnsafeBufferPointer<Int8>
  private let file: ModelFile

  /// Nil when the file has no centroids.
  init?(_ file: ModelFile) throws(ModelError) {
    guard file.hasSection(WordCentroids.section) else { return nil }
    table = try file.integers(WordCentroids.section)
    dimensions = table.count / WordCentroids.rows
    self.file = file
    guard (1...WordCentroids.width).contains(dimensions), table.count == dimensions * WordCentroids.rows else {
      throw file.malformed(
        WordCentroids.section,
        "has \(table.count) numbers, not 1 to \(WordCentroids.width) for each of \(WordCentroids.rows)")
    }
  }

  /// The row of a stage's code; stage 0 is the cluster.
  static func row(stage: Int, _ number: Int) -> Int {
    stage == 0 ? number : WordCode.clusterCount + (stage - 1) << 8 + number
  }

  /// Adds a row's centroid to `vector`, which has room for `width` numbers.
  func add(row: Int, to vector: UnsafeMutablePointer<Float>) {
    let from = row * dimensions
    for j in 0..<dimensions { vector[j] += Float(table[from + j]) * 0x1p-7 }
  }

  /// Adds a word's vector to `vector`. Nothing for words without one.
  func add(_ code: WordCode, to vector: UnsafeMutablePointer<Float>) {
    guard code != .none else { return }
    add(row: WordCentroids.row(stage: 0, Int(code.fine)), to: vector)
    for stage in 0..<WordCode.codeCount {
      add(row: WordCentroids.row(stage: stage + 1, Int(code.code(stage))), to: vector)
    }
  }

  /// Adds centroids to a model: of each row `dimensions` numbers in units of 1/128.
  static func add(_ table: [Int8], dimensions: Int, to builder: inout ModelFileBuilder) {
    builder.add(section, integers: table, columns: dimensions)
  }
}
