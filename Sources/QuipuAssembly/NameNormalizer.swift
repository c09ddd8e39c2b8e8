/// Makes of a name what its variants have in common: words in lower case without accents, punctuation and article.
struct NameNormalizer {
  /// Last words of a company's name that tell its legal form, normalised.
  static let legalForms: Set<String> = [
    "ab", "ag", "as", "asa", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "kg", "kgaa",
    "limited", "llc", "llp", "lp", "ltd", "nv", "oy", "oyj", "plc", "pte", "pty", "sa", "sarl", "se", "spa", "srl",
  ]

  /// Words that an acronym may pass over.
  private static let smallWords: Set<String> = ["and", "de", "for", "in", "of", "on", "the"]

  /// The words of a name; legal forms are left off the end where asked. Empty for a name without letters and digits.
  ///
  /// Full stops and apostrophes vanish ('U.N.' is 'UN'), `&` is 'and', all other punctuation parts words.
  static func words(_ name: String, strippingLegalForm: Bool = false) -> [String] {
    var words = split(name)
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    guard strippingLegalForm else { return words }
    var stripped = false
    while let last = words.last, words.count > 1, legalForms.contains(last) || (stripped && last == "and") {
      words.removeLast()
      stripped = true
    }
    return words
  }

  /// Whether a word is made of the initials of several others, small words counted or not.
  static func isAcronym(_ word: String, of words: [String]) -> Bool {
    guard words.count > 1, word.utf8.count > 1 else { return false }
    let all = String(words.compactMap(\.first))
    return word == all || word == String(words.filter { !smallWords.contains($0) }.compactMap(\.first))
  }

  /// Whether a name describes ('drone attack') rather than names: letters with case, none of them upper.
  static func isDescription(_ name: String) -> Bool {
    var hasLower = false
    for scalar in name.unicodeScalars {
      if scalar.isASCII {
        if scalar >= "A", scalar <= "Z" { return false }
        if scalar >= "a", scalar <= "z" { hasLower = true }
      } else {
        if scalar.properties.isUppercase { return false }
        if scalar.properties.isLowercase { hasLower = true }
      }
    }
    return hasLower
  }

  private static func split(_ name: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.append(scalar)
      case "A"..."Z": word.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case ".", "'", "\u{2019}", "\u{2BC}": break
      case "&":
        end()
        words.append("and")
      case _ where scalar.isASCII: end()
      case _ where scalar.properties.generalCategory == .nonspacingMark: break
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        word.append(contentsOf: fold(scalar))
      default: end()
      }
    }
    end()
    return words
  }

  /// Lower case without diacritics. Latin letters tell theirs in their Unicode names: 'LATIN SMALL LETTER E WITH ACUTE'.
  private static func fold(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    var folded = String.UnicodeScalarView()
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      if lower.properties.generalCategory == .nonspacingMark { continue }
      if let base = base(lower) { folded.append(contentsOf: base) } else { folded.append(lower) }
    }
    return folded
  }

  private static func base(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView? {
    guard scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value), let name = scalar.properties.name,
      name.hasPrefix("LATIN SMALL ")
    else { return nil }
    let words = name.split(separator: " ")
    guard words.count > 3 else { return nil }
    switch words[3] {
    case "SHARP": return "ss".unicodeScalars
    case "ETH": return "d".unicodeScalars
    case "THORN": return "th".unicodeScalars
    case "DOTLESS": return "i".unicodeScalars
    case let letters where letters.utf8.count <= 2: return String(letters).lowercased().unicodeScalars
    default: return nil
    }
  }
}
