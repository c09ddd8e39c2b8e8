import QuipuCore
import QuipuDocuments
import Testing

@Suite struct PlainTextTests {
  @Test func titleAndDateOfAWikiNewsItem() throws {
    let text = "Bridge over the Oda reopens\n\nFriday, July 21, 2017\n\nThe bridge was closed on Tuesday.\n"
    let run = try Run.of(text, as: "bridge.txt")
    #expect(run.texts == [text])
    #expect(run.documents.first?.title == "Bridge over the Oda reopens")
    #expect(run.documents.first?.date?.description == "2017-07-21")
    #expect(run.ids == ["bridge"])
  }

  @Test func theTextStaysExactlyAsItIs() throws {
    let text = "  A line \r\n\r\n\tanother\u{A0}one \n\n\n"
    let run = try Run.of("\u{FEFF}" + text, as: "a.txt")
    #expect(run.texts == [text])
    #expect(run.notes == ["read as UTF-8 with a byte-order mark"])
  }

  @Test(arguments: [
    "A sentence is no title.\n\nMore text.", "No blank line follows\nMore text.", "Only a title\n",
    "July 21, 2017\n\nMore text.", "12345\n\nMore text.",
  ])
  func notATitle(_ text: String) throws {
    #expect(try Run.of(text, as: "a.txt").documents.first?.title == nil)
  }

  @Test func aTitleDirectlyAboveTheDate() throws {
    let document = try Run.of("Talks go on\n22 April 2024\nText follows here.\n", as: "a.txt").documents.first
    #expect(document?.title == "Talks go on")
    #expect(document?.date?.description == "2024-04-22")
  }
}
