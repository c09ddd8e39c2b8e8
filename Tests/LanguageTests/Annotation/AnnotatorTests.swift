import Foundation
import QuipuCore
import QuipuLanguage
import Testing

/// The models that come with quipu, on sentences with the tag of each token (`Cases/tags.case`).
@Suite struct AnnotatorTests {
  static let annotator = Result { Annotator(try LanguageModel(path: packageFile("Models/english.model"))) }

  struct Case: Sendable {
    var line: Int
    var words: [String] = []
    var tags: [String] = []
    var text = ""
  }

  /// Of 100 tokens 97 are right, and four sentences of five as a whole.
  @Test func mostTagsAreRight() throws {
    let annotator = try AnnotatorTests.annotator.get()
    let cases = try AnnotatorTests.load()
    #expect(cases.count >= 60)
    var (right, whole, wrong) = (0, 0, [String]())
    for c in cases {
      let analysis = annotator.annotate(Document(id: "case", text: c.text))
      let words = analysis.tokens.map { analysis.document.text($0.range) }
      try #require(words == c.words, "line \(c.line): the tokens are others than the case's: \(words)")
      let errors = c.words.indices.filter { analysis.tags[$0].code != c.tags[$0] }
      right += c.words.count - errors.count
      whole += errors.isEmpty ? 1 : 0
      wrong += errors.map { "line \(c.line): \(c.words[$0]) is \(analysis.tags[$0].code), not \(c.tags[$0])" }
    }
    let total = cases.reduce(0) { $0 + $1.words.count }
    #expect(right * 100 >= total * 97, "\(right) of \(total) tokens are right; wrong: \(wrong)")
    #expect(whole * 5 >= cases.count * 4, "\(whole) of \(cases.count) sentences are right; wrong: \(wrong)")
  }

  @Test func lemmasGoWithTheTags() throws {
    let analysis = try AnnotatorTests.annotator.get().annotate(
      Document(id: "d", text: "The ships left two ports. She leaves her left hand open."))
    #expect(
      analysis.tokens.indices.map { analysis.lemma(of: $0) }
        == ["the", "ship", "leave", "two", "port", ".", "she", "leave", "her", "left", "hand", "open", "."])
    #expect(analysis.features(of: 1) == "Number=Plur")
  }

  /// Tags, features and lemmas go with the names that are found afterwards.
  @Test func nounsInNamesAreProper() throws {
    let analysis = try AnnotatorTests.annotator.get().annotate(
      Document(id: "d", text: "She works for the Norwegian Ministry of Fisheries in Bergen."))
    let found = analysis.tokens.indices.filter { analysis.tags[$0] == .properNoun }.map { analysis.lemma(of: $0) }
    #expect(found == ["Ministry", "Fishery", "Bergen"])
    #expect(analysis.features(of: 5) == "Number=Sing")
  }

  /// Capitals or none, or one on every word: the names are found.
  @Test(arguments: [
    "so i met anna lund in oslo, she works for google now",
    "ANNA LUND MET THE MINISTERS OF NORWAY AND GERMANY IN BERLIN.",
    "Anna Lund Says She Will Leave Norway For Germany",
  ])
  func lettersOfOneCase(_ text: String) throws {
    let analysis = try AnnotatorTests.annotator.get().annotate(Document(id: "d", text: text))
    let names = analysis.entities.map { span in
      span.tokens.map { analysis.document.text(analysis.tokens[$0].range).lowercased() }.joined(separator: " ")
    }
    #expect(names.first == "anna lund")
    #expect(names.last == (text.hasSuffix("now") ? "google" : text.hasSuffix(".") ? "berlin" : "germany"))
    #expect(names.count == (text.hasSuffix(".") ? 4 : 3))
  }

  @Test func textWithoutWords() throws {
    let annotator = try AnnotatorTests.annotator.get()
    for text in ["", " \n\n\t"] {
      let analysis = annotator.annotate(Document(id: "d", text: text))
      #expect(analysis.tokens.isEmpty && analysis.sentences.isEmpty && analysis.lemmaTexts.count == 0)
    }
  }

  // MARK: Reading

  private static func load() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/tags.case")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated().compactMap { n, line in
        line.isEmpty || line.hasPrefix("#") ? nil : try parse(String(line), n + 1)
      }
  }

  /// `The/DET ship/NOUN`; `~` before a word joins it to the one before.
  private static func parse(_ line: String, _ number: Int) throws -> Case {
    var c = Case(line: number)
    for part in line.split(separator: " ") {
      let slash = try #require(part.lastIndex(of: "/"), "line \(number): '\(part)' has no tag")
      var word = String(part[..<slash])
      let tag = String(part[part.index(after: slash)...])
      let isJoined = word.hasPrefix("~") || [".", ",", "?", ";", ":"].contains(word)
      if word.hasPrefix("~") { word.removeFirst() }
      try #require(PartOfSpeech.allCases.contains { $0.code == tag }, "line \(number): '\(tag)' is no tag")
      c.text += (isJoined || c.words.isEmpty ? "" : " ") + word
      c.words.append(word)
      c.tags.append(tag)
    }
    return c
  }
}

/// A file of the package by its path from the package's folder.
func packageFile(_ path: String) -> String {
  URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../" + path).standardized.path
}
