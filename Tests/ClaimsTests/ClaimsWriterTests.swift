import QuipuClaims
import Testing

@Suite struct ClaimsWriterTests {
  static let sample = DocumentClaims(
    id: "d1", title: "A \"title\"", date: "2024-07-23", source: "news/d1.txt", sentenceCount: 2,
    entities: [
      Entity(
        id: "e1", type: "Person", name: "Ada Example", aliases: ["Example"],
        mentions: [Mention(range: 0..<11), Mention(range: 20..<23, kind: .pronoun)]),
      Entity(
        id: "e2", type: "Country", name: "Chile",
        mentions: [Mention(range: 30..<35), Mention(range: 40..<51, kind: .nominal)],
        kb: "iso3166:CL"),
    ],
    claims: [
      Claim(
        subject: "e1", type: "WORKS_FOR", object: "e2", evidence: 0..<35, sentence: 0..<36, quote: "Ada\nExample",
        sentenceText: "Ada\nExample.", confidence: 0.123_456, polarity: .negative, modality: .possible,
        attribution: "e2",
        qualifiers: [Qualifier("role", "envoy"), Qualifier("date", "2024-07"), Qualifier("role", "adviser")],
        rule: "r-1"),
      Claim(subject: "e1", type: "RELATED_TO", object: "e2", evidence: 1..<2, sentence: 0..<3, quote: "", rule: "r-2"),
    ])

  @Test func membersInTheirOrder() {
    let expected =
      #"{"id":"d1","title":"A \"title\"","date":"2024-07-23","source":"news/d1.txt","sentences":2,"entities":["#
      + #"{"id":"e1","type":"Person","name":"Ada Example","aliases":["Example"],"mentions":[[0,11],[20,23,"pronoun"]]},"#
      + #"{"id":"e2","type":"Country","name":"Chile","mentions":[[30,35],[40,51,"nominal"]],"kb":"iso3166:CL"}],"#
      + #""relations":[{"subject":"e1","type":"WORKS_FOR","object":"e2","evidence":[0,35],"sentence":[0,36],"#
      + #""quote":"Ada\nExample","sentenceText":"Ada\nExample.","confidence":0.1235,"polarity":"negative","modality":"possible","attribution":"e2","#
      + #""qualifiers":{"date":"2024-07","role":["adviser","envoy"]},"rule":"r-1"},"#
      + #"{"subject":"e1","type":"RELATED_TO","object":"e2","evidence":[1,2],"sentence":[0,3],"quote":"","#
      + #""confidence":1.0,"polarity":"positive","modality":"asserted","qualifiers":{},"rule":"r-2"}]}"# + "\n"
    #expect(String(decoding: ClaimsWriter.line(Self.sample), as: UTF8.self) == expected)
  }

  @Test func absentMembersAreLeftOut() {
    let line = String(decoding: ClaimsWriter.line(DocumentClaims(id: "x")), as: UTF8.self)
    #expect(line == #"{"id":"x","sentences":0,"entities":[],"relations":[]}"# + "\n")
  }

  @Test func oneObjectALine() {
    var writer = ClaimsWriter()
    for _ in 0..<3 { writer.write(Self.sample) }
    #expect(writer.bytes.count { $0 == 0x0A } == 3)
    #expect(Array(writer.bytes.suffix(writer.bytes.count / 3)) == ClaimsWriter.line(Self.sample))
    writer.reset()
    #expect(writer.bytes.isEmpty)
  }

  @Test(arguments: [(0.000_04, 0.0), (0.99995, 1.0), (-1, 0), (2, 1), (.nan, 0), (0.5, 0.5)])
  func confidence(given: Double, written: Double) {
    #expect(Confidence.rounded(given) == written)
  }
}
