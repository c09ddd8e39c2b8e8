/// The hashes that linear models are indexed by: the same on every machine and in every run.
///
/// Changing any of them makes every trained model worthless: `ModelFormat.version` must change with them.
public enum FeatureHash {
  @usableFromInline static let seed: UInt32 = 2_166_136_261

  /// One step of 32-bit FNV-1a (Fowler, Noll, Vo).
  @inlinable @inline(__always)
  static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  /// The low bits choose rows of tables, so they take some of the high ones in.
  @inlinable @inline(__always)
  static func finish(_ hash: UInt32) -> UInt32 { hash ^ (hash >> 15) }

  /// Complexity: O(bytes).
  @inlinable
  public static func bytes(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = seed
    for byte in bytes { hash = step(hash, byte) }
    return finish(hash)
  }

  /// Of a word that is given in the code. Complexity: O(bytes).
  static func word(_ text: some StringProtocol) -> UInt32 {
    Array(text.utf8).withUnsafeBufferPointer { bytes($0) }
  }

  /// Puts two values into one: a template's number and what it saw, or two parts of a conjunction. Not symmetric.
  /// The constants are those of MurmurHash3's finalizer (Appleby 2011).
  @inlinable @inline(__always)
  public static func mix(_ a: UInt32, _ b: UInt32) -> UInt32 {
    var x = (a ^ (b &* 0x9E37_79B1)) &* 0x85EB_CA6B
    x ^= x >> 15
    return x &* 0xC2B2_AE35 ^ (x >> 13)
  }
}
