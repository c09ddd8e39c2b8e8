import QuipuLanguage

/// Reads words with the codes of their vectors: lines of word, cluster and codes, the latter two in hexadecimal, parted
/// by tabs; and what these stand for: table, number and vector. Comments (`# `) and the heads of columns are left out.
public enum WordCodeReader {
  /// `path` is the name for errors.
  public static func codes(in bytes: [UInt8], path: String) throws(TrainingError) -> [(hash: UInt32, code: WordCode)] {
    var result: [(hash: UInt32, code: WordCode)] = []
    for (number, fields) in TableLines.rows(in: bytes, head: "word\tcluster\tcodes") {
      guard fields.count == 3, let code = code(fields[1], fields[2]) else {
        throw TrainingError(
          path: path, line: number, reason: "the line is no word with cluster and codes",
          advice: "write word, tab, cluster below 800, tab, ten digits, all in hexadecimal")
      }
      result.append((Array(fields[0]).withUnsafeBufferPointer { FormFolding.hash($0) }, code))
    }
    return result
  }

  /// The table of all centroids, row by row (`WordCentroids`), and the length of each. Rows that are not there are 0.
  public static func centroids(
    in bytes: [UInt8], path: String
  ) throws(TrainingError) -> (table: [Int8], dimensions: Int) {
    var table: [Int8] = []
    var dimensions = 0
    for (number, fields) in TableLines.rows(in: bytes, head: "table\tnumber\tvector") {
      if dimensions == 0, fields.count == 3 {
        dimensions = fields[2].count / 2
        table = [Int8](repeating: 0, count: WordCentroids.rows * dimensions)
      }
      guard fields.count == 3, let stage = integer(fields[0]), let code = integer(fields[1]),
        stage <= WordCode.codeCount, code < (stage == 0 ? WordCode.clusterCount : 256),
        let vector = vector(fields[2]), vector.count == dimensions
      else {
        throw TrainingError(
          path: path, line: number, reason: "the line is no centroid like those before it",
          advice: "write table, tab, number, tab, two digits for each dimension, all in hexadecimal")
      }
      let row = WordCentroids.row(stage: stage, code)
      table.replaceSubrange(row * dimensions..<(row + 1) * dimensions, with: vector)
    }
    guard dimensions > 0 else {
      throw TrainingError(path: path, reason: "holds no centroid", advice: "make it with Tools/vectors/make.py")
    }
    return (table, dimensions)
  }

  private static func integer(_ text: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: text, as: UTF8.self), radix: 16).flatMap { $0 < 0 ? nil : $0 }
  }

  private static func vector(_ text: ArraySlice<UInt8>) -> [Int8]? {
    guard text.count % 2 == 0, !text.isEmpty else { return nil }
    var result: [Int8] = []
    for i in stride(from: text.startIndex, to: text.endIndex, by: 2) {
      guard let byte = UInt8(String(decoding: text[i..<i + 2], as: UTF8.self), radix: 16) else { return nil }
      result.append(Int8(bitPattern: byte))
    }
    return result
  }

  private static func code(_ cluster: ArraySlice<UInt8>, _ codes: ArraySlice<UInt8>) -> WordCode? {
    guard let cluster = UInt16(String(decoding: cluster, as: UTF8.self), radix: 16),
      cluster < WordCode.clusterCount, codes.count == 2 * WordCode.codeCount,
      let number = UInt64(String(decoding: codes, as: UTF8.self), radix: 16)
    else { return nil }
    let numbers = (0..<WordCode.codeCount).map { k in
      UInt8(truncatingIfNeeded: number >> UInt64(8 * (WordCode.codeCount - 1 - k)))
    }
    return WordCode(cluster: cluster, codes: numbers)
  }
}
