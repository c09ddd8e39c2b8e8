/// What the parser sees of a token: a row in each of some tables of embeddings, which stand one behind the other.
///
/// Training and parsing call the same code. Order and sizes are part of the model format.
public enum ParserFeatures {
  /// Rows of each table, powers of two; the word itself comes first.
  public static let tables: [Int] = [
    1 << 14, 1 << 12, 1 << 11, 1 << 10, 1 << 11, 1 << 9, 1 << 9, 1 << 5, 1 << 9, 1 << 9, 1 << 10, 1 << 7,
  ]
  public static let count = 12

  /// Tables of the token's part of speech and morphology.
  public static let tagTables = 6..<8

  /// Rows of all tables.
  public static let rows = tables.reduce(0, +)

  /// Writes the rows of a token, numbered through all tables. Complexity: O(1).
  @inline(__always)
  public static func write(_ token: UnsafePointer<TokenRecord>, into rows: UnsafeMutablePointer<UInt32>) {
    let x = token.pointee
    var start: UInt32 = 0
    @inline(__always) func add(_ table: Int, _ bits: UInt32, _ value: UInt32) {
      rows[table] = start + (value & ((1 << bits) - 1))
      start += 1 << bits
    }
    add(0, 14, x.folded)
    add(1, 12, x.suffix3)
    add(2, 11, x.suffix4)
    add(3, 10, x.suffix2)
    add(4, 11, x.prefix3)
    add(5, 9, FeatureHash.mix(x.shape, x.flags.rawValue))
    add(6, 9, FeatureHash.mix(7, x.tag))
    add(7, 5, x.tag)
    add(8, 9, x.wordClass)
    add(9, 9, FeatureHash.mix(9, x.lexicon))
    add(10, 10, x.clusters & 0xFFFF)
    add(11, 7, x.clusters >> 16)
  }
}
