import QuipuCore
import QuipuDocuments
import Testing

@Suite struct JSONLinesTests {
  @Test func linesWithAndWithoutIds() throws {
    let text = """
      {"id":"a","text":"One.","title":" T ","date":"2024-07-23","source":"http://a.example","more":[1]}

      {"text":"Two\\n\\u00e9."}
      {"id":7,"text":"ODA, July 23, 2024 (AP) - Three.","title":null}
      """
    let run = try Run.of(text, as: "wire.jsonl")
    #expect(run.ids == ["a", "wire#3", "7"])
    #expect(run.texts == ["One.", "Two\né.", "ODA, July 23, 2024 (AP) - Three."])
    #expect(run.documents[0].title == "T")
    #expect(run.documents[0].source == "http://a.example")
    #expect(run.documents.map { $0.date?.description } == ["2024-07-23", nil, "2024-07-23"])
    #expect(run.errors.isEmpty)
  }

  @Test func badLinesDoNotStopTheOthers() throws {
    let text = """
      {"id":"a","text":"One."}
      {"id":"b","text":"Two" oops}
      {"id":"c"}
      {"id":"d","text":5}
      ["e"]
      {"id":"f","text":" "}
      {"id":"a","text":"Again."}
      {"id":"g","text":"\\ud800"}
      {"id":"z","text":"Last."
      """
    let run = try Run.of(text, as: "w.ndjson")
    #expect(run.ids == ["a"])
    let advice = "write an object with \"id\" and \"text\" as strings"
    #expect(
      run.messages == [
        "w.ndjson:2:24: is no JSON: a comma or a closing bracket is missing; correct the JSON",
        "w.ndjson:3: the member \"text\" is missing; \(advice)",
        "w.ndjson:4: the member \"text\" has the wrong type; \(advice)",
        "w.ndjson:5: the value is no object; \(advice)",
        "w.ndjson:6: holds no text; leave it out, or check its source",
        "w.ndjson:7: the document id 'a' was given before, at w.ndjson:1; give one of them another id",
        "w.ndjson:8: holds a value that cannot be decoded (a lone surrogate, or too deep nesting); \(advice)",
        "w.ndjson:9:25: is no JSON: it ends too early; correct the JSON",
      ])
  }

  @Test func aDateThatIsNoneIsNoted() throws {
    let run = try Run.of("{\"text\":\"x\",\"date\":\"soon\"}\n", as: "a.jsonl")
    #expect(run.notes == ["the date 'soon' was not understood"])
  }

  @Test func jsonFilesHoldOneOrMany() throws {
    #expect(try Run.of("{\n \"id\": \"one\",\n \"text\": \"x\"\n}\n", as: "a.json").ids == ["one"])
    #expect(try Run.of("{\"text\": \"x\"}", as: "a.json").ids == ["a"])
    let many = try Run.of(
      "[\n {\"text\": \"x\"},\n {\"id\": \"b\"},\n {\"id\": \"c\", \"text\": \"z\"}\n]", as: "a.json")
    #expect(many.ids == ["a#1", "c"])
    #expect(many.errors.map(\.line) == [3])
    #expect(try Run.of("{\"text\": \"x\"}\n{\"text\": \"y\"}\n", as: "a.json").ids == ["a#1", "a#2"])
    #expect(try Run.of("[]", as: "a.json").errors.first?.kind == .noText)
    let broken = try Run.of("[\n {\"text\": \"x\"},\n {\"text\" \"y\"}\n]", as: "a.json")
    #expect(broken.messages == ["a.json:3:10: is no JSON: a colon is missing; correct the JSON"])
  }

  @Test func utf16Lines() throws {
    let units = "{\"text\":\"é\"}\n{\"text\":\"y\"}\n".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try Run.of([0xFE, 0xFF] + units, as: "a.jsonl").texts == ["é", "y"])
  }

  @Test func deepNestingIsAnErrorAndNoCrash() throws {
    let deep =
      "{\"text\":\"x\",\"a\":" + String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000) + "}"
    let run = try Run.of(deep + "\n{\"id\":\"b\",\"text\":\"y\"}", as: "a.jsonl")
    #expect(run.ids == ["b"])
    #expect(run.errors.count == 1)
  }
}
