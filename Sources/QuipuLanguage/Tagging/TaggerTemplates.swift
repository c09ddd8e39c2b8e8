/// The features that the tagger decides by, in two parts: those of the words alone, and those with tags on one side,
/// which are decided already when the tagger comes from there. Training and tagging call the same code.
///
/// Their numbers are part of the model format.
public enum TaggerTemplates {
  /// No more features than this are written by one call.
  public static let maximum = 64

  /// Writes the features of the token at `token` that ask for no tags. Reads `TokenRecords.margin` records around.
  /// Returns how many were written.
  public static func writeWords(
    _ token: UnsafePointer<TokenRecord>, into features: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var n = 0
    @inline(__always) func add(_ template: UInt32, _ value: UInt32) {
      features[n] = FeatureHash.mix(template, value)
      n += 1
    }
    @inline(__always) func mix(_ a: UInt32, _ b: UInt32) -> UInt32 { FeatureHash.mix(a, b) }
    let x = token.pointee
    let capital = x.flags.rawValue & TokenFlags.startsUpper.rawValue
    let (b1, b2, a1, a2) = (token - 1, token - 2, token + 1, token + 2)
    // The word itself.
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
    add(11, x.flags.ofSpelling)
    add(12, x.lexicon)
    add(13, mix(x.lexicon, x.flags.ofSpelling))
    add(14, mix(x.lexicon, x.suffix3))
    add(15, x.fineCluster)
    // The words around.
    add(16, b1.pointee.folded)
    add(17, b2.pointee.folded)
    add(18, a1.pointee.folded)
    add(19, a2.pointee.folded)
    add(20, b1.pointee.suffix3)
    add(21, a1.pointee.suffix3)
    add(22, b1.pointee.shape)
    add(23, a1.pointee.shape)
    add(24, mix(b1.pointee.folded, x.folded))
    add(25, mix(x.folded, a1.pointee.folded))
    add(26, mix(mix(b1.pointee.folded, x.folded), a1.pointee.folded))
    add(27, token[-3].folded)
    add(28, token[3].folded)
    // Tags that they may have.
    add(29, b1.pointee.wordClass)
    add(30, a1.pointee.wordClass)
    add(31, mix(b1.pointee.wordClass, x.wordClass))
    add(32, mix(x.wordClass, a1.pointee.wordClass))
    add(33, mix(b2.pointee.wordClass, b1.pointee.wordClass))
    add(34, mix(a1.pointee.wordClass, a2.pointee.wordClass))
    add(35, mix(mix(x.wordClass, b1.pointee.wordClass), a1.pointee.wordClass))
    add(36, mix(mix(b1.pointee.wordClass, b2.pointee.wordClass), x.wordClass))
    add(37, mix(mix(a1.pointee.wordClass, a2.pointee.wordClass), x.wordClass))
    // What the vocabulary says of them.
    add(38, b1.pointee.lexicon)
    add(39, a1.pointee.lexicon)
    add(40, mix(x.lexicon, a1.pointee.lexicon))
    add(41, mix(mix(x.lexicon, capital), a1.pointee.shape))
    add(42, b1.pointee.fineCluster)
    add(43, b2.pointee.fineCluster)
    add(44, a1.pointee.fineCluster)
    add(45, a2.pointee.fineCluster)
    add(46, mix(b1.pointee.coarseCluster, x.coarseCluster))
    add(47, mix(a1.pointee.coarseCluster, x.coarseCluster))
    return n
  }

  /// Writes the features of the token at `token` with the tags (raw value + 1; 0 outside the sentence) of the next two
  /// tokens where the tagger comes from, and with the word ahead. `step` is 1 from left to right, -1 from right to left.
  /// Returns how many were written.
  public static func writeTags(
    _ token: UnsafePointer<TokenRecord>, step: Int, _ tag1: UInt32, _ tag2: UInt32,
    into features: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var n = 0
    let base: UInt32 = step > 0 ? 64 : 96
    @inline(__always) func add(_ template: UInt32, _ value: UInt32) {
      features[n] = FeatureHash.mix(base &+ template, value)
      n += 1
    }
    @inline(__always) func mix(_ a: UInt32, _ b: UInt32) -> UInt32 { FeatureHash.mix(a, b) }
    let x = token.pointee
    let ahead = token[step].wordClass
    let tags = tag1 &* 64 &+ tag2
    add(0, tag1)
    add(1, tags)
    add(2, mix(x.folded, tag1))
    add(3, mix(x.folded, tags))
    add(4, mix(x.suffix3, tag1))
    add(5, mix(x.wordClass, tag1))
    add(6, mix(x.wordClass, tags))
    add(7, mix(tag1, ahead))
    add(8, mix(mix(x.wordClass, tag1), ahead))
    add(9, mix(x.lexicon, tag1))
    add(10, mix(x.fineCluster, tag1))
    add(11, mix(mix(x.suffix2, tag1), ahead))
    add(12, mix(tags, ahead))
    return n
  }
}
