import QuipuLanguage

/// Vectors of words as rows of a matrix, filled up with zeros.
struct VectorRows {
  /// Dimensions beyond are left out.
  static let width = 64

  private let centroids: WordCentroids?

  /// Without centroids no word has a vector.
  init(_ centroids: WordCentroids?) {
    precondition(
      (centroids?.dimensions ?? 0) <= VectorRows.width, "vectors of more than \(VectorRows.width) dimensions")
    self.centroids = centroids
  }

  /// Writes a row for each code.
  func write(_ codes: [WordCode], into rows: UnsafeMutablePointer<Float>) {
    rows.update(repeating: 0, count: codes.count * VectorRows.width)
    guard let centroids else { return }
    for (t, code) in codes.enumerated() { centroids.add(code, to: rows + t * VectorRows.width) }
  }

  /// Adds to the rows of an encoder's embeddings what a matrix makes of the centroids of clusters and codes: sums of
  /// embeddings are then what the network has learnt from sums of centroids.
  func fold(
    _ matrix: UnsafePointer<Float>, width: Int, tables: [Int], vectorTable: Int, into embeddings: FloatBuffer
  ) {
    guard let centroids else { return }
    // Behind the tables of the larger clusters.
    var start = tables[..<(vectorTable + 2)].reduce(0, +)
    let row = FloatBuffer(VectorRows.width)
    for stage in 0...WordCode.codeCount {
      for number in 0..<tables[vectorTable + 2 + stage] {
        row.clear()
        centroids.add(row: WordCentroids.row(stage: stage, number), to: row.start)
        let out = embeddings.start + (start + number) * width
        for j in 0..<VectorRows.width {
          for k in 0..<width { out[k] += row.start[j] * matrix[j * width + k] }
        }
      }
      start += tables[vectorTable + 2 + stage]
    }
  }
}
