#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Operators {
  /// The C library's `pow` (IEEE 754-2008, 9.2).
  static func raise(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
