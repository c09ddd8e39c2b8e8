/// The features that decide a token's morphology once all tags of the sentence are there.
///
/// The token's own tag goes into every feature, since one table of weights serves all parts of speech.
public enum MorphologyTemplates {
  /// No more features than this are written.
  public static let maximum = 32

  /// Writes the features of the token at `token`, whose record and whose neighbours' hold their tags. Returns how many.
  public static func write(
    _ token: UnsafePointer<TokenRecord>, into features: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var n = 0
    let x = token.pointee
    let own = x.tag & 0xFF
    @inline(__always) func add(_ template: UInt32, _ value: UInt32) {
      features[n] = FeatureHash.mix(template &* 32 &+ own &+ 4096, value)
      n += 1
    }
    func tag(_ offset: Int) -> UInt32 { token[offset].tag & 0xFF }
    let around = (token[-1].folded, token[-2].folded, token[-3].folded, token[1].folded)
    add(0, 0)
    add(1, x.form)
    add(2, x.folded)
    add(3, x.shape)
    add(4, x.suffix1)
    add(5, x.suffix2)
    add(6, x.suffix3)
    add(7, x.suffix4)
    add(8, tag(-1))
    add(9, tag(-1) &* 64 &+ tag(-2))
    add(10, (tag(-1) &* 64 &+ tag(-2)) &* 64 &+ tag(-3))
    add(11, tag(1))
    add(12, tag(1) &* 64 &+ tag(2))
    add(13, FeatureHash.mix(x.folded, tag(-1)))
    add(14, FeatureHash.mix(x.suffix2, tag(-1)))
    add(15, around.0)
    add(16, around.1)
    add(17, around.2)
    add(18, FeatureHash.mix(around.0, x.suffix2))
    add(19, FeatureHash.mix(around.1, x.suffix2))
    add(20, FeatureHash.mix(around.0, around.1))
    add(21, around.3)
    add(22, FeatureHash.mix(x.suffix2, token[-1].suffix2))
    add(23, FeatureHash.mix(x.folded, around.0))
    add(24, FeatureHash.mix(x.folded, around.1))
    // The morphology of the two tokens before, which is decided already: subjects agree with their verbs.
    add(25, token[-1].tag)
    add(26, FeatureHash.mix(token[-1].tag, x.suffix2))
    add(27, FeatureHash.mix(token[-2].tag, token[-1].tag))
    return n
  }
}
