/// What the parser sees of a token: a row in each of some tables of embeddings, which stand one behind the other.
///
/// Training and parsing call the same code. Order and sizes are part of the model format.
public enum ParserFeatures {
  /// Rows of each table, powers of two; the word itself comes first.
  public static let tables: [Int] = [1 << 14, 1 << 12, 1 << 12, 1 << 10, 1 << 12, 1 << 9, 1 << 9, 1 << 9, 1 << 9, 1 << 9]

  public static let count = 10

  /// Rows of all tables.
  public static let rows = tables.reduce(0, +)

  /// Writes the rows of a token, numbered through all tables.
  @inline(__always)
  public static func write(_ token: UnsafePointer<TokenRecord>, into rows: UnsafeMutablePointer<UInt32>) {
    let x = token.pointee
    rows[0] = x.folded & 0x3FFF
    rows[1] = 0x4000 + (x.suffix3 & 0xFFF)
    rows[2] = 0x5000 + (x.suffix4 & 0xFFF)
    rows[3] = 0x6000 + (x.suffix2 & 0x3FF)
    rows[4] = 0x6400 + (x.prefix3 & 0xFFF)
    rows[5] = 0x7400 + (FeatureHash.mix(x.shape, x.flags.rawValue) & 0x1FF)
    rows[6] = 0x7600 + (FeatureHash.mix(7, x.tag) & 0x1FF)
    rows[7] = 0x7800 + (x.tag & 0x1F)
    rows[8] = 0x7A00 + (FeatureHash.mix(8, x.wordClass) & 0x1FF)
    rows[9] = 0x7C00 + (FeatureHash.mix(9, x.lexicon) & 0x1FF)
  }
}
