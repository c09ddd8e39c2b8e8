/// Classes of bytes and of Unicode scalars, as far as tokens need them.
enum ByteClass {
  static let letter: UInt8 = 1
  static let upper: UInt8 = 2
  static let digit: UInt8 = 4
  static let space: UInt8 = 8
  /// A byte of a multi-byte sequence.
  static let high: UInt8 = 16
  static let punctuation: UInt8 = 32
  /// '@', which makes a chunk worth searching for addresses.
  static let at: UInt8 = 64

  /// The class of each byte; letters that are capitals carry both bits, '_' counts as a letter only inside words.
  static let table: [UInt8] = (0..<256).map { (value: Int) -> UInt8 in
    switch UInt8(value) {
    case 0x41...0x5A: letter | upper
    case 0x61...0x7A: letter
    case 0x30...0x39: digit
    case 0x09...0x0D, 0x20, 0x1C...0x1F: space
    case 0x80...0xFF: high
    case 0x40: punctuation | at
    default: punctuation
    }
  }
}

/// A Unicode scalar as it stands in the text: its class and its length in bytes.
struct ScalarClass {
  enum Kind: UInt8 {
    case letter
    case space
    case apostrophe
    case punctuation
    case symbol
    case emoji
    /// Joiners and marks that belong to what stands before them: ZWJ, variation selectors, skin tones.
    case extender
    /// No UTF-8: a byte by itself.
    case invalid
  }

  var kind: Kind
  var length: Int
  var scalar: UInt32

  /// The scalar at `i` (any byte): ill-formed sequences come out byte by byte as `.invalid`.
  init(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) {
    let (scalar, length) = ScalarClass.decode(text, i)
    self.length = length
    self.scalar = scalar
    kind = scalar == 0xFFFF_FFFF ? .invalid : ScalarClass.kind(of: scalar)
  }

  /// The value and length of the sequence at `i`; (0xFFFFFFFF, 1) when it is ill-formed.
  static func decode(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> (scalar: UInt32, length: Int) {
    let lead = text[i]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2 && lead <= 0xF4 && i + length <= text.count else { return (0xFFFF_FFFF, 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for k in 1..<length {
      guard text[i + k] & 0xC0 == 0x80 else { return (0xFFFF_FFFF, 1) }
      scalar = scalar << 6 | UInt32(text[i + k] & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= least && scalar <= 0x10FFFF && !(0xD800...0xDFFF).contains(scalar) else { return (0xFFFF_FFFF, 1) }
    return (scalar, length)
  }

  /// The kind of a scalar outside ASCII. What is no known space, punctuation or symbol counts as a letter, so that
  /// words of every script stay whole.
  static func kind(of scalar: UInt32) -> Kind {
    switch scalar {
    case ..<0x2000: lowKind(scalar)
    case 0x2000...0x2BFF: middleKind(scalar)
    case 0x3000: .space
    case 0x3001...0x3003, 0x3008...0x3020, 0x3030, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
      0xFF5B...0xFF65, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0x2E00...0x2E5D:
      .punctuation
    case 0xFEFF: .space
    case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: .extender
    case 0x1F000...0x1FAFF: .emoji
    case 0xFFE0...0xFFE6, 0xFFFC...0xFFFD, 0xE000...0xF8FF: .symbol
    default: .letter
    }
  }

  /// Below U+2000: Latin-1 punctuation, and that of Greek, Hebrew, Arabic, Devanagari and others.
  private static func lowKind(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0x85, 0xA0, 0x1680: .space
    case 0x80...0x9F: .symbol
    case 0xAA, 0xB5, 0xBA, 0xAD: .letter
    case 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF: .punctuation
    case 0xA2...0xBE, 0xD7, 0xF7: .symbol
    case 0x37E, 0x387, 0x55A...0x55F, 0x589...0x58A, 0x5BE, 0x5C0, 0x5C3, 0x5F3...0x5F4, 0x60C...0x60D, 0x61B,
      0x61E...0x61F, 0x66A...0x66D, 0x6D4, 0x964...0x965, 0x970, 0x10FB, 0x1360...0x1368, 0x166D...0x166E,
      0x17D4...0x17D6:
      .punctuation
    case 0x2BC: .apostrophe
    default: .letter
    }
  }

  /// U+2000–U+2BFF: general punctuation, currency, arrows, mathematics, pictographs.
  private static func middleKind(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0x2000...0x200B, 0x2028...0x2029, 0x202F, 0x205F...0x2060: .space
    case 0x200C...0x200D: .extender
    case 0x2019: .apostrophe
    case 0x200E...0x200F, 0x202A...0x202E, 0x2061...0x206F: .extender
    case 0x2010...0x205E: .punctuation
    case 0x2070...0x209F: .letter
    case 0x20D0...0x20FF: .extender
    case 0x20A0...0x20CF: .symbol
    case 0x2100...0x218F: .letter
    case 0x2600...0x27BF, 0x2B00...0x2BFF, 0x231A...0x231B, 0x23E9...0x23FA: .emoji
    default: .symbol
    }
  }
}
