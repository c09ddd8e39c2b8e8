import QuipuLanguage
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("QUIPU", "quipu"), ("Zürich", "zurich"), ("ÅNGSTRÖM", "angstrom"), ("Łódź", "lodz"), ("Škoda", "skoda"),
    ("Đoković", "dokovic"), ("Reykjavík", "reykjavik"), ("Ørsted", "orsted"), ("São Tomé", "sao tome"),
    ("İzmir", "izmir"), ("Iğdır", "igdir"), ("Ženeva", "zeneva"), ("Ÿ ÿ", "y y"), ("Čapek", "capek"),
    ("ŵ Ŷ", "w y"),
  ])
  func letters(_ text: String, _ folded: String) {
    #expect(Folding.fold(text) == folded)
  }

  @Test(arguments: [
    ("Straße", "strasse"), ("Ægir", "aegir"), ("œuvre", "oeuvre"), ("Þórr", "thorr"), ("þing", "thing"),
  ])
  func lettersThatBecomeTwo(_ text: String, _ folded: String) {
    #expect(Folding.fold(text) == folded)
  }

  @Test func typographicApostrophes() {
    #expect(Folding.fold("Norway’s") == "norway's")
    #expect(Folding.fold("‘tis") == "'tis")
    // Dashes become hyphens, other marks of the same block stay.
    #expect(Folding.fold("“Yes” – no…") == "“yes” - no…")
  }

  @Test(arguments: ["東京", "القاهرة", "תל אביב", "× ÷", "€5", "\u{1F600}"])
  func otherScriptsStay(_ text: String) {
    #expect(Folding.fold(text) == text)
  }

  @Test(arguments: [("Київ", "київ"), ("Αθήνα", "αθήνα")])
  func otherScriptsLoseTheirCase(_ text: String, _ folded: String) {
    #expect(Folding.fold(text) == folded)
  }

  @Test func asciiLettersOnlyLoseTheirCase() {
    for value in UInt8(0)..<0x80 {
      let text = String(Unicode.Scalar(value))
      // The grave accent stands for an apostrophe in old texts.
      #expect(Folding.fold(text) == (text == "`" ? "'" : text.lowercased()))
    }
  }

  /// Letters of Latin-1 and Latin Extended-A agree with Unicode's own case mapping, and folding again changes nothing.
  @Test func capitalsAndSmallLettersFoldAlike() {
    for value in UInt32(0xC0)..<0x180 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = Folding.fold(String(scalar))
      #expect(Folding.fold(folded) == folded)
      // 'İ' becomes two scalars, 'ŉ' and 'ſ' have no small letter of their own, the digraph 'ĳ' is left alone.
      guard ![0x130, 0x132, 0x133, 0x149, 0x17F].contains(value) else { continue }
      #expect(Folding.fold(scalar.properties.lowercaseMapping) == folded, "U+\(String(value, radix: 16))")
    }
  }

  @Test func commaBelowAndOtherLettersOfExtendedB() {
    #expect(Folding.fold("Timișoara, Galați, Ǎ") == "timisoara, galati, a")
  }

  @Test func cutOffBytesAreKept() {
    let bytes: [UInt8] = [0x41, 0xC3]
    var out: [UInt8] = []
    bytes.withUnsafeBufferPointer { Folding.fold($0, into: &out) }
    #expect(out == [0x61, 0xC3])
  }

  @Test func appendsToWhatIsThere() {
    var out: [UInt8] = Array("a-".utf8)
    Array("B".utf8).withUnsafeBufferPointer { Folding.fold($0, into: &out) }
    #expect(out == Array("a-b".utf8))
  }
}
