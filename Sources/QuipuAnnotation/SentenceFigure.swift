import QuipuLanguage

/// The dependency tree of a sentence as SVG: arcs from head to dependent, words with tag and lemma, and below these the
/// classes of entities and the kinds of values.
struct SentenceFigure {
  private let annotated: AnnotatedDocument
  private let analysis: Analysis
  private let sentence: Sentence
  private let spans: [MarkedSpan]
  private let tree: SentenceTree
  private let layout: TreeLayout
  private let forms: [String]
  private let lemmas: [String]
  /// Pixels from one level of arcs to the next.
  private let step: Int
  /// Where the words begin: the feet of all arcs.
  private let base: Int

  private static let formSize = 16
  private static let lemmaSize = 12
  private static let labelSize = 11
  /// All arcs together are not much higher.
  private static let arcsHeight = 560

  init(_ annotated: AnnotatedDocument, _ sentence: Sentence, _ spans: [MarkedSpan]) {
    self.annotated = annotated
    self.sentence = sentence
    self.spans = spans
    let analysis = annotated.analysis
    let tree = SentenceTree(analysis, sentence)
    let forms = sentence.tokens.map { analysis.text($0..<$0 + 1) }
    let lemmas = sentence.tokens.map { analysis.lemma(of: $0) }
    let widths = sentence.tokens.enumerated().map { word, token in
      max(
        TextWidth.pixels(forms[word], size: SentenceFigure.formSize),
        TextWidth.pixels(lemmas[word], size: SentenceFigure.lemmaSize),
        TextWidth.pixels(analysis.tags[token].code, size: SentenceFigure.labelSize))
    }
    let labels = tree.relations.map { TextWidth.pixels($0.code, size: SentenceFigure.labelSize) }
    let first = sentence.tokens.lowerBound
    layout = TreeLayout(
      widths: widths, heads: tree.heads, labelWidths: labels,
      spans: spans.map { span in
        TreeLayout.Span(
          words: span.tokens.lowerBound - first..<span.tokens.upperBound - first,
          labelWidth: TextWidth.pixels(span.label, size: SentenceFigure.labelSize))
      })
    (self.analysis, self.tree, self.forms, self.lemmas) = (analysis, tree, forms, lemmas)
    step = max(min(22, SentenceFigure.arcsHeight / max(layout.levels, 1)), 2)
    base = 30 + max(layout.levels, 1) * step
  }

  func write(_ html: inout HTMLBuffer) {
    let rows = rowsOfSpans()
    let height = base + 66 + ((rows.max() ?? -1) + 1) * 18
    html.markup(
      "<svg width=\"\(layout.width)\" height=\"\(height)\" viewBox=\"0 0 \(layout.width) \(height)\" role=\"img\" "
        + "aria-label=\"Dependency tree\">\n")
    for (span, row) in zip(spans, rows) { write(span, row: row, &html) }
    writeRoot(&html)
    for arc in layout.arcs { write(arc, &html) }
    for word in forms.indices { writeWord(word, &html) }
    html.markup("</svg>\n")
  }

  /// The row below the lemmas in which each span's label stands: the first that no span before it takes there.
  private func rowsOfSpans() -> [Int] {
    var ends: [Int] = []
    return spans.map { span in
      let row = ends.firstIndex { $0 <= span.tokens.lowerBound } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = span.tokens.upperBound
      return row
    }
  }

  private func write(_ span: MarkedSpan, row: Int, _ html: inout HTMLBuffer) {
    let first = span.tokens.lowerBound - sentence.tokens.lowerBound
    let last = span.tokens.upperBound - 1 - sentence.tokens.lowerBound
    let left = layout.centers[first] - layout.widths[first] / 2 - 6
    let right = layout.centers[last] + layout.widths[last] / 2 + 6
    let bottom = base + 60 + (row + 1) * 18
    let style = span.value == nil ? "k\(EntityColour.number(of: span.label))" : "v"
    html.markup("<g class=\"span \(style)\"><title>")
    html.text(span.label + (span.value.map { ": \($0)" } ?? ""))
    html.markup(
      "</title><rect x=\"\(left)\" y=\"\(base + 4)\" width=\"\(right - left)\" height=\"\(bottom - base - 4)\" rx=\"6\"/>"
        + "<text x=\"\((left + right) / 2)\" y=\"\(bottom - 6)\">")
    html.text(span.label)
    html.markup("</text></g>\n")
  }

  private func writeRoot(_ html: inout HTMLBuffer) {
    let x = layout.rootX
    html.markup(
      "<g class=\"arc root\"><path d=\"M\(x) 18V\(base)\"/>\(tip(x))<text x=\"\(x)\" y=\"13\">root</text></g>\n")
  }

  private func write(_ arc: TreeLayout.Arc, _ html: inout HTMLBuffer) {
    let relation = tree.relations[arc.dependent]
    let (from, to) = (arc.headX, arc.dependentX)
    let top = base - arc.level * step
    let radius = max(min(9, abs(to - from) / 2, base - top), 1)
    let turn = from < to ? radius : -radius
    html.markup("<g class=\"arc \(SentenceFigure.style(of: relation))\"><title>")
    html.text("\(forms[arc.dependent]): \(relation.code) of \(forms[arc.head])")
    html.markup(
      "</title><path d=\"M\(from) \(base)V\(top + radius)Q\(from) \(top) \(from + turn) \(top)H\(to - turn)"
        + "Q\(to) \(top) \(to) \(top + radius)V\(base)\"/>\(tip(to))"
        + "<text x=\"\((from + to) / 2)\" y=\"\(top + 4)\">\(relation.code)</text></g>\n")
  }

  /// The head of an arrow that comes down on a word.
  private func tip(_ x: Int) -> String {
    "<path class=\"tip\" d=\"M\(x - 4) \(base - 7)L\(x) \(base)L\(x + 4) \(base - 7)Z\"/>"
  }

  private func writeWord(_ word: Int, _ html: inout HTMLBuffer) {
    let token = sentence.tokens.lowerBound + word
    let (x, tag) = (layout.centers[word], analysis.tags[token].code)
    let features = analysis.features(of: token)
    html.markup("<g class=\"word\"><title>")
    html.text("\(word + 1) \(forms[word])\n\(tag), lemma \(lemmas[word])")
    if !features.isEmpty { html.text("\n" + features.split(separator: "|").joined(separator: "\n")) }
    html.markup("</title><text class=\"form\" x=\"\(x)\" y=\"\(base + 22)\">")
    html.text(forms[word])
    html.markup("</text><text class=\"tag\" x=\"\(x)\" y=\"\(base + 38)\">\(tag)</text>")
    if analysis.tags[token] != .punctuation {
      html.markup("<text class=\"lemma\" x=\"\(x)\" y=\"\(base + 54)\">")
      html.text(lemmas[word])
      html.markup("</text>")
    }
    html.markup("</g>\n")
  }

  /// Clauses' cores stand out, function words and punctuation step back.
  private static func style(of relation: DependencyRelation) -> String {
    switch relation.universalCode {
    case "nsubj", "csubj", "obj", "iobj", "ccomp", "xcomp": "core"
    case "punct", "case", "det", "mark", "cc", "aux", "cop", "fixed", "goeswith", "reparandum": "function"
    default: "modifier"
    }
  }
}
