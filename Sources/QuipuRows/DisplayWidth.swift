/// How many columns of a terminal a text takes.
public enum DisplayWidth {
  /// The sum over the text's grapheme clusters. Complexity: O(bytes).
  public static func of(_ text: String) -> Int {
    var isPlain = true
    for byte in text.utf8 where !(0x20..<0x7F).contains(byte) { isPlain = false }
    return isPlain ? text.utf8.count : text.reduce(0) { $0 + of($1) }
  }

  /// The sum over the scalars: 0 for marks above and below, 2 for wide characters of East Asia, else 1. An emoji,
  /// joined of however many, takes two.
  public static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value >= 0x1100, first.properties.isEmojiPresentation { return 2 }
    var width = 0
    for scalar in character.unicodeScalars {
      // Asks for the emoji's picture where the character also has a plain form.
      if scalar == "\u{FE0F}" { return 2 }
      width += of(scalar)
    }
    return width
  }

  /// The longest beginning of the text that fits, with an ellipsis where something is left out.
  public static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    guard width > 0 else { return "" }
    var result = ""
    var used = 0
    for character in text {
      let next = of(character)
      guard used + next <= width - 1 else { break }
      used += next
      result.append(character)
    }
    return result + "…"
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
    if isWide(scalar) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator: return 0
    // Joiners and marks of direction; the soft hyphen is shown by terminals.
    case .format: return scalar == "\u{AD}" ? 1 : 0
    default: return isJoiningJamo(scalar) ? 0 : 1
    }
  }

  /// The vowels and final consonants of Hangul, which stand inside the square of the consonant before them.
  private static func isJoiningJamo(_ scalar: Unicode.Scalar) -> Bool {
    (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x1100 else { return false }
    var (low, high) = (0, wideRanges.count)
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(scalar.value) && scalar.value != 0x303F
  }

  /// East_Asian_Width W and F (Unicode Standard Annex 11), whole blocks, ascending; emoji come from their own property.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x3029, 0x302E...0x303E, 0x3041...0x3098, 0x309B...0x4DBF,
    0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x17000...0x18CFF, 0x18D00...0x18D08, 0x1AFF0...0x1B2FB,
    0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
