import Foundation
import QuipuOntology
import Testing

@Suite struct TurtleReaderTests {
  @Test func syntaxErrorHasLineAndColumn() {
    let text = failure { try ontology("q:A a owl:Class .\nq:B a owl:Class ;; ] .\n") }
    #expect(text == "small.ttl:6: not valid Turtle at column 20: a syntax error; correct the line")
  }

  @Test func endOfFileInAStatement() {
    let text = failure { try ontology("q:A a owl:Class ;\n") }
    #expect(text.hasPrefix("small.ttl:6: not valid Turtle"))
  }

  @Test func undeclaredPrefix() {
    let text = failure { try ontology("q:A a owl:Class .\n\nnope:B a owl:Class .") }
    #expect(text == "small.ttl:7: the prefix of nope:B is not declared; add an @prefix line")
  }

  @Test func relativeIRI() {
    let text = failure { try ontology("<B> a owl:Class .") }
    #expect(text == "small.ttl:5: the IRI <B> is relative; write it whole or declare an @base")
  }

  @Test func baseIsHonoured() throws {
    let o = try ontology("@base <https://example.org/base/> .\n<B> a owl:Class .")
    #expect(o.classes[0].iri == "https://example.org/base/B")
  }

  /// Comments, strings over several lines and Windows line ends must not shift the count.
  @Test func linesAreRight() throws {
    let o = try ontology(
      "# one\n\nq:A a owl:Class ; rdfs:comment \"\"\"a\nb\nc\"\"\" .\r\n\r\nq:B\n  a owl:Class .\nq:C a owl:Class.")
    #expect(o.classes.map(\.location.line) == [7, 12, 13])
    #expect(o.classes[0].comment == "a\nb\nc")
  }

  @Test func bytesThatAreNoUTF8() throws {
    try withFolder([:]) { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(Array((prefixes + "# ").utf8) + [0xC3, 0x28]).write(to: URL(fileURLWithPath: folder + "/a.ttl"))
      let text = failure { try Ontology.load([folder + "/a.ttl"]) }
      #expect(text == "\(folder)/a.ttl:5: bytes that are not UTF-8; save the file as UTF-8")
    }
  }

  @Test func emptyTextIsAnEmptyOntology() throws {
    let o = try Ontology.parse("")
    #expect(o.classes.isEmpty && o.relations.isEmpty)
  }
}
