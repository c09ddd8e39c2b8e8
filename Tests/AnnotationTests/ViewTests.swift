import Foundation
import QuipuAnnotation
import QuipuCore
import Testing
@Suite struct ViewTests {
  @Test func view() throws {
    var bytes = ParsePage().opening
    ParsePage().write(AnnotatedDocument(try WrittenAnalysis.read(Samples.wedding, title: "A sample of two sentences")), into: &bytes)
    if let more = try? String(contentsOfFile: "/tmp/annotate-view.conllu", encoding: .utf8) {
      ParsePage().write(AnnotatedDocument(try WrittenAnalysis.read(more)), into: &bytes)
    }
    bytes += ParsePage().closing
    try Data(bytes).write(to: URL(filePath: "/tmp/annotate-view.html"))
  }
}
