import QuipuTraining
import Testing

@Suite struct AnnotatedDocumentsTests {
  private func text(_ line: String) throws -> AnnotatedText? {
    try AnnotatedDocuments().texts(in: Array(line.utf8), path: "d.jsonl").first
  }

  private func names(_ line: String) throws -> [String] {
    guard let text = try text(line) else { return [] }
    return text.names.map { name in
      name.tokens.map { String(decoding: text.forms[$0], as: UTF8.self) }.joined(separator: " ") + "/" + name.type
    }
  }

  @Test func offsetsCountScalars() throws {
    let line = #"{"id":"a","text":"Zoë 😀 met Tom.","entities":[{"type":"PER","mentions":[[0,3],[10,13,"name"]]}]}"#
    #expect(try names(line) == ["Zoë/PER", "Tom/PER"])
  }

  @Test func pronounsAndNominalsAreNoNames() throws {
    let line = #"{"id":"a","text":"He met Tom.","entities":[{"type":"PER","mentions":[[0,2,"pronoun"],[7,10]]}]}"#
    #expect(try names(line) == ["Tom/PER"])
  }

  @Test func ofNamesThatOverlapTheLongerOneCounts() throws {
    let line =
      #"{"id":"a","text":"University of Oslo","entities":[{"type":"LOC","mentions":[[14,18]]},{"type":"ORG","mentions":[[0,18]]}]}"#
    #expect(try names(line) == ["University of Oslo/ORG"])
  }

  @Test func phrasesAreCutToNames() throws {
    let line = """
      {"id":"a","text":"the Norwegian Minister Anna Berg, who spoke","entities":[{"type":"person",\
      "mentions":[[0,43]],"detail":[{"kind":"name","core":[14,32]}]}]}
      """
    #expect(try names(line) == ["Anna Berg/person"])
  }

  @Test(arguments: [
    (
      #"{"id":"a","text":"Tom","entities":[{"type":"PER","mentions":[[1,9]]}]}"#,
      "d.jsonl:1: the mention [1, 9] is not in the text; count Unicode scalars from 0 to 3"
    ),
    (
      "{}",
      """
      d.jsonl:1: the line is no annotated document; write {"id","text","entities":[{"type","mentions":[[start,end]]}]} \
      on one line
      """
    ),
  ])
  func wrongLinesAreRefused(_ line: String, _ message: String) {
    #expect { try text(line) } throws: { ($0 as? TrainingError)?.description == message }
  }
}
