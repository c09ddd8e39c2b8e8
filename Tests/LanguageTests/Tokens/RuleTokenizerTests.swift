import QuipuCore
import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct RuleTokenizerTests {
  /// The tokens of a text, parted by one space.
  private func cut(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let tokens = RuleTokenizer().tokenize(text)
    return tokens.map { String(decoding: bytes[$0.range.range], as: UTF8.self) }.joined(separator: " ")
  }

  @Test(arguments: [
    ("I don't know, they're late.", "I do n't know , they 're late ."),
    ("Ann's cat can't and cannot; we're gonna", "Ann 's cat ca n't and can not ; we 're gon na"),
    ("They shouldn't've gone", "They should n't 've gone"),
    ("It’s Ann’s; he didn’t", "It ’s Ann ’s ; he did n’t"),
    ("the O'Neil brothers' house", "the O'Neil brothers ' house"),
    ("Im here, IM there", "I m here , IM there"),
    ("its not late; its roof leaks. Its a boat", "it s not late ; its roof leaks . It s a boat"),
    ("goin' home, 'Berlin' burns", "goin' home , ' Berlin ' burns"),
    ("I'ma fan, it isn'ta boat", "I 'm a fan , it is n't a boat"),
  ])
  func clitics(text: String, expected: String) { #expect(cut(text) == expected) }

  @Test(arguments: [
    ("Mr. Lee of Acme Inc. met Dr. No.", "Mr. Lee of Acme Inc. met Dr. No ."),
    ("No. 5 on Jan. 3 at 9 a.m. in the U.S. Army", "No. 5 on Jan. 3 at 9 a.m. in the U.S. Army"),
    ("J. R. R. Tolkien and A. Lee", "J. R. R. Tolkien and A. Lee"),
    ("so do I. Then", "so do I . Then"),
    ("apples, pears etc...", "apples , pears etc ..."),
    ("pears, etc. and figs, etc. Then nuts etc.", "pears , etc. and figs , etc . Then nuts etc ."),
    ("w/o sugar and/or salt, s/he said", "w/o sugar and / or salt , s/he said"),
    ("He sat. She sat.", "He sat . She sat ."),
    ("a Ph.D. in law on Sun. 14 July", "a Ph.D. in law on Sun. 14 July"),
  ])
  func abbreviations(text: String, expected: String) { #expect(cut(text) == expected) }

  @Test(arguments: [
    ("4.6% of 1,200 for $5.50", "4.6 % of 1,200 for $ 5.50"),
    ("US$3m or €20 on 7/23/2024 at 15:11", "US$ 3 m or € 20 on 7/23/2024 at 15:11"),
    ("the 5th, the 1980s, 5pm, 10kg, 3G", "the 5th , the 1980s , 5 pm , 10 kg , 3G"),
    ("2024-07-23 and 10-15 and 1998-1999", "2024-07-23 and 10 - 15 and 1998 - 1999"),
    ("9/11 and 1/2 and/or", "9/11 and 1 / 2 and / or"),
    ("the 1960's and 80’s, 1969's end", "the 1960's and 80’s , 1969 's end"),
    ("call 713/555-0100 in 20minutes", "call 713/555-0100 in 20 minutes"),
    ("It ended in 2001.Then", "It ended in 2001 . Then"),
  ])
  func numbers(text: String, expected: String) { #expect(cut(text) == expected) }

  @Test(arguments: [
    ("a long-term anti-tank deal", "a long - term anti-tank deal"),
    ("al-Nahar said -- and then—no...", "al - Nahar said -- and then — no ..."),
    ("“Yes,” he said. \"No!\" 'Why?'", "“ Yes , ” he said . \" No ! \" ' Why ? '"),
    ("as shown[1] (see below).", "as shown [ 1 ] ( see below ) ."),
    ("• one * two AT&T", "• one * two AT&T"),
    ("What?! Really...", "What ?! Really ..."),
    ("C++ and +44 and $.50", "C ++ and +44 and $ .50"),
    ("|----+----> a <= b ‘’ d**n", "|----+----> a <= b ‘’ d**n"),
  ])
  func punctuation(text: String, expected: String) { #expect(cut(text) == expected) }

  @Test(arguments: [
    ("(see http://example.org/a_(b).)", "( see http://example.org/a_(b) . )"),
    ("mail ann.b@example.org, or @ann on #Lima2024!", "mail ann.b@example.org , or @ann on #Lima2024 !"),
    ("www.example.com, example.co.uk/x. report.pdf", "www.example.com , example.co.uk/x . report.pdf"),
    ("end.Next", "end . Next"),
    ("on comp.lang.misc (draft) .doc @ 2.50, @2.50", "on comp.lang.misc ( draft ) .doc @ 2.50 , @ 2.50"),
    ("sad >:( or (: Yahoo! Mail", "sad >:( or (: Yahoo! Mail"),
    ("fine :) or :-( 👍🏽 👩‍👩‍👧 🇵🇪🇫🇷", "fine :) or :-( 👍🏽 👩‍👩‍👧 🇵🇪 🇫🇷"),
  ])
  func special(text: String, expected: String) { #expect(cut(text) == expected) }

  @Test(arguments: [
    ("Élysée, Сергей. 東京に。", "Élysée , Сергей . 東京に 。"),
    ("a\u{A0}b\u{200B}c\u{FEFF}d\u{3000}e", "a b c d e"),
    ("co\u{AD}operate", "co\u{AD}operate"),
    ("«oui» ¿qué?", "« oui » ¿ qué ?"),
  ])
  func otherScripts(text: String, expected: String) { #expect(cut(text) == expected) }

  @Test func kindsAndJoins() {
    let tokens = RuleTokenizer().tokenize("Ann paid $5, see x.org")
    #expect(tokens.map(\.kind) == [.word, .word, .symbol, .number, .punctuation, .word, .special])
    #expect(tokens.map(\.isJoined) == [false, false, false, true, true, false, false])
    #expect(tokens[3].range == ByteRange(10, 11))
  }

  /// Tokens are in order and not empty, hold no white space at their ends, and leave out only white space.
  private func expectPartition(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { text in
      var end = 0
      for token in RuleTokenizer().tokenize(text) {
        let range = token.range.range
        #expect(!range.isEmpty && range.lowerBound >= end)
        #expect(onlySpace(text, end..<range.lowerBound))
        #expect(token.isJoined == (range.lowerBound == end && end > 0))
        end = range.upperBound
      }
      #expect(onlySpace(text, end..<text.count))
    }
  }

  private func onlySpace(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      let isASCIISpace = text[i] < 0x80 && ByteClass.table[Int(text[i])] & ByteClass.space != 0
      let scalar = ScalarClass(text, i)
      guard isASCIISpace || text[i] >= 0x80 && scalar.kind == .space else { return false }
      i += scalar.length
    }
    return true
  }

  @Test func randomBytesAreKept() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let length = Int(random.next() % 40)
      expectPartition((0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    }
  }

  @Test func randomTextIsKept() {
    let pieces = [
      "a", "B", "1", "23", ".", "..", ",", "'", "’", "s", "n't", "-", "—", "/", ":", "@", "http://", "www.", ".com",
      "$", "%", "(", ")", "\"", "“", " ", "\n", "\u{A0}", "é", "東", "👍🏽", "🇵", "\u{200D}", "\u{301}", "&", "#", "_",
      "Mr",
      "U.S", "+", "~", "`", "^", "<", "=", "!", "?", "\0", "\u{85}", "pro", "can", "not",
    ]
    var random = SplitMix64(seed: 11)
    for _ in 0..<5_000 {
      let length = Int(random.next() % 14)
      let text = (0..<length).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      expectPartition(Array(text.utf8))
    }
  }

  /// Without white space every look-ahead sees a long chunk; each must be remembered. 25 times the bytes may take about
  /// 25 times as long: a quadratic pass would take 625 times.
  @Test(arguments: [
    "a", "1", "a.", "a@", "@", "http://", "a-", "1-", "1/", "'", "’", ".", "a'", "東", "x.y1", ":", "&a", "é'",
  ])
  func timeIsLinear(piece: String) {
    let growth = growth(from: 2_000, to: 50_000) { count in
      let bytes = Array(repeatElement(Array(piece.utf8), count: count).joined())
      bytes.withUnsafeBufferPointer { text in
        let tokens = RuleTokenizer().tokenize(text)
        #expect(tokens.last.map { Int($0.range.end) } == text.count)
      }
    }
    #expect(growth < 150)
  }
}
