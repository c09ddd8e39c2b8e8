/// Case and accent folding for look-ups of words: lower case, Latin letters without diacritics, plain apostrophes.
///
/// The one folding that the lexicon, the gazetteer and the comparison of names share (`CaseFolding`).
public enum Folding {
  /// Appends the folded bytes of a UTF-8 text. Complexity: O(n), no allocation beyond the buffer's growth.
  public static func fold(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    _ = CaseFolding.fold(text, 0..<text.count, into: &out)
  }

  public static func fold(_ text: String) -> String {
    var text = text
    var out: [UInt8] = []
    text.withUTF8 { fold($0, into: &out) }
    return String(decoding: out, as: UTF8.self)
  }
}
