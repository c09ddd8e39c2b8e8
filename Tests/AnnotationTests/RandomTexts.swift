import QuipuTestSupport

/// Seeded random texts of everything that a document may hold: English, other scripts, emoji, marks that combine,
/// controls, all kinds of white space, and bytes that are no text.
struct RandomTexts {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// A text of up to so many pieces. Half of the texts are mostly English.
  mutating func text(pieces count: Int = 120) -> String {
    var text = ""
    let isEnglish = Bool.random(using: &random)
    for _ in 0..<number(0...count) {
      switch number(0...(isEnglish ? 24 : 11)) {
      case 0: text += pick(RandomTexts.scripts)
      case 1: text += pick(RandomTexts.emoji)
      case 2: text += pick(RandomTexts.spaces)
      case 3: text += pick(RandomTexts.marks)
      case 4: text += scalars(4)
      case 5: text += String(repeating: pick(RandomTexts.marks), count: number(1...12))
      case 6: text += pick(RandomTexts.values)
      case 7: text += pick(RandomTexts.odd)
      default: text += pick(RandomTexts.words)
      }
      if number(0...9) < 7 { text += " " }
    }
    return text
  }

  /// Bytes of texts, of none, and of both.
  mutating func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<number(1...6) {
      switch number(0...3) {
      case 0: for _ in 0..<number(1...60) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      case 1:
        let whole = Array(text(pieces: 20).utf8)
        bytes += whole.prefix(number(0...whole.count))
      default: bytes += Array(text(pieces: 20).utf8)
      }
    }
    return bytes
  }

  /// A CoNLL-U file whose columns hold random texts; now and then a row is broken.
  mutating func conllu() -> String {
    var lines: [String] = ["# newdoc id = \(number(0...3))"]
    for _ in 0..<number(1...5) {
      if number(0...2) == 0 { lines.append("# \(field())") }
      var id = 1
      for _ in 0..<number(1...9) {
        if number(0...5) == 0 {
          lines.append(row("\(id)-\(id + number(0...3))"))
        } else {
          lines.append(row(number(0...30) == 0 ? "\(number(-2...12))" : "\(id)"))
          id += 1
        }
        if number(0...12) == 0 { lines.append(row("\(id).1")) }
      }
      lines.append("")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func row(_ id: String) -> String {
    let misc = pick(["_", "SpaceAfter=No", "SpacesAfter=\\n\\s", "Entity=(1|Foo=Bar", field()])
    let columns = [id, field(), field(), "NOUN", "_", "_", "0", "root", "_", misc]
    return columns.prefix(number(0...60) == 0 ? 7 : 10).joined(separator: "\t")
  }

  /// Without the format's own separators.
  private mutating func field() -> String {
    var field = text(pieces: 2)
    field.unicodeScalars.removeAll { $0 == "\t" || $0 == "\n" || $0 == "\r" }
    return field.isEmpty ? pick(RandomTexts.words) : field
  }

  private mutating func scalars(_ count: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<number(1...count) {
      let limit: UInt32 = pick([0x80, 0x250, 0x3000, 0x11_0000])
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { text.append(scalar) }
    }
    return String(text)
  }

  private static let words = [
    "The", "minister", "said", "that", "Ann", "Lee", "Mr.", "U.S.", "didn't", "company's", "of", "Acme", "Inc.", "flew",
    "to", "Oslo", "and", "who", "has", "been", "the", "dogs'", "re-elected", "state-of-the-art", "e.g.", "cannot",
    "it's",
    "John", "Smith", "University", "of", "Kenya", "will", "not", "buy", "gonna", "I", "am", "there", "running",
    "quickly",
    "I'd've", "ain't", "O'Neill", "Ph.D.", "a", "is", ",", ".", "!", "?", "\"", "(", ")", ";", ":", "-", "--", "...",
    "\n",
  ]
  private static let scripts = [
    "Привет", "мир", "Ελλάδα", "שלום", "مرحبا بالعالم", "नमस्ते", "สวัสดีชาวโลก", "你好世界", "こんにちは", "안녕하세요", "ßtraße", "ŁÓDŹ",
    "Ǆ", "ﬁ", "ﷺ", "İstanbul", "ǆ", "ⅷ", "Việt Nam", "ქართული", "አማርኛ", "ᚠᚢᚦ", "𐍈𐌰", "𝔘𝔫𝔦", "한글", "ﾊﾛｰ", "１２３",
  ]
  private static let emoji = ["🦙", "👨‍👩‍👧‍👦", "🇳🇴", "👍🏽", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☃", "1️⃣", "🤷🏻‍♀️", ":-)", "🇳", "\u{200D}", "\u{FE0F}"]
  private static let spaces = [
    " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u{A0}", "\u{2003}", "\u{2028}", "\u{2029}", "\u{85}", "\u{200B}",
    "\u{FEFF}",
    "\u{3000}", "\u{B}", "\u{C}", "\u{1C}", "\u{1680}", "\u{202F}", "\u{180E}",
  ]
  private static let marks = [
    "\u{301}", "e\u{301}\u{323}", "\u{20DD}", "|", "\\", "_", "&", "<", ">", "'", "\"", "“", "”", "’", "«", "…", "—",
    "%",
    "$", "€", "#", "@", "*", "[", "]", "/", "=", "~", "\u{202E}", "\u{2066}", "\u{AD}", "\u{FFFD}", "\u{FFFE}",
  ]
  private static let values = [
    "3 May 2024", "2024-05-03", "last Tuesday", "$5 million", "€1.2bn", "20%", "5.5 percent", "a year earlier", "three",
    "1,200 tonnes", "15:30", "since May", "the first half of 2024", "1/2", "99999999999999999999999999", "-0", "1e400",
    "over 240 billion dollars", "7th", "44 BC", "1990s", "between 5 and 10", "31 February 2023", "0x1F", "12.34.56",
  ]
  private static let odd = [
    "http://example.org/a?b=c|d", "a@b.example", "#tag", "@someone", "<b>bold</b>", "&amp;", "\\s\\u00A0", "# text = x",
    "1\t2\t3", "\u{0}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{9F}", "a.b.c.d.e", "''''''", "n't", "'s", "C++", "_",
    "--_--",
  ]
}
