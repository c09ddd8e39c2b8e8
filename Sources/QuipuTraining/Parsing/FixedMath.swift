/// Functions that the C library computes differently on different machines, made of steps that IEEE 754 fixes.
enum FixedMath {
  /// e to the power of x, for x <= 0; relative error below 1e-5.
  @inline(__always)
  static func exp(_ x: Float) -> Float {
    guard x > -80 else { return 0 }
    let scaled = x * 1.442_695_04
    let whole = scaled.rounded(.down)
    // 2^f on [0, 1) by its Taylor polynomial.
    let f = (scaled - whole) * 0.693_147_18
    let power =
      1 + f * (1 + f * (0.5 + f * (0.166_666_67 + f * (0.041_666_668 + f * (0.008_333_334 + f * 0.001_388_889)))))
    return power * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  }
}

extension FixedMath {
  /// The natural logarithm of a positive, finite number; absolute error below 1e-5.
  static func log(_ x: Float) -> Float {
    let exponent = Int32(x.bitPattern >> 23) - 127
    let m = Float(bitPattern: x.bitPattern & 0x7F_FFFF | 0x3F80_0000)
    // By artanh: ln m = 2 (t + t^3/3 + t^5/5 + ...), t = (m - 1) / (m + 1) < 1/3.
    let t = (m - 1) / (m + 1)
    let s = t * t
    let series = 1 + s * (0.333_333_34 + s * (0.2 + s * (0.142_857_15 + s * 0.111_111_11)))
    return Float(exponent) * 0.693_147_18 + 2 * t * series
  }
}
