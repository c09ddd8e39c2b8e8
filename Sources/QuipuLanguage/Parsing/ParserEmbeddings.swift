import CKernels

/// Embeddings of what the parser sees of a token, summed up.
struct ParserEmbeddings: Sendable {
  // Into the file, which is read only: safe to share.
  private nonisolated(unsafe) let table: UnsafePointer<Int8>
  private let width: Int

  /// Reads the section `parser.embeddings`.
  init(_ file: ModelFile, _ shape: ParserShape) throws(ModelError) {
    width = shape.input
    table = try file.table("parser.embeddings", count: ParserFeatures.rows * shape.input)
  }

  /// Writes a row of bytes for each record, 128 + 127 x of values between -1 and 1. `rows` has room for the features of
  /// two records, so that the memory is asked for one while another is summed up.
  func write(
    _ records: UnsafePointer<TokenRecord>, count: Int, rows: UnsafeMutablePointer<UInt32>,
    into out: UnsafeMutablePointer<UInt8>
  ) {
    guard count > 0 else { return }
    var (now, next) = (rows, rows + ParserFeatures.count)
    ParserFeatures.write(records, into: now)
    for i in 0..<count {
      if i + 1 < count {
        ParserFeatures.write(records + i + 1, into: next)
        quipu_prefetch_rows(table, next, ParserFeatures.count, .max, width)
      }
      quipu_embed(table, now, ParserFeatures.count, width, out + i * width)
      swap(&now, &next)
    }
  }
}
