/// The features that decide what becomes of a form's capitals: 'American' keeps them, 'Thanks' and 'SERVICE' do not,
/// 'New' does within a name. Training and use call the same code; their numbers are part of the model format.
public enum LemmaCaseTemplates {
  /// No more features than this are written.
  public static let maximum = 32

  /// Whether there is a choice: for forms with capitals, and for names that are written without.
  @inlinable
  public static func isAsked(_ record: TokenRecord) -> Bool {
    record.flags.contains(.hasUpper) || record.partOfSpeech == .properNoun
  }

  /// Writes the features of the token at `token`, whose record and whose neighbours' hold their tags. Returns how many.
  public static func write(
    _ token: UnsafePointer<TokenRecord>, into features: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var n = 0
    let (x, before, after) = (token[0], token[-1], token[1])
    let (tag, tag1, tag2) = (x.tag & 0xFF, before.tag & 0xFF, after.tag & 0xFF)
    let capitals =
      LemmaKey.letterCase(x.flags) | LemmaKey.letterCase(before.flags) << 2 | LemmaKey.letterCase(after.flags) << 4
    let place = x.flags.rawValue & (TokenFlags.isFirst.rawValue | TokenFlags.isShouted.rawValue)
    @inline(__always) func add(_ template: UInt32, _ value: UInt32) {
      features[n] = FeatureHash.mix(template &+ 512, value)
      n += 1
    }
    @inline(__always) func mix(_ a: UInt32, _ b: UInt32) -> UInt32 { FeatureHash.mix(a, b) }
    add(0, tag)
    add(1, mix(tag, LemmaKey.letterCase(x.flags)))
    add(2, mix(tag, mix(capitals, place)))
    add(3, mix(tag, x.form))
    add(4, mix(tag, x.folded))
    add(5, x.form)
    add(6, x.folded)
    add(7, mix(tag, x.shape))
    add(8, mix(tag, x.suffix3))
    add(9, mix(tag, x.suffix2))
    add(10, mix(tag, x.lexicon))
    add(11, mix(x.tag, LemmaKey.letterCase(x.flags)))
    add(12, mix(tag, x.fineCluster))
    add(13, mix(tag, x.coarseCluster))
    add(14, mix(tag, tag1))
    add(15, mix(tag, tag2))
    add(16, mix(tag, tag1 &* 64 &+ tag2))
    add(17, mix(mix(tag, tag1 &* 64 &+ tag2), capitals))
    add(18, mix(x.folded, tag2))
    add(19, mix(x.folded, tag1))
    add(20, mix(x.folded, capitals))
    add(21, mix(x.folded, after.folded))
    add(22, mix(x.folded, before.folded))
    add(23, mix(tag, after.folded))
    add(24, mix(tag, before.folded))
    add(25, mix(tag, mix(x.flags.ofSpelling, x.wordClass)))
    return n
  }
}
