import QuipuAnnotation
import QuipuCore
import QuipuDocuments
import QuipuLanguage
import Testing

@Suite struct CoNLLUAnnotationWriterTests {
  @Test func whatIsReadIsWrittenAgain() throws {
    let analysis = try WrittenAnalysis.read(Samples.wedding)
    #expect(written(CoNLLUAnnotationWriter(), AnnotatedDocument(analysis)) == Samples.wedding)
  }

  private func fields(_ text: String, _ column: Int) -> [String] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      String($0.split(separator: "\t", omittingEmptySubsequences: false)[column])
    }
  }

  private func analysis(_ text: String, id: String = "test") -> Analysis {
    let document = Document(id: id, text: text)
    return document.bytes.withUnsafeBufferPointer { bytes in
      let tokens = RuleTokenizer().tokenize(bytes)
      return Analysis(
        document: document, tokens: tokens, words: tokens.map { _ in Lexicon.unknown },
        sentences: RuleSentenceSplitter().sentences(tokens, in: bytes))
    }
  }

  private func write(_ analysis: Analysis) -> String { written(CoNLLUAnnotationWriter(), AnnotatedDocument(analysis)) }

  @Test func withoutAParserAllHangsOnTheFirstWord() {
    let text = write(analysis("Go home now"))
    #expect(fields(text, 6) == ["0", "1", "1"])
    #expect(fields(text, 7) == ["root", "dep", "dep"])
    #expect(fields(text, 2) == ["Go", "home", "now"])
  }

  @Test func lemmasAreNeverEmpty() {
    var analysis = analysis("one two _ four")
    for lemma in ["", "a b", "_", "_"] { analysis.lemmaTexts.append(Array(lemma.utf8)) }
    #expect(fields(write(analysis), 2) == ["one", "two", "_", "four"])
  }

  @Test func idsOfSentencesHaveNoBlanksAndNoSlashes() {
    let text = write(analysis("Hi", id: "a b/50%\nc"))
    #expect(text.hasPrefix("# newdoc id = a b/50% c\n# newpar\n# sent_id = a%20b%2F50%25%0Ac-1\n# text = Hi\n"))
  }

  @Test func titleAndDateAreSaid() {
    var document = Document(id: "d", text: "Hi")
    (document.title, document.date) = ("A\ntitle", CivilDate(iso: "2024-05-03"))
    var analysis = Analysis(document: document, tokens: [], words: [], sentences: [])
    analysis.tokens = [Token(range: ByteRange(0, 2), kind: .word, isJoined: false)]
    let one = Analysis(
      document: document, tokens: analysis.tokens, words: [0], sentences: [Sentence(tokens: 0..<1)])
    #expect(write(one).hasPrefix("# newdoc id = d\n# title = A title\n# date = 2024-05-03\n# newpar\n"))
    #expect(write(analysis) == "")
  }

  @Test func tokenRangesCountScalars() {
    let text = written(CoNLLUAnnotationWriter(hasTokenRanges: true), AnnotatedDocument(analysis("é don't 🦙🦙!")))
    #expect(
      fields(text, 9) == [
        "TokenRange=0:1", "TokenRange=2:7", "TokenRange=2:4", "TokenRange=4:7", "SpaceAfter=No|TokenRange=8:9",
        "SpaceAfter=No|TokenRange=9:10", "SpaceAfter=No|TokenRange=10:11",
      ])
  }

  @Test func labelsThatAUserTrainedAreEscaped() {
    var analysis = analysis("Acme")
    analysis.entities = [EntitySpan(tokens: 0..<1, label: "my|own class")]
    #expect(fields(write(analysis), 9) == ["Entity=B-my\\pown\\sclass|SpaceAfter=No"])
  }

  // MARK: Gold tokens

  /// The documents of a treebank file as they are written, without any models.
  private func rewritten(_ conllu: String) throws -> [String] {
    try DocumentReader(bytes: Array(conllu.utf8), path: "gold.conllu").map { outcome in
      guard case .document(let document, let gold, _) = outcome else { throw Missing() }
      let source = AnnotationSource(document, gold: gold)
      let (tokens, sentences) = try #require(source.segmentation)
      let analysis = Analysis(
        document: source.text, tokens: tokens, words: tokens.map { _ in Lexicon.unknown }, sentences: sentences)
      return written(CoNLLUAnnotationWriter(), source.annotated(analysis))
    }
  }

  private struct Missing: Error {}

  @Test func wordsCommentsAndSpacesOfATreebankStay() throws {
    let gold = rows(
      #"""
      # newdoc id = a/b
      # global.Entity = GRP-etype
      # meta::genre = x
      # newpar id = p1
      # sent_id = odd id 7
      # text = I can't...  go
      # s_type = frag
      1 I i PRON PRP Case=Nom 2 nsubj 2:nsubj Entity=(1-person)
      2-3 can't _ _ _ _ _ _ _ SpaceAfter=No
      2 ca can AUX MD _ 0 root _ _
      3 n't not PART RB _ 2 advmod _ _
      3.1 go go VERB _ _ _ _ 0:root _
      4 ... ... PUNCT , _ 2 punct _ SpacesAfter=\s\s|Foo=Bar
      5 go go VERB VB _ 2 dep _ _

      # text = No
      1 No no INTJ _ _ 0 root _ SpaceAfter=No


      """#)
    let expected = rows(
      #"""
      # newdoc id = a/b
      # meta::genre = x
      # newpar id = p1
      # sent_id = odd id 7
      # text = I can't...  go
      # s_type = frag
      1 I I X _ _ 0 root _ _
      2-3 can't _ _ _ _ _ _ _ SpaceAfter=No
      2 ca ca X _ _ 1 dep _ _
      3 n't n't X _ _ 1 dep _ _
      4 ... ... X _ _ 1 dep _ SpacesAfter=\s\s
      5 go go X _ _ 1 dep _ _

      # text = No
      # sent_id = a%2Fb-2
      1 No No X _ _ 0 root _ SpaceAfter=No


      """#)
    #expect(try rewritten(gold) == [expected])
  }

  @Test func wordsThatDoNotAddUpStay() throws {
    let gold = rows(
      """
      # newdoc id = fr
      # sent_id = 1
      # text = Il va du port.
      1 Il _ X _ _ 0 root _ _
      2 va _ X _ _ 1 dep _ _
      3-4 du _ _ _ _ _ _ _ _
      3 de _ X _ _ 1 dep _ _
      4 le _ X _ _ 1 dep _ _
      5 port _ X _ _ 1 dep _ SpaceAfter=No
      6 . _ X _ _ 1 dep _ _


      """)
    let lines = try #require(try rewritten(gold).first).split(separator: "\n")
    #expect(
      lines.map { $0.split(separator: "\t").prefix(2).joined(separator: " ") }.suffix(7) == [
        "1 Il", "2 va", "3-4 du", "3 de", "4 le", "5 port", "6 .",
      ])
  }

  @Test func whatATreebankLacksIsAdded() throws {
    let texts = try rewritten(rows("1 Hi hi INTJ _ _ 0 root _ SpaceAfter=No\n2 ! ! PUNCT _ _ 1 punct _ _\n\n"))
    #expect(texts.first?.hasPrefix("# newdoc id = gold\n# sent_id = gold-1\n# text = Hi!\n1\tHi\t") == true)
  }
}
