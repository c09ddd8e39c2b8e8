import QuipuLanguage
import Testing

@testable import QuipuTraining

@Suite struct WordTypeReaderTests {
  private func types(_ text: String) throws -> [UInt32: UInt8] {
    try WordTypeReader.types(in: Array(text.utf8), path: "t.tsv")
  }

  private func hash(_ form: String) -> UInt32 { Array(form.utf8).withUnsafeBufferPointer { FormFolding.hash($0) } }

  @Test func typesStandByTheHashesOfForms() throws {
    #expect(try types("# Words.\nword\ttype\nOslo\t1f\ntype\t1\n") == [hash("oslo"): 31, hash("type"): 1])
  }

  @Test(arguments: ["oslo", "oslo\t0", "oslo\t20", "oslo\tx", "oslo\t1\t2", "\t1"])
  func aLineThatIsNoneIsTold(_ line: String) {
    let error = #expect(throws: TrainingError.self) { try types("# c\n\(line)\n") }
    #expect(
      error?.description
        == "t.tsv:2: the line is no word with a type; write word, tab, a number from 1 to 1f in hexadecimal")
  }
}
