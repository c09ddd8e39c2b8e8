import QuipuCore

/// What kind of token stands around a possible sentence boundary, coarser than its form and finer than `Token.Kind`.
enum BoundaryClass: UInt8 {
  case outside
  case lower
  case capitalized
  case upper
  case initial
  case mixed
  case otherScript
  case abbreviation
  case integer
  case number
  case fullStop
  case question
  case exclamation
  case mixedFinal
  case ellipsis
  case comma
  case semicolon
  case colon
  case dash
  case opening
  case closing
  case openingQuote
  case closingQuote
  case bullet
  case line
  case emoticon
  case link
  case currency
  case symbol

  /// Full stops, question and exclamation marks, ellipses.
  var isFinal: Bool { rawValue >= BoundaryClass.fullStop.rawValue && rawValue <= BoundaryClass.ellipsis.rawValue }

  /// Complexity: O(bytes) of the token.
  init(_ token: Token, in text: UnsafeBufferPointer<UInt8>, nextIsJoined: Bool) {
    let range = token.range.range
    switch token.kind {
    case .word: self = BoundaryClass.word(range, text)
    case .number: self = BoundaryClass.number(range, text)
    case .punctuation: self = BoundaryClass.punctuation(range, text, token.isJoined, nextIsJoined)
    case .symbol:
      let first = text[range.lowerBound]
      self = first == 0x24 || first == 0xE2 || first == 0xC2 ? .currency : .symbol
    case .special: self = BoundaryClass.special(range, text)
    }
  }

  private static func word(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> BoundaryClass {
    let first = text[range.lowerBound]
    if first >= 0x80 { return .otherScript }
    let isUpper = first &- 0x41 < 26
    if text[range.upperBound - 1] == 0x2E { return range.count == 2 && isUpper ? .initial : .abbreviation }
    var (upper, lower) = (0, 0)
    for i in range {
      if text[i] &- 0x41 < 26 { upper += 1 } else if text[i] &- 0x61 < 26 { lower += 1 }
    }
    if upper == 0 { return .lower }
    if lower == 0 { return range.count == 1 ? .initial : .upper }
    return isUpper && upper == 1 ? .capitalized : .mixed
  }

  private static func number(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> BoundaryClass {
    for i in range where text[i] &- 0x30 >= 10 { return .number }
    return .integer
  }

  private static func special(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> BoundaryClass {
    let first = text[range.lowerBound]
    return first | 0x20 &- 0x61 < 26 || first &- 0x30 < 10 || first == 0x23 || first == 0x40 ? .link : .emoticon
  }

  private static func punctuation(
    _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ isJoined: Bool, _ nextIsJoined: Bool
  ) -> BoundaryClass {
    let first = text[range.lowerBound]
    switch first {
    case 0x2E, 0x21, 0x3F: return final(range, text)
    case 0x2C: return .comma
    case 0x3B: return .semicolon
    case 0x3A: return .colon
    case 0x28, 0x5B, 0x7B, 0x3C: return range.count > 2 ? .line : .opening
    case 0x29, 0x5D, 0x7D, 0x3E: return range.count > 2 ? .line : .closing
    case 0x2D: return range.count > 3 ? .line : !isJoined && !nextIsJoined && range.count == 1 ? .bullet : .dash
    case 0x22, 0x27, 0x60: return isJoined && !(nextIsJoined && first == 0x60) ? .closingQuote : .openingQuote
    case 0x2A, 0x2B, 0x7E, 0x3D, 0x5F, 0x23: return range.count > 2 ? .line : .bullet
    case ..<0x80: return .symbol
    default: return high(ScalarClass(text, range.lowerBound).scalar)
    }
  }

  private static func final(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> BoundaryClass {
    let first = text[range.lowerBound]
    for i in range where text[i] != first { return .mixedFinal }
    if first == 0x2E { return range.count == 1 ? .fullStop : .ellipsis }
    return first == 0x21 ? .exclamation : .question
  }

  private static func high(_ scalar: UInt32) -> BoundaryClass {
    switch scalar {
    case 0x2026: .ellipsis
    case 0x3002, 0x06D4, 0x0964, 0xFF0E, 0xFF61: .fullStop
    case 0xFF1F, 0x061F, 0x2047...0x2049: .question
    case 0xFF01, 0x203C...0x203D: .exclamation
    case 0x2018, 0x201C, 0x201E, 0xAB, 0x300C: .openingQuote
    case 0x2019, 0x201D, 0xBB, 0x300D: .closingQuote
    case 0x2010...0x2015: .dash
    case 0xFF08: .opening
    case 0xFF09: .closing
    case 0xB7, 0x2022, 0x2023, 0x2043, 0x25A0...0x25FF, 0x2756, 0x2794, 0x27A2: .bullet
    default: .symbol
    }
  }
}
