/// XXH64 (Collet, xxhash.com; specification 0.1.1): 64 bits at several bytes a cycle. The checksum of model files.
///
/// It finds damage, not malice.
public enum XXHash64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// Complexity: O(bytes).
  public static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    guard let base = bytes.baseAddress else { return finish(tail(seed &+ prime5, nil, 0, 0)) }
    var position = 0
    var hash = seed &+ prime5
    if bytes.count >= 32 {
      var a = seed &+ prime1 &+ prime2
      var b = seed &+ prime2
      var c = seed
      var d = seed &- prime1
      while position + 32 <= bytes.count {
        a = round(a, word(base, position))
        b = round(b, word(base, position + 8))
        c = round(c, word(base, position + 16))
        d = round(d, word(base, position + 24))
        position += 32
      }
      hash = rotate(a, 1) &+ rotate(b, 7) &+ rotate(c, 12) &+ rotate(d, 18)
      for lane in [a, b, c, d] { hash = (hash ^ round(0, lane)) &* prime1 &+ prime4 }
    }
    return finish(tail(hash &+ UInt64(bytes.count), base, position, bytes.count))
  }

  private static func tail(_ hash: UInt64, _ base: UnsafeRawPointer?, _ start: Int, _ end: Int) -> UInt64 {
    guard let base else { return hash }
    var (hash, position) = (hash, start)
    while position + 8 <= end {
      hash = rotate(hash ^ round(0, word(base, position)), 27) &* prime1 &+ prime4
      position += 8
    }
    if position + 4 <= end {
      let half = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt32.self))
      hash = rotate(hash ^ UInt64(half) &* prime1, 23) &* prime2 &+ prime3
      position += 4
    }
    while position < end {
      hash = rotate(hash ^ UInt64(base.load(fromByteOffset: position, as: UInt8.self)) &* prime5, 11) &* prime1
      position += 1
    }
    return hash
  }

  private static func finish(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
  }

  @inline(__always)
  private static func rotate(_ x: UInt64, _ bits: UInt64) -> UInt64 { x << bits | x >> (64 - bits) }

  @inline(__always)
  private static func word(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
