import QuipuCore
import Testing

@testable import QuipuDocuments

@Suite struct CoNLLUTests {
  private func row(_ id: String, _ form: String, _ misc: String = "_") -> String {
    "\(id)\t\(form)\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n"
  }

  private func tokens(_ run: Run, _ i: Int = 0) -> [String] {
    (run.gold[i]?.tokens ?? []).map { run.documents[i].text($0) }
  }

  @Test func textTokensAndSentences() throws {
    let text =
      "# newdoc id = d1\n# newpar\n# sent_id = 1\n# text = I don't.\n" + row("1", "I")
      + row("2-3", "don't", "SpaceAfter=No")
      + row("2", "do") + row("3", "n't") + row("3.1", "go") + row("4", ".") + "\n# text = Go!\n"
      + row("1", "Go", "SpaceAfter=No") + row("2", "!") + "\n# newpar\n" + row("1", "Vámonos-nos", "SpaceAfter=No")
      + row("2", "?") + "\n"
    let run = try Run.of(text, as: "a.conllu")
    #expect(run.ids == ["d1"])
    #expect(run.texts == ["I don't. Go!\n\nVámonos-nos?"])
    #expect(tokens(run) == ["I", "do", "n't", ".", "Go", "!", "Vámonos-nos", "?"])
    #expect(run.gold[0]?.sentences == [0..<4, 4..<6, 6..<8])
  }

  @Test func fusedWordsCountAsOneToken() throws {
    let text = "# newdoc\n" + row("1-2", "del") + row("1", "de") + row("2", "el") + row("3", "mar", "SpaceAfter=No")
    let run = try Run.of(text, as: "a.conllu")
    #expect(tokens(run) == ["del", "mar"])
    #expect(run.texts == ["del mar"])
    #expect(run.ids == ["a"])
  }

  @Test func severalDocumentsAndABadOne() throws {
    let text =
      "# global.columns = ID FORM\n# newdoc id = x\n# date = 2024-07-23\n" + row("1", "One")
      + "\n# newdoc\n1\ttoo few\n\n" + row("1", "lost") + "\n# newdoc\n" + row("1", "Three") + "\n"
    let run = try Run.of(text, as: "a.conllu")
    #expect(run.ids == ["x", "a#3"])
    #expect(run.documents.first?.date?.description == "2024-07-23")
    #expect(
      run.messages == [
        "a.conllu:7: the row has 2 columns, not an id and nine more; separate ten columns by tabs"
      ])
  }

  @Test(arguments: ["0", "0-1", "3-2", "1-2-3", "1-x", "99999999999999999999"])
  func wordsAreNumberedFromOne(_ id: String) throws {
    let run = try Run.of(row(id, "Word") + row("1", "Next") + "\n", as: "a.conllu")
    #expect(run.documents.isEmpty)
    #expect(run.messages == ["a.conllu:1:1: the word id is no number and no range; number the words from 1"])
  }

  @Test func aTextThatDoesNotFitIsNoted() throws {
    let run = try Run.of("# text = Something else\n" + row("1", "Word") + "\n", as: "a.conllu")
    #expect(run.texts == ["Word"])
    #expect(run.notes == ["line 3: the words do not add up to '# text'; the words were taken"])
  }

  @Test func recognizedWithoutItsExtension() throws {
    #expect(try Run.of("# newdoc id = q\n# sent_id = 1\n" + row("1", "Hi"), as: "corpus").ids == ["q"])
    #expect(try Run.of(row("1", "Hi"), as: "corpus").texts == ["Hi"])
  }

  private static let treebank: String = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared/data/ewt/"
  }()

  @Test(.enabled(if: System.status(CoNLLUTests.treebank + "dev.docs.jsonl") != nil, "needs ../shared/data"))
  func aTreebankGivesItsRawText() {
    let gold = Run(DocumentReader(DocumentSource([Self.treebank + "en_ewt-ud-dev.conllu"])))
    let raw = Run(DocumentReader(DocumentSource([Self.treebank + "dev.docs.jsonl"])))
    #expect(gold.documents.count == 318)
    #expect(gold.gold.reduce(0) { $0 + ($1?.tokens.count ?? 0) } == 25_124)
    #expect(gold.gold.reduce(0) { $0 + ($1?.sentences.count ?? 0) } == 2000)
    #expect(gold.notes.isEmpty && gold.errors.isEmpty)
    #expect(gold.ids == raw.ids)
    for (a, b) in zip(gold.texts, raw.texts) { #expect(a == b) }
  }
}
