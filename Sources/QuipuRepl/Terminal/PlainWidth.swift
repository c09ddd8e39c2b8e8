import QuipuRows

/// Columns of text that may hold ANSI colours, which take none.
enum PlainWidth {
  static func of(_ text: some StringProtocol) -> Int {
    var plain = String.UnicodeScalarView()
    var isInEscape = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" {
        isInEscape = true
      } else if !isInEscape {
        plain.append(scalar)
      } else if scalar.properties.isAlphabetic {
        isInEscape = false
      }
    }
    return DisplayWidth.of(String(plain))
  }
}
