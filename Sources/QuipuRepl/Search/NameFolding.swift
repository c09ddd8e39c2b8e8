import QuipuLanguage

/// What spellings of one name have in common: words in lower case, without diacritics and punctuation.
enum NameFolding {
  /// Words of letters and digits. Full stops and apostrophes vanish ('U.S.' is 'us'), all else parts words.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in Folding.fold(text).unicodeScalars {
      switch scalar {
      case ".", "'", "\u{2019}", "\u{2BC}": continue
      case "a"..."z", "0"..."9": word.append(scalar)
      case _ where !scalar.isASCII && isWordLetter(scalar): word.append(scalar)
      default:
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  private static func isWordLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }
}
