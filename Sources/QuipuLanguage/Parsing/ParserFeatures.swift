/// What the parser sees of a token.
public enum ParserFeatures: EmbeddedFeatures {
  public static let tables: [Int] = [
    1 << 13, 1 << 12, 1 << 11, 1 << 10, 1 << 11, 1 << 9, 1 << 9, 1 << 5, 1 << 9, 1 << 9,
    1 << 7, 1 << 9, 1 << 11, 1 << 8, 1 << 8, 1 << 8, 1 << 8, 1 << 8,
  ]
  public static let count = 18
  public static let vectorTable = 10

  /// Tables of the token's part of speech and morphology.
  public static let tagTables = 6..<8

  @inline(__always)
  public static func write(_ token: UnsafePointer<TokenRecord>, into rows: UnsafeMutablePointer<UInt32>) {
    let x = token.pointee
    var rows = TableRows(rows)
    rows.add(13, x.folded)
    rows.add(12, x.suffix3)
    rows.add(11, x.suffix4)
    rows.add(10, x.suffix2)
    rows.add(11, x.prefix3)
    rows.add(9, FeatureHash.mix(x.shape, x.flags.rawValue))
    rows.add(9, FeatureHash.mix(7, x.tag))
    rows.add(5, x.tag)
    rows.add(9, x.wordClass)
    rows.add(9, FeatureHash.mix(9, x.lexicon))
    rows.add(x.code)
  }
}

extension TableRows {
  /// The rows of a word's vector in eight tables, of 2^7, 2^9, 2^11 and five times 2^8 rows.
  @inline(__always)
  mutating func add(_ code: WordCode) {
    add(7, code.coarse)
    add(9, code.middle)
    add(11, code.fine)
    for stage in 0..<UInt64(WordCode.codeCount) { add(8, code.code(stage)) }
  }
}
