/// What a lemma rule may be looked up by, the most particular first. Training and lemmatizing make the same keys.
public enum LemmaKey {
  /// Endings of the folded form up to this many bytes.
  public static let longestEnding = 8

  /// The form as written with tag and morphology: 'found' as a past of 'find', or as a base form.
  @inlinable public static func morphology(_ record: TokenRecord) -> UInt64 { key(0, record.form, record.tag) }
  /// The form as written with its tag.
  @inlinable public static func form(_ record: TokenRecord) -> UInt64 { key(1, record.form, record.tag & 0xFF) }
  /// The folded form with its tag.
  @inlinable public static func folded(_ record: TokenRecord) -> UInt64 { key(2, record.folded, record.tag & 0xFF) }

  /// Calls `body` with the length and the key of each ending, from the empty one up. The keys hold the tag.
  @inlinable
  public static func endings(
    _ folded: UnsafeBufferPointer<UInt8>, _ record: TokenRecord, _ body: (Int, UInt64) -> Void
  ) {
    let tag = record.tag & 0xFF
    var hash = FeatureHash.seed
    body(0, key(3, 0, tag))
    for length in 0..<min(longestEnding, folded.count) {
      hash = FeatureHash.step(hash, folded[folded.count - 1 - length])
      body(length + 1, key(4 + UInt64(length), hash, tag))
    }
  }

  /// 0 without capitals, 1 with the first, 2 all, 3 others.
  @inlinable static func letterCase(_ flags: TokenFlags) -> UInt32 {
    guard flags.contains(.hasUpper) else { return 0 }
    return flags.contains(.isUpper) ? 2 : flags.contains(.startsUpper) ? 1 : 3
  }

  /// Two rounds of multiplication spread the parts over both halves, which `HashedMap` uses apart from each other.
  @inlinable static func key(_ level: UInt64, _ hash: UInt32, _ tag: UInt32) -> UInt64 {
    var x = (UInt64(hash) << 24 | level << 16 | UInt64(tag & 0xFFFF)) &* 0x9E37_79B9_7F4A_7C15
    x ^= x >> 32
    x = x &* 0xBF58_476D_1CE4_E5B9
    return x ^ (x >> 29)
  }
}
