/// FNV-1a, 64 bits (Fowler, Noll, Vo): the same value on every machine and in every run, unlike `Hasher`.
///
/// Used for identifiers and for hash tables whose order could show.
public enum StableHash {
  public static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inlinable public static func combine(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  @inlinable public static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64 = StableHash.seed) -> UInt64 {
    var h = seed
    for b in bytes { h = combine(h, b) }
    return h
  }

  @inlinable public static func hash(_ text: String) -> UInt64 { hash(text.utf8) }

  /// Sixteen lower-case hexadecimal digits.
  public static func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
