import QuipuCore
import QuipuLanguage

/// Writes annotated documents as one HTML page for looking at them: the text of each sentence with its entities and values
/// marked, and below it the dependency tree. The page asks for nothing from elsewhere, and has no scripts.
public struct ParsePage: AnnotationWriting {
  public init() {}

  public var opening: [UInt8] {
    Array(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>quipu annotate</title>
      <style>
      \(ParsePageStyle.css)
      </style>
      </head>
      <body>

      """.utf8)
  }

  public var closing: [UInt8] { Array("</body>\n</html>\n".utf8) }

  /// Complexity: O(n log n) in the tokens of a sentence, linear in the sentences.
  public func write(_ annotated: AnnotatedDocument, into output: inout [UInt8]) {
    var html = HTMLBuffer()
    html.markup("<article>\n")
    writeHeader(annotated, &html)
    var spans = SentenceSpans(annotated.analysis)
    for (s, sentence) in annotated.analysis.sentences.enumerated() where !sentence.tokens.isEmpty {
      let marks = spans.next(within: sentence.tokens)
      html.markup("<section>\n<p><span class=\"n\">\(s + 1)</span><span>")
      MarkedText(annotated, marks).write(sentence, &html)
      html.markup("</span></p>\n<div class=\"tree\" tabindex=\"0\">\n")
      SentenceFigure(annotated, sentence, marks).write(&html)
      html.markup("</div>\n</section>\n")
    }
    html.markup("</article>\n")
    output.append(contentsOf: html.bytes)
  }

  private func writeHeader(_ annotated: AnnotatedDocument, _ html: inout HTMLBuffer) {
    let (document, analysis) = (annotated.document, annotated.analysis)
    html.markup("<header>\n<h1>")
    html.text(document.title ?? document.id)
    html.markup("</h1>\n<p class=\"meta\">")
    let origin = [document.date.map { "\($0)" }, document.source == "-" ? nil : document.source].compactMap { $0 }
    let counts = [(analysis.sentences.count, "sentence"), (analysis.tokens.count, "word")]
      .map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
    html.text((origin + counts).joined(separator: " · "))
    html.markup("</p>\n")
    let classes = ParsePage.counts(analysis.entities.map(\.label))
    if !classes.isEmpty {
      html.markup("<ul class=\"legend\">")
      for (label, count) in classes {
        html.markup("<li class=\"k\(EntityColour.number(of: label))\">")
        html.text(label)
        html.markup(" <b>\(count)</b></li>")
      }
      html.markup("</ul>\n")
    }
    html.markup("</header>\n")
  }

  /// How often each label occurs: the most frequent first, of equals by name.
  private static func counts(_ labels: [String]) -> [(label: String, count: Int)] {
    let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.map { ($0.key, $0.value) }.sorted {
      $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.utf8.lexicographicallyPrecedes($1.0.utf8)
    }
  }
}

/// Which of the page's colours a class has. Classes of one kind share one; the class name always stands beside it.
enum EntityColour {
  private static let kinds: [[String]] = [
    ["Person"],
    [
      "Organization", "Company", "GovernmentBody", "ArmedForce", "PoliticalParty", "InternationalOrganization",
      "MediaOrganization", "ResearchOrganization", "EducationalOrganization", "SportsOrganization",
    ],
    ["Place", "Country", "City", "AdministrativeArea", "Facility", "NaturalFeature", "Continent"],
    ["Event", "Conflict", "Attack", "Meeting", "Election", "Agreement", "Disaster"],
    ["Product", "Weapon", "Commodity"],
    ["CreativeWork", "Law"],
    ["PeopleGroup"],
  ]

  private static let numbers: [String: Int] = Dictionary(
    kinds.enumerated().flatMap { number, names in names.map { ($0, number) } }, uniquingKeysWith: { first, _ in first })

  /// 0…6; of a class that is not known, one that follows from its name.
  static func number(of label: String) -> Int {
    numbers[label] ?? Int(StableHash.hash(label) % UInt64(kinds.count))
  }
}
