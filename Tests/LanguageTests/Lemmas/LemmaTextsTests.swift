import Testing

@testable import QuipuLanguage

@Suite struct LemmaTextsTests {
  private func texts(_ lemmas: [String]) -> LemmaTexts {
    var texts = LemmaTexts()
    for lemma in lemmas { texts.append(Array(lemma.utf8)) }
    return texts
  }

  @Test func eachTokenHasItsOwn() {
    let texts = texts(["be", "", "naïve"])
    #expect(texts.count == 3)
    #expect((0..<3).map { texts[$0] } == ["be", "", "naïve"])
  }

  @Test func aLemmaIsReplaced() {
    var changed = texts(["the", "ministry", "of", "fish"])
    changed.replace(1, by: Array("Ministry".utf8))
    changed.replace(3, by: [])
    #expect((0..<4).map { changed[$0] } == ["the", "Ministry", "of", ""])
    #expect(changed == texts(["the", "Ministry", "of", ""]))
    #expect(changed != texts(["the", "ministry", "of", ""]))
    #expect(changed != texts(["the", "Ministry", "of"]))
  }
}
