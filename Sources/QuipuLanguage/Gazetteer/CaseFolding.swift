/// Folds letters for look-up: lower case, Latin letters without their diacritics.
///
/// Simple on purpose: one scalar at a time, no normalisation of the rest. 'É' and 'E' + U+0301 both become 'e', 'ß'
/// 'ss', 'Æ' 'ae', 'Ł' 'l'; curly apostrophes and typographic hyphens become ASCII ones; joiners and soft hyphens go.
/// The base letters follow the canonical decompositions of the Unicode Character Database.
enum CaseFolding {
  /// Appends the folded bytes of `text[range]` and tells whether it holds a capital letter.
  static func fold(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into output: inout [UInt8]
  ) -> Bool {
    var hasCapital = false
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = text[i]
      if byte < 0x80 {
        let isUpper = byte &- 0x41 < 26
        hasCapital = hasCapital || isUpper
        output.append(isUpper ? byte | 0x20 : byte == 0x60 ? 0x27 : byte)
        i += 1
      } else {
        let (scalar, length) = ScalarClass.decode(text, i)
        if scalar == 0xFFFF_FFFF {
          output.append(byte)
        } else if fold(scalar, into: &output) {
          hasCapital = true
        }
        i += length
      }
    }
    return hasCapital
  }

  /// Appends the folding of a scalar outside ASCII; true when it is a capital.
  private static func fold(_ scalar: UInt32, into output: inout [UInt8]) -> Bool {
    switch scalar {
    case 0xC0..<0x250:
      return foldLatin(scalar, latin.utf8Start[Int(scalar - 0xC0)], into: &output)
    case 0x1E00..<0x1F00:
      return foldLatin(scalar, latinAdditional.utf8Start[Int(scalar - 0x1E00)], into: &output)
    case 0x300..<0x370, 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F: return false
    case 0x2018...0x2019, 0x2BC: output.append(0x27)
    case 0x2010...0x2013: output.append(0x2D)
    case 0x410..<0x430:
      append(scalar + 0x20, to: &output)
      return true
    default:
      return foldOther(scalar, into: &output)
    }
    return false
  }

  /// `base` is the table's letter: '*' stands for two letters, '.' for no base letter.
  private static func foldLatin(_ scalar: UInt32, _ base: UInt8, into output: inout [UInt8]) -> Bool {
    switch base {
    case 0x2E: return foldOther(scalar, into: &output)
    case 0x2A: output.append(contentsOf: digraph(scalar))
    default: output.append(base)
    }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  private static func digraph(_ scalar: UInt32) -> [UInt8] {
    switch scalar {
    case 0xDE, 0xFE: [0x74, 0x68]
    case 0xDF: [0x73, 0x73]
    case 0x132...0x133: [0x69, 0x6A]
    case 0x152...0x153: [0x6F, 0x65]
    default: [0x61, 0x65]
    }
  }

  private static func foldOther(_ scalar: UInt32, into output: inout [UInt8]) -> Bool {
    guard let value = Unicode.Scalar(scalar), value.properties.isUppercase else {
      append(scalar, to: &output)
      return false
    }
    output.append(contentsOf: value.properties.lowercaseMapping.utf8)
    return true
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    guard let value = Unicode.Scalar(scalar) else { return }
    output.append(contentsOf: UTF8.encode(value) ?? UTF8.encodedReplacementCharacter)
  }

  /// Base letters of U+00C0–U+024F.
  private static let latin: StaticString = """
    aaaaaa*ceeeeiiiidnooooo.ouuuuy**aaaaaa*ceeeeiiiidnooooo.ouuuuy*yaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsb.......\
    ......e..ff....ikk......oo.............uu..yyzz......................aaiioouuuuuuuuuueaaaa**ggggkkoo\
    oo..j...gg..nnaa**ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy...............b............
    """

  /// Base letters of U+1E00–U+1EFF.
  private static let latinAdditional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """
}
