import QuipuAnnotation
import QuipuCore
import QuipuDocuments
import QuipuLanguage
import Testing

@Suite struct AnnotationSourceTests {
  private func gold(_ conllu: String) throws -> (Document, GoldTokens) {
    var reader = DocumentReader(bytes: Array(rows(conllu).utf8), path: "gold.conllu").makeIterator()
    guard case .document(let document, let gold?, _) = try #require(reader.next()) else { throw Missing() }
    return (document, gold)
  }

  private struct Missing: Error {}

  @Test func textWithoutGoldTokensIsItsOwnSource() {
    let source = AnnotationSource(Document(id: "a", text: "Hi"))
    #expect(source.segmentation == nil)
    #expect(source.text.bytes == Array("Hi".utf8))
  }

  @Test func wordsThatAddUpLeaveTheTextAlone() throws {
    let (document, gold) = try gold(
      "# text = I don't\n1 I _ _ _ _ _ _ _ _\n2-3 don't _ _ _ _ _ _ _ _\n2 do _ _ _ _ _ _ _ _\n3 n't _ _ _ _ _ _ _ _")
    let source = AnnotationSource(document, gold: gold)
    let (tokens, sentences) = try #require(source.segmentation)
    #expect(source.text == document)
    #expect(tokens.map { document.text($0.range) } == ["I", "do", "n't"])
    #expect(tokens.map(\.isJoined) == [false, false, true])
    #expect(sentences.map(\.tokens) == [0..<3])
  }

  @Test func wordsTakeThePlaceOfATokenThatTheyAreNot() throws {
    let (document, gold) = try gold(
      "# text = va du port\n1 va _ _ _ _ _ _ _ _\n2-3 du _ _ _ _ _ _ _ _\n2 de _ _ _ _ _ _ _ _\n"
        + "3 le _ _ _ _ _ _ _ _\n4 port _ _ _ _ _ _ _ _")
    let source = AnnotationSource(document, gold: gold)
    let (tokens, sentences) = try #require(source.segmentation)
    #expect(source.text.text(ByteRange(0, UInt32(source.text.bytes.count))) == "va dele port")
    #expect(tokens.map { source.text.text($0.range) } == ["va", "de", "le", "port"])
    #expect(tokens.map(\.isJoined) == [false, false, true, false])
    let analysis = Analysis(
      document: source.text, tokens: tokens, words: tokens.map { _ in Lexicon.unknown }, sentences: sentences)
    let annotated = source.annotated(analysis)
    #expect((0..<4).map { annotated.document.text(annotated.range($0..<$0 + 1)) } == ["va", "du", "du", "port"])
    #expect(annotated.document.text(annotated.range(0..<4)) == "va du port")
  }
}
