import QuipuCore
import Testing

@Suite struct DocumentTests {
  @Test func textBecomesItsBytes() {
    let document = Document(id: "d1", title: "Head", date: CivilDate(iso: "2024-07-24"), source: "d1.txt", text: "Zürich — 5 °C")
    #expect(document.bytes == Array("Zürich — 5 °C".utf8))
    #expect(document == Document(
      id: "d1", title: "Head", date: CivilDate(year: 2024, month: 7, day: 24), source: "d1.txt",
      bytes: Array("Zürich — 5 °C".utf8)))
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
