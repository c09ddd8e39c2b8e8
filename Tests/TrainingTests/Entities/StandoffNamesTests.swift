import FoundationEssentials
import Testing

@testable import QuipuTraining

@Suite struct StandoffNamesTests {
  /// The texts of one file by names that stand apart.
  private func texts(_ content: String, as file: String, names: String) throws -> [AnnotatedText] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("standoff-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(content.utf8).write(to: folder.appendingPathComponent(file))
    let standoff = try StandoffNames(Array(names.utf8), path: "n.tsv")
    return try standoff.texts(of: file, in: folder.path, by: AnnotatedDocuments())
  }

  private func named(_ text: AnnotatedText) -> [String] {
    text.names.map { name in
      text.forms[name.tokens].map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") + ":" + name.type
    }
  }

  @Test func paragraphsAreTexts() throws {
    let texts = try texts(
      "Anna lives in Oslo.\n\n \n\nÅse Dahl left Tromsø.\n\n\nTom slept.\n", as: "a.txt",
      names: "# made by hand\na.txt\t2\t0-8:PER 14-20:LOC\na.txt\t3\t1-4:PER\nother.txt\t1\t0-1:X\n")
    #expect(texts.map(\.id) == ["a.txt:2", "a.txt:3"])
    #expect(texts.map(named) == [["Åse Dahl:PER", "Tromsø:LOC"], ["Tom:PER"]])
  }

  @Test func wordsStandWithABlankBetween() throws {
    let texts = try texts(
      "Åse\tB-ORG\nDahl\tO\n.\tO\n\nIn\tO\nNew\tO\nYork\tO\n\nTom\tB-PER\n", as: "b.iob2",
      names: "b.iob2\t2\t3-11:LOC\nb.iob2\t1\t0-8:PER\nb.iob2\t3\t\n")
    #expect(texts.map(named) == [["Åse Dahl:PER"], ["New York:LOC"], []])
  }

  @Test(arguments: [
    "a.txt 1 0-4:PER", "a.txt\t0\t0-4:PER", "a.txt\t1\t4-0:PER", "a.txt\t1\t0-4", "a.txt\t1\t0-4:PER 2-6:LOC",
    "a.txt\t1\t:PER",
  ])
  func wrongLinesAreRefused(_ line: String) {
    let message =
      "n.tsv:2: the line is no text with names; write file, tab, number of the text, tab, START-END:TYPE parted by blanks"
    #expect { try StandoffNames(Array("\n\(line)\n".utf8), path: "n.tsv") } throws: {
      ($0 as? TrainingError)?.description == message
    }
  }

  @Test(arguments: [
    ("a.txt", "a.txt\t2\t0-4:PER", "n.tsv:1: 'a.txt' has no text 2; take the files that these names were made from"),
    (
      "a.txt", "a.txt\t1\t0-40:PER",
      "n.tsv:1: the mention [0, 40] is not in the text; count Unicode scalars from 0 to 11"
    ),
    (
      "b.iob2", "b.iob2\t1\t0-40:PER",
      "n.tsv:1: the mention [0, 40] is not in the text; count Unicode scalars from 0 to 10"
    ),
    ("b.iob2", "a.txt\t1\t0-4:PER", "n.tsv: names no text of 'b.iob2'; leave that file out of the recipe"),
  ])
  func textsThatAreNotThereAreRefused(_ file: String, _ names: String, _ message: String) {
    let content = file == "a.txt" ? "Anna slept." : "Anna\tO\nslept\tO\n"
    #expect { try texts(content, as: file, names: names) } throws: {
      ($0 as? TrainingError)?.description == message
    }
  }
}
