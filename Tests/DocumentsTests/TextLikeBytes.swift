import QuipuTestSupport

extension SplitMix64 {
  /// Half ASCII, half lead and continuation bytes.
  mutating func textLikeBytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      let r = next()
      return r & 1 == 0 ? UInt8(r >> 8 & 0x7F) : UInt8(r >> 8 & 0xFF) | 0x80
    }
  }
}
