import Foundation
import QuipuAnnotation
import QuipuCore
import QuipuLanguage
import Testing

@Suite struct ParsePageTests {
  private func page(_ analysis: Analysis) -> String { written(ParsePage(), AnnotatedDocument(analysis)) }

  @Test func sentencesTreesAndSpans() throws {
    let page = page(try WrittenAnalysis.read(Samples.wedding, title: "Title"))
    #expect(isWellFormed(page))
    #expect(page.contains("<h1>Title</h1>\n<p class=\"meta\">2 sentences · 24 words</p>"))
    #expect(
      page.contains("<mark class=\"k0\">Maria Keller<small>Person</small></mark>, <mark class=\"k2\">Chile<small>"))
    #expect(page.contains("<small>Money <i>over 5000000 USD</i></small>"))
    #expect(page.components(separatedBy: "class=\"arc ").count - 1 == 24)
    #expect(page.contains("<title>fly: aux of fly") == false && page.contains("<title>did: aux of fly</title>"))
    #expect(page.contains("8 did\nAUX, lemma do\nMood=Ind\nNumber=Sing\nPerson=3\nTense=Past\nVerbForm=Fin</title>"))
    #expect(page.contains("<text class=\"form\""))
  }

  @Test func allIsEscaped() throws {
    var analysis = try WrittenAnalysis.read(
      rows("1 <b>&\"' <i>'\" X _ _ 0 root _ SpaceAfter=No\n2 \u{1} \u{7} X _ _ 1 dep _ SpaceAfter=No\n\n"),
      id: "<script>", title: "</h1><script>alert(1)</script>")
    analysis.entities = [EntitySpan(tokens: 0..<1, label: "\"<u>")]
    let page = page(analysis)
    #expect(isWellFormed(page))
    #expect(!page.contains("<script") && !page.contains("<b>&") && !page.contains("<u>") && !page.contains("\u{1}"))
    #expect(page.contains("&lt;b&gt;&amp;&quot;&#39;") && page.contains("\u{2401}"))
  }

  @Test func thePageStandsAlone() {
    let page = String(decoding: ParsePage().opening + ParsePage().closing, as: UTF8.self)
    for word in ["http", "<script", "<link", "@import", "url(", "src="] { #expect(!page.contains(word), "\(word)") }
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">\n") && page.hasSuffix("</body>\n</html>\n"))
    #expect(page.contains("prefers-color-scheme: dark"))
  }

  @Test func spansThatOverlapAreNotTorn() throws {
    var analysis = try WrittenAnalysis.read(
      rows((1...6).map { "\($0) w\($0) w X _ _ \($0 - 1) dep _ _" }.joined(separator: "\n") + "\n\n"))
    analysis.entities = [EntitySpan(tokens: 0..<3, label: "Event"), EntitySpan(tokens: 4..<5, label: "City")]
    analysis.values = [
      NormalizedValue(kind: .number, tokens: 1..<2, normalized: "1"),
      NormalizedValue(kind: .date, tokens: 2..<4, normalized: "2024"),
      NormalizedValue(kind: .ordinal, tokens: 4..<6, normalized: "5"),
    ]
    let page = page(analysis)
    #expect(isWellFormed(page))
    #expect(
      page.contains(
        "<mark class=\"k3\">w1 <mark class=\"v\">w2<small>Number <i>1</i></small></mark> w3<small>Event</small></mark> "
          + "w4 <mark class=\"v\"><mark class=\"k2\">w5<small>City</small></mark> w6<small>Ordinal <i>5</i></small>"))
  }

  @Test func aDocumentWithoutWords() {
    let analysis = Analysis(document: Document(id: "x", text: "\u{A0}"), tokens: [], words: [], sentences: [])
    #expect(page(analysis).contains("<p class=\"meta\">0 sentences · 0 words</p>"))
  }
}
