import CKernels

/// What a network sees of a token: a row in each of some tables of embeddings, which stand one behind the other.
///
/// Training and use call the same code. Order and sizes are part of the model format.
public protocol EmbeddedFeatures {
  /// Rows of each table, powers of two; the word itself comes first.
  static var tables: [Int] { get }
  /// Number of tables.
  static var count: Int { get }
  /// The first of the eight tables of the word's vector (`TableRows.add`).
  static var vectorTable: Int { get }
  /// Writes the rows of a token, numbered through all tables. Complexity: O(tables).
  static func write(_ token: UnsafePointer<TokenRecord>, into rows: UnsafeMutablePointer<UInt32>)
}

extension EmbeddedFeatures {
  /// Rows of all tables.
  public static var rows: Int { tables.reduce(0, +) }
}

/// Numbers rows through tables whose sizes are powers of two.
struct TableRows {
  private let rows: UnsafeMutablePointer<UInt32>
  private var next = 0
  private var start: UInt32 = 0

  @inline(__always)
  init(_ rows: UnsafeMutablePointer<UInt32>) { self.rows = rows }

  /// The row of a value in the next table, of 2^`bits` rows.
  @inline(__always)
  mutating func add(_ bits: UInt32, _ value: UInt32) {
    rows[next] = start + (value & ((1 << bits) - 1))
    start += 1 << bits
    next += 1
  }
}

/// Embeddings of what a network sees of a token, summed up.
struct TokenEmbeddings<Features: EmbeddedFeatures>: Sendable {
  // Into the file, which is read only: safe to share.
  private nonisolated(unsafe) let table: UnsafePointer<Int8>
  private let width: Int

  /// Reads the section `name`.
  init(_ file: ModelFile, _ name: String, width: Int) throws(ModelError) {
    self.width = width
    table = try file.table(name, count: Features.rows * width)
  }

  /// Writes a row of bytes for each record, 128 + 127 x of values between -1 and 1.
  func write(
    _ records: UnsafePointer<TokenRecord>, count: Int, rows: UnsafeMutablePointer<UInt32>,
    into out: UnsafeMutablePointer<UInt8>
  ) {
    for i in 0..<count {
      Features.write(records + i, into: rows)
      quipu_embed(table, rows, Features.count, width, out + i * width)
    }
  }
}
