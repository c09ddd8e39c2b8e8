/// The features that the tagger decides by. Training and tagging call the same code.
///
/// Their numbers are part of the model format.
public enum TaggerTemplates {
  /// No more features than this are written.
  public static let maximum = 48

  /// Writes the features of the token at `token`, with the tags (raw value + 1; 0 before the first token) of the two
  /// tokens before it. Reads `TokenRecords.margin` records around. Returns how many were written.
  public static func write(
    _ token: UnsafePointer<TokenRecord>, _ tag1: UInt32, _ tag2: UInt32, into features: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var n = 0
    @inline(__always) func add(_ template: UInt32, _ value: UInt32) {
      features[n] = FeatureHash.mix(template, value)
      n += 1
    }
    let x = token.pointee
    let capital = TokenFlags.startsUpper.rawValue
    let (before, before2, after, after2) = (token - 1, token - 2, token + 1, token + 2)
    add(0, 0)
    add(1, x.form)
    add(2, x.folded)
    add(3, x.shape)
    add(4, x.suffix1)
    add(5, x.suffix2)
    add(6, x.suffix3)
    add(7, x.suffix4)
    add(8, x.prefix1)
    add(9, x.prefix2)
    add(10, x.prefix3)
    add(11, x.flags.rawValue)
    add(12, tag1)
    add(13, tag1 &* 64 &+ tag2)
    add(14, FeatureHash.mix(x.folded, tag1))
    add(15, FeatureHash.mix(x.suffix3, tag1))
    add(16, before.pointee.folded)
    add(17, before2.pointee.folded)
    add(18, after.pointee.folded)
    add(19, after2.pointee.folded)
    add(20, after.pointee.suffix3)
    add(21, after.pointee.shape)
    add(22, before.pointee.shape)
    add(23, before.pointee.suffix3)
    add(24, FeatureHash.mix(before.pointee.folded, x.folded))
    add(25, FeatureHash.mix(x.folded, after.pointee.folded))
    add(26, x.wordClass &* 1024 &+ tag1)
    add(27, FeatureHash.mix(x.wordClass, after.pointee.wordClass))
    add(28, FeatureHash.mix(tag1, after.pointee.wordClass))
    add(29, after.pointee.wordClass)
    add(30, FeatureHash.mix(after.pointee.wordClass, after2.pointee.wordClass))
    add(31, FeatureHash.mix(x.wordClass, tag1 &* 64 &+ tag2))
    add(32, FeatureHash.mix(FeatureHash.mix(x.wordClass, tag1), after.pointee.wordClass))
    add(33, x.lexicon)
    add(34, FeatureHash.mix(x.lexicon, x.flags.rawValue))
    add(35, FeatureHash.mix(x.lexicon, tag1))
    add(36, FeatureHash.mix(x.lexicon, x.suffix3))
    add(37, FeatureHash.mix(x.lexicon, after.pointee.lexicon))
    add(38, FeatureHash.mix(FeatureHash.mix(x.lexicon, x.flags.rawValue & capital), after.pointee.shape))
    add(39, after.pointee.lexicon)
    add(40, before.pointee.lexicon)
    return n
  }
}
