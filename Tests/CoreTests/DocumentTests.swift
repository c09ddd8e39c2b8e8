import QuipuCore
import Testing

@Suite struct DocumentTests {
  @Test func textBecomesItsBytes() {
    let (text, day) = ("Zürich — 5 °C", CivilDate(iso: "2024-07-24"))
    let document = Document(id: "d1", title: "Head", date: day, source: "d1.txt", text: text)
    #expect(document.bytes == Array(text.utf8))
    let same = Document(id: "d1", title: "Head", date: day, source: "d1.txt", bytes: Array(text.utf8))
    #expect(document == same)
  }

  @Test func rangesCountBytes() {
    let document = Document(id: "d", text: "Zürich — 5 °C")
    #expect(document.text(ByteRange(0, 7)) == "Zürich")
    #expect(document.text(ByteRange(8, 11)) == "—")
    #expect(document.text(ByteRange(4, 4)).isEmpty)
    #expect(document.text(ByteRange(0, UInt32(document.bytes.count))) == "Zürich — 5 °C")
  }

  @Test func titleDateAndSourceMayBeMissing() {
    let document = Document(id: "d", text: "")
    #expect(document.title == nil && document.date == nil && document.source == nil && document.bytes.isEmpty)
  }
}
