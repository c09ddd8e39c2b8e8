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

  /// Writes a row of bytes for each record, 128 + 127 x of values between -1 and 1.
  func write(
    _ records: UnsafePointer<TokenRecord>, count: Int, rows: UnsafeMutablePointer<UInt32>,
    into out: UnsafeMutablePointer<UInt8>
  ) {
    for i in 0..<count {
      ParserFeatures.write(records + i, into: rows)
      quipu_embed(table, rows, ParserFeatures.count, width, out + i * width)
    }
  }
}
