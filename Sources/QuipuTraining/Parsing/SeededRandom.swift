/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
struct SeededRandom {
  private var state: UInt64

  /// A stream of its own for each combination of numbers.
  init(_ numbers: UInt64...) {
    state = 0x9E37_79B9_7F4A_7C15
    for number in numbers {
      state ^= number
      state = next()
    }
  }

  mutating func next() -> UInt64 { SeededRandom.step(&state) }

  /// The next number of a stream, and its state behind it.
  @inline(__always)
  static func step(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 to below 1, in steps of 2^-24.
  mutating func unit() -> Float { Float(next() >> 40) * 0x1p-24 }
}
