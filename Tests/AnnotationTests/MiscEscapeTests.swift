import QuipuAnnotation
import QuipuTestSupport
import Testing

@Suite struct MiscEscapeTests {
  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    MiscEscape.append(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (" \t\r\n|\\", #"\s\t\r\n\p\\"#), ("\u{A0}\u{2028}\u{200B}\u{0}", #"\u00A0\u2028\u200B\u0000"#),
    ("\u{E0001}", #"\U000E0001"#), ("é🦙a", "é🦙a"), ("", ""),
  ])
  func escapes(_ text: String, _ expected: String) {
    #expect(escaped(text) == expected)
    #expect(MiscEscape.unescaped(expected)?.utf8.elementsEqual(text.utf8) == true)
  }

  @Test(arguments: [#"\"#, #"\x"#, #"\u12"#, #"\uZZZZ"#, #"\U00110000"#, #"\uD800"#])
  func whatIsNoEscapeIsRefused(_ text: String) { #expect(MiscEscape.unescaped(text) == nil) }

  @Test func anythingComesBack() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<3000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let limit: UInt32 = [0x80, 0x300, 0x3000, 0x11_0000][Int.random(in: 0..<4, using: &random)]
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { text.append(scalar) }
      }
      let result = escaped(String(text))
      #expect(!result.unicodeScalars.contains { $0.properties.isWhitespace || $0 == "|" })
      #expect(MiscEscape.unescaped(result)?.utf8.elementsEqual(String(text).utf8) == true)
    }
  }
}
