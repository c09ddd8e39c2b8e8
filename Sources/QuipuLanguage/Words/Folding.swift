/// Case and accent folding for look-ups: lower-case Latin letters without diacritics, typographic apostrophes as `'`.
///
/// The letters of Latin-1 Supplement and Latin Extended-A and B are folded by table (their Unicode decompositions, and
/// the usual spellings for those that have none: 'ø' as 'o', 'ß' as 'ss', 'ł' as 'l'); other scripts stay as they are.
public enum Folding {
  /// Appends the folded bytes of a UTF-8 text. Complexity: O(n), no allocation beyond the buffer's growth.
  public static func fold(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte < 0x80 {
        out.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        i += 1
      } else if byte >= 0xC3 && byte <= 0xC9 && i + 1 < text.count {
        let scalar = UInt32(byte & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F)
        appendLatin(scalar, text[i], text[i + 1], into: &out)
        i += 2
      } else if byte == 0xE2 && i + 2 < text.count && text[i + 1] == 0x80
        && (text[i + 2] == 0x99 || text[i + 2] == 0x98)
      {
        out.append(UInt8(ascii: "'"))
        i += 3
      } else {
        out.append(byte)
        i += 1
      }
    }
  }

  public static func fold(_ text: String) -> String {
    var text = text
    var out: [UInt8] = []
    text.withUTF8 { fold($0, into: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  private static func appendLatin(_ scalar: UInt32, _ first: UInt8, _ second: UInt8, into out: inout [UInt8]) {
    let index = Int(scalar) - 0xC0
    if index >= 0 && index < table.count && table[index] != 0 {
      let letter = table[index]
      out.append(letter)
      switch scalar {
      case 0xC6, 0xE6, 0x152, 0x153: out.append(UInt8(ascii: "e"))
      case 0xDF: out.append(UInt8(ascii: "s"))
      case 0xDE, 0xFE: out.append(UInt8(ascii: "h"))
      default: break
      }
    } else {
      out.append(first)
      out.append(second)
    }
  }

  /// Base letters of U+00C0…U+024F, a `.` where there is none.
  private static let table: [UInt8] = {
    let rows =
      "aaaaaaaceeeeiiii" + "dnooooo.ouuuuyts" + "aaaaaaaceeeeiiii" + "dnooooo.ouuuuyty"  // U+00C0 – U+00FF
      + "aaaaaaccccccccdd" + "ddeeeeeeeeeegggg" + "gggghhhhiiiiiiii" + "ii..jjkkklllllll"  // U+0100 – U+013F
      + "lllnnnnnnnnnoooo" + "oooorrrrrrssssss" + "ssttttttuuuuuuuu" + "uuuuwwyyyzzzzzzs"  // U+0140 – U+017F
    return rows.utf8.map { $0 == UInt8(ascii: ".") ? 0 : $0 }
  }()
}
