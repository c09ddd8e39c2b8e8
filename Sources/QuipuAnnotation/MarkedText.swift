import QuipuLanguage

/// The running text of a sentence with its spans marked, one in the other where one contains the other. Of two that
/// overlap otherwise the first is marked.
struct MarkedText {
  private let annotated: AnnotatedDocument
  private let spans: [MarkedSpan]

  init(_ annotated: AnnotatedDocument, _ spans: [MarkedSpan]) {
    self.annotated = annotated
    self.spans = spans
  }

  func write(_ sentence: Sentence, _ html: inout HTMLBuffer) {
    var next = 0
    var open: [MarkedSpan] = []
    var end: UInt32 = 0
    for token in sentence.tokens {
      let range = annotated.range(token..<token + 1)
      if token > sentence.tokens.lowerBound, range.start > end { html.markup(" ") }
      while next < spans.count, spans[next].tokens.lowerBound == token {
        if let outer = open.last, outer.tokens.upperBound < spans[next].tokens.upperBound {
          next += 1
          continue
        }
        begin(spans[next], &html)
        open.append(spans[next])
        next += 1
      }
      if range.start >= end { html.text(annotated.document.text(range)) }
      end = max(end, range.end)
      while let last = open.last, last.tokens.upperBound == token + 1 {
        close(last, &html)
        open.removeLast()
      }
    }
  }

  private func begin(_ span: MarkedSpan, _ html: inout HTMLBuffer) {
    let style = span.value == nil ? "k\(EntityColour.number(of: span.label))" : "v"
    html.markup("<mark class=\"\(style)\">")
  }

  private func close(_ span: MarkedSpan, _ html: inout HTMLBuffer) {
    html.markup("<small>")
    html.text(span.label)
    if let value = span.value {
      html.markup(" <i>")
      html.text(value)
      html.markup("</i>")
    }
    html.markup("</small></mark>")
  }
}
