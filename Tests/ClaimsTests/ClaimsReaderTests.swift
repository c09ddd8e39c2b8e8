import QuipuClaims
import Testing

@Suite struct ClaimsReaderTests {
  @Test func randomDocumentsComeBackWhole() throws {
    var random = RandomClaims(seed: 7)
    let documents = (0..<300).map { _ in random.document() }
    var writer = ClaimsWriter()
    for document in documents { writer.write(document) }
    let read = try ClaimsReader.read(writer.bytes, source: "claims.jsonl")
    #expect(read == documents)
    var again = ClaimsWriter()
    for document in read { again.write(document) }
    #expect(again.bytes == writer.bytes)
  }

  @Test func whatMayBeLeftOut() throws {
    let line =
      #"{"id":"d","entities":[{"id":"e1","type":"T","name":"N"}],"#
      + #""relations":[{"subject":"e1","type":"R","object":"e1","evidence":[3,5],"unknown":[1]}]}"#
    let document = try #require(try ClaimsReader.read(Array("\n \r\n\(line)\r\n".utf8), source: "x").first)
    let claim = Claim(subject: "e1", type: "R", object: "e1", evidence: 3..<5, sentence: 3..<5, quote: "", rule: "")
    let entity = Entity(id: "e1", type: "T", name: "N", mentions: [])
    #expect(document == DocumentClaims(id: "d", entities: [entity], claims: [claim]))
  }

  @Test func aBadLineDoesNotStopTheOthers() throws {
    let text = "{\"id\":\"a\"}\n{\"id\":}\n\n{\"id\":\"b\"}"
    let results = Array(ClaimsReader(Array(text.utf8), source: "c.jsonl"))
    #expect(results.count == 3)
    #expect(try results[0].get().id == "a")
    #expect(try results[2].get().id == "b")
    #expect(
      throws: ClaimsError(
        source: "c.jsonl", line: 2, offset: 17, problem: "bad JSON: no JSON value starts like this")
    ) { try results[1].get() }
  }

  @Test func errorsSayWhereAndWhat() {
    #expect(error(#"{"id":1}"#) == "c.jsonl:1: byte 0: id: expected a string")
    #expect(error(#"{"title":"x"}"#) == #"c.jsonl:1: byte 0: the member "id" is missing"#)
    #expect(error(#"[]"#) == "c.jsonl:1: byte 0: expected an object")
    #expect(error(#"{"id":"d","entities":{}}"#) == "c.jsonl:1: byte 0: entities: expected a list")
    #expect(error(#"{"id":"d","sentences":-1}"#) == "c.jsonl:1: byte 0: sentences: -1.0 is no count")
    #expect(error(#"{"id":"d","sentences":"many"}"#) == "c.jsonl:1: byte 0: sentences: expected a number")
  }

  @Test func entitiesAreChecked() {
    let one = #"{"id":"e1","type":"T","name":"N","mentions":[[0,1]]}"#
    #expect(
      error("{\"id\":\"d\",\"entities\":[\(one),\(one)]}")
        == #"c.jsonl:1: byte 0: entities[1].id: "e1" is the id of an earlier entity"#)
    #expect(mention("[-1,3]") == "[-1, 3] has a negative offset")
    #expect(mention("[5,3]") == "[5, 3] is reversed; the start comes first")
    #expect(mention("[1.5,3]") == "[1.5, 3.0] has an offset that is no whole number")
    #expect(mention("[1e300,3]") == "[1e+300, 3.0] has an offset that is no whole number")
    #expect(mention("[1]") == "expected [start, end] or [start, end, kind]")
    #expect(mention("[1,2,\"name\",4]") == "expected [start, end] or [start, end, kind]")
    #expect(mention("[1,2,\"adverb\"]") == #""adverb" is unknown; use one of name, nominal, pronoun"#)
  }

  @Test func relationsAreChecked() {
    #expect(
      relation(#""polarity":"maybe""#) == #"polarity: "maybe" is unknown; use one of positive, negative"#)
    #expect(
      relation(#""modality":"sure""#)
        == #"modality: "sure" is unknown; use one of asserted, possible, planned, denied, demanded"#)
    #expect(relation(#""attribution":"e9""#) == #"attribution: no entity of this document has the id "e9""#)
    #expect(relation(#""confidence":1.5"#) == "confidence: 1.5 is not within 0 and 1")
    #expect(relation(#""sentence":[4,2]"#) == "sentence: [4, 2] is reversed; the start comes first")
    #expect(relation(#""sentence":[1,2,"pronoun"]"#) == "sentence: expected [start, end]")
    #expect(
      relation(#""x":1"#, object: "e2") == #"object: no entity of this document has the id "e2""#)
  }

  private func error(_ line: String) -> String {
    do throws(ClaimsError) {
      _ = try ClaimsReader.read(Array(line.utf8), source: "c.jsonl")
      return "no error"
    } catch { return error.description }
  }

  private func mention(_ json: String) -> String {
    let prefix = "c.jsonl:1: byte 0: entities[0].mentions[0]: "
    let text = error(
      "{\"id\":\"d\",\"entities\":[{\"id\":\"e1\",\"type\":\"T\",\"name\":\"N\",\"mentions\":[\(json)]}]}")
    return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }

  private func relation(_ member: String, object: String = "e1") -> String {
    let prefix = "c.jsonl:1: byte 0: relations[0]."
    let claim = "{\"subject\":\"e1\",\"type\":\"R\",\"object\":\"\(object)\",\"evidence\":[0,1],\(member)}"
    let text = error(
      "{\"id\":\"d\",\"entities\":[{\"id\":\"e1\",\"type\":\"T\",\"name\":\"N\"}],\"relations\":[\(claim)]}")
    return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
  }
}
