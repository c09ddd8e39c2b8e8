/// What the parser sees of a token: a row in each of some tables of embeddings, which stand one behind the other.
///
/// Training and parsing call the same code. Order and sizes are part of the model format.
public enum ParserFeatures {
  /// Rows of each table, powers of two; the word itself comes first, the word's vector last.
  public static let tables: [Int] = [
    1 << 13, 1 << 12, 1 << 11, 1 << 10, 1 << 11, 1 << 9, 1 << 9, 1 << 5, 1 << 9, 1 << 9,
    1 << 7, 1 << 9, 1 << 11, 1 << 8, 1 << 8, 1 << 8, 1 << 8, 1 << 8,
  ]
  public static let count = 18

  /// Tables of the token's part of speech and morphology.
  public static let tagTables = 6..<8
  /// Tables of the vector's cluster and codes, whose rows come from its centroids.
  public static let vectorTables = 12..<18
  /// Tables whose rows are learnt: all but those of the codes.
  public static let learntTables = 0..<13

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
    add(0, 13, x.folded)
    add(1, 12, x.suffix3)
    add(2, 11, x.suffix4)
    add(3, 10, x.suffix2)
    add(4, 11, x.prefix3)
    add(5, 9, FeatureHash.mix(x.shape, x.flags.rawValue))
    add(6, 9, FeatureHash.mix(7, x.tag))
    add(7, 5, x.tag)
    add(8, 9, x.wordClass)
    add(9, 9, FeatureHash.mix(9, x.lexicon))
    add(10, 7, x.code.coarse)
    add(11, 9, x.code.middle)
    add(12, 11, x.code.fine)
    for stage in 0..<WordCode.codeCount { add(13 + stage, 8, x.code.code(stage)) }
  }
}
