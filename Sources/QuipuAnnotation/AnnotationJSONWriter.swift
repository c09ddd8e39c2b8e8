import QuipuCore
import QuipuLanguage

/// Writes annotated documents as JSON Lines: one object a document, members in a fixed order.
///
/// `id`, `title`?, `date`?, `source`?, `english`? (`false` where the text is taken for another language), `text`,
/// `entities` (one a name and class: `id`, `type`, `name`, `mentions`) and `values` (`type`, `value`, `bound`?, `span`).
/// With tokens also `sentences` (`[start, end]`) and `tokens` (`span`, `lemma`, `upos`, `feats`?, `head`, `deprel`), where
/// `head` is the index of a token, -1 at the root. All offsets count Unicode scalars of `text`, end exclusive.
public struct AnnotationJSONWriter: AnnotationWriting {
  private let hasTokens: Bool

  public init(hasTokens: Bool = false) { self.hasTokens = hasTokens }

  /// Complexity: O(bytes of the text and its annotations).
  public func write(_ annotated: AnnotatedDocument, into output: inout [UInt8]) {
    var line = JSONLine(annotated)
    line.write(hasTokens: hasTokens)
    output.append(contentsOf: line.json.bytes)
  }
}

private struct JSONLine {
  private let annotated: AnnotatedDocument
  private let analysis: Analysis
  private let offsets: ScalarOffsets
  private(set) var json = JSONWriter()

  init(_ annotated: AnnotatedDocument) {
    self.annotated = annotated
    analysis = annotated.analysis
    offsets = ScalarOffsets(annotated.document.bytes)
  }

  mutating func write(hasTokens: Bool) {
    let document = annotated.document
    json.beginObject()
    json.member("id", document.id)
    if let title = document.title { json.member("title", title) }
    if let date = document.date { json.member("date", "\(date)") }
    if let source = document.source { json.member("source", source) }
    if !annotated.language.isEnglish { json.member("english", false) }
    json.member("text", String(decoding: document.bytes, as: UTF8.self))
    list("entities", NamedEntities(annotated).entities) { line, entity in line.write(entity) }
    list("values", analysis.values) { line, value in line.write(value) }
    if hasTokens {
      list("sentences", analysis.sentences) { line, sentence in line.span(sentence.tokens) }
      writeTokens()
    }
    json.endObject()
    json.newline()
  }

  private mutating func list<Element>(
    _ name: String, _ elements: [Element], _ write: (inout JSONLine, Element) -> Void
  ) {
    json.key(name)
    json.beginArray()
    for element in elements { write(&self, element) }
    json.endArray()
  }

  private mutating func span(_ tokens: Range<Int>) {
    let range = offsets.scalars(annotated.range(tokens))
    json.beginArray()
    json.value(range.lowerBound)
    json.value(range.upperBound)
    json.endArray()
  }

  private mutating func write(_ entity: NamedEntities.Entity) {
    json.beginObject()
    json.member("id", entity.id)
    json.member("type", entity.type)
    json.member("name", entity.name)
    list("mentions", entity.mentions) { line, tokens in line.span(tokens) }
    json.endObject()
  }

  private mutating func write(_ value: NormalizedValue) {
    json.beginObject()
    json.member("type", value.kind.label)
    json.member("value", value.normalized)
    if value.comparator != .exact { json.member("bound", value.comparator.rawValue) }
    json.key("span")
    span(value.tokens)
    json.endObject()
  }

  private mutating func writeTokens() {
    json.key("tokens")
    json.beginArray()
    for sentence in analysis.sentences {
      let tree = SentenceTree(analysis, sentence)
      for (word, token) in sentence.tokens.enumerated() {
        let head = tree.heads[word] == 0 ? -1 : tree.heads[word] - 1 + sentence.tokens.lowerBound
        write(token, head: head, tree.relations[word])
      }
    }
    json.endArray()
  }

  private mutating func write(_ token: Int, head: Int, _ relation: DependencyRelation) {
    json.beginObject()
    json.key("span")
    span(token..<token + 1)
    json.member("lemma", analysis.lemma(of: token))
    json.member("upos", analysis.tags[token].code)
    let features = analysis.features(of: token)
    if !features.isEmpty { json.member("feats", features) }
    json.member("head", head)
    json.member("deprel", relation.code)
    json.endObject()
  }
}
