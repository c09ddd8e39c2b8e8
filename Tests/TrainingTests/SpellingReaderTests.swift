import Foundation
import QuipuDocuments
import QuipuTraining
import Testing

@Suite struct SpellingReaderTests {
  @Test func linesAreFormAndWord() throws {
    let text = "# Words.\nform\tword\nbeacuse\tbecause\n\nsooo\tso\n"
    let spellings = try SpellingReader.spellings(in: Array(text.utf8), path: "s.tsv")
    #expect(spellings.map { String(decoding: $0.form, as: UTF8.self) } == ["beacuse", "sooo"])
    #expect(spellings.map { String(decoding: $0.word, as: UTF8.self) } == ["because", "so"])
  }

  @Test(arguments: ["sooo", "sooo\tso\tso", "uno\tone", "so\tso", "\tso"])
  func otherLinesAreRefused(_ line: String) {
    let error = #expect(throws: TrainingError.self) {
      try SpellingReader.spellings(in: Array("# c\n\(line)\n".utf8), path: "s.tsv")
    }
    #expect(error?.description.hasPrefix("s.tsv:2: the line is no spelling of another word; write form, tab, ") == true)
  }

  @Test func theShippedFileIsWhole() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.path + "/Models/spellings.tsv.gz"
    let spellings = try SpellingReader.spellings(in: try InputBytes.read(path), path: path)
    #expect(spellings.count > 40_000)
    #expect(Set(spellings.map(\.form)).count == spellings.count)
    // Nothing is meant by a word that means another.
    #expect(Set(spellings.map(\.form)).isDisjoint(with: spellings.map(\.word)))
  }
}
