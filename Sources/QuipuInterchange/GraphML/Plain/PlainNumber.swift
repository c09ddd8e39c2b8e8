#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Numbers in the spellings that writers of graphs use, read off bytes without a `String`. What these functions do not
/// read may still be a number to Swift's own initialisers.
enum PlainNumber {
  /// A sign or none and up to 18 digits.
  @inline(__always)
  static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    var i = 0
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative { i = 1 }
    guard text.count > i, text.count - i <= 18 else { return nil }
    var number: Int64 = 0
    while i < text.count {
      let digit = text[i] &- 0x30
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ Int64(digit)
      i += 1
    }
    return isNegative ? -number : number
  }

  /// Digits with a point and an exponent or without, the number nearest to them.
  ///
  /// Up to 19 digits are gathered as an integer. One of up to 2^53 times a power of ten up to 10^22 is exact in both
  /// factors, and so rounded once (W. D. Clinger, How to Read Floating Point Numbers Accurately, 1990); the rest is the
  /// C library's. The text must be followed by a byte that belongs to no number, as `<` and quotes.
  static func double(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let parts = Parts(text) else { return nil }
    if parts.digits <= 19, parts.significand <= 1 << 53, parts.exponent >= -22, parts.exponent <= 22 {
      let number = Double(parts.significand)
      let scaled = parts.exponent < 0 ? number / powers[-parts.exponent] : number * powers[parts.exponent]
      return parts.isNegative ? -scaled : scaled
    }
    return libraryDouble(text)
  }

  /// The text taken apart: significand · 10^exponent.
  private struct Parts {
    var isNegative = false
    var significand: UInt64 = 0
    var exponent = 0
    /// Digits of the significand, leading zeros left out; with more than 19 it has overflown.
    var digits = 0

    @inline(__always)
    init?(_ text: UnsafeBufferPointer<UInt8>) {
      var i = 0
      isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
      if isNegative { i = 1 }
      guard takeDigits(text, &i) > 0 else { return nil }
      if i < text.count, text[i] == UInt8(ascii: ".") {
        i += 1
        let count = takeDigits(text, &i)
        guard count > 0 else { return nil }
        exponent = -count
      }
      if i < text.count {
        guard takeExponent(text, &i), i == text.count else { return nil }
      }
    }

    @inline(__always)
    private mutating func takeDigits(_ text: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Int {
      let start = i
      while i < text.count {
        let digit = text[i] &- 0x30
        guard digit <= 9 else { break }
        significand = significand &* 10 &+ UInt64(digit)
        if digits > 0 || digit > 0 { digits += 1 }
        i += 1
      }
      return i - start
    }

    private mutating func takeExponent(_ text: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Bool {
      guard text[i] | 0x20 == UInt8(ascii: "e"), i + 1 < text.count else { return false }
      i += 1
      let isNegative = text[i] == UInt8(ascii: "-")
      if isNegative || text[i] == UInt8(ascii: "+") { i += 1 }
      let start = i
      var size = 0
      while i < text.count, text[i] &- 0x30 <= 9, i - start < 5 {
        size = size * 10 + Int(text[i] - 0x30)
        i += 1
      }
      exponent += isNegative ? -size : size
      return i > start
    }
  }

  /// 10^0 … 10^22, all exact.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// Nil where it reads less than the whole text, as in a locale whose decimal sign is a comma.
  private static func libraryDouble(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let base = text.baseAddress else { return nil }
    return base.withMemoryRebound(to: CChar.self, capacity: text.count) { start in
      var end: UnsafeMutablePointer<CChar>?
      let number = strtod(start, &end)
      return end.map { $0 - text.count == start } == true ? number : nil
    }
  }
}
