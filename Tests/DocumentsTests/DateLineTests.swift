import QuipuCore
import Testing

@testable import QuipuDocuments

@Suite struct DateLineTests {
  @Test(arguments: [
    "Friday, July 21, 2017", "Friday, 21 July 2017", "2017-07-21", "July 21, 2017", "Jul. 21st, 2017", "21.07.2017",
    "KYIV, July 21, 2017 (Reuters) - Rain fell.", "NEW YORK, July 21, 2017 — Rain fell.", "London, 21 July 2017",
    "Published: 21st of July, 2017 at 10:15 a.m. EDT", "Updated 2017-07-21T10:15:00Z", "Posted on Fri 21-Jul-2017",
    "2017/07/21 10:15 GMT", "BERLIN, July 21, 2017 /PRNewswire/ -- A firm said", "Washington, D.C. - July 21, 2017",
  ])
  func dates(_ line: String) {
    #expect(DateLine.date(ofLine: Array(line.utf8)[...])?.description == "2017-07-21")
  }

  @Test(arguments: [
    "KYIV, July 23 (Reuters) - Rain fell.", "It rained on July 21, 2017.", "July 2017", "July 41, 2017", "7/8/2017",
    "On July 21, 2017, he was born", "The Treaty of July 21, 2017", "21 July", "2017-13-01", "Room 2017-07-2100",
    "July 21, 2017 was a good day",
  ])
  func none(_ line: String) {
    #expect(DateLine.date(ofLine: Array(line.utf8)[...]) == nil)
  }

  @Test func onlyTheFirstLinesCount() {
    let lines = (1...6).map { "Line \($0)\n\n" }.joined()
    #expect(DateLine.date(in: Array((lines + "July 21, 2017\n").utf8)) == nil)
    #expect(DateLine.date(in: Array((lines.dropFirst(8) + "July 21, 2017\n").utf8)) != nil)
  }

  @Test(arguments: ["20170721", "20170721T101500Z", "2017-07-21T10:15:00+02:00", "Fri, 21 Jul 2017 10:15:00 GMT"])
  func fields(_ text: String) {
    #expect(DateText.field(text)?.description == "2017-07-21")
  }
}
