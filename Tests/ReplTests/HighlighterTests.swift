import Testing

@testable import QuipuRepl

@Suite struct HighlighterTests {
  private let plain = Highlighter(style: TextStyle(isOn: false))

  @Test(arguments: [
    ("Anna met Bob.", [["Anna"], ["Bob"]], "[Anna] met [Bob]."),
    ("Port Vesta is a port.", [["Port", "Port Vesta"]], "[Port Vesta] is a port."),
    ("SIMKOVA left.", [["Anna Šimková", "Šimková"]], "[SIMKOVA] left."),
    ("Die Straße 9", [["Strasse"]], "Die [Straße] 9"), ("Annabel left.", [["Anna"]], "Annabel left."),
    ("Anna and Anna", [["Anna"], ["Anna"]], "[Anna] and [Anna]"), ("", [["Anna"]], ""), ("Anna", [[""], []], "Anna"),
  ])
  func marksTheFirstPlaceOfEach(_ sentence: String, _ names: [[String]], _ marked: String) {
    #expect(plain.mark(sentence, names) == marked)
  }

  @Test(arguments: [
    ([0..<2, 11..<14], "[He] and his [dog]"), ([11..<14, 0..<2], "[He] and his [dog]"),
    ([3..<14, 11..<14], "He [and his dog]"),
    ([0..<2, 0..<6], "[He and] his dog"), ([], "He and his dog"),
  ])
  func marksPlaces(_ places: [Range<Int>], _ marked: String) {
    #expect(plain.mark("He and his dog", at: places) == marked)
  }

  @Test func isBoldAtATerminal() {
    #expect(Highlighter(style: TextStyle(isOn: true)).mark("Anna left", [["anna"]]) == "\u{1B}[1mAnna\u{1B}[0m left")
  }
}
