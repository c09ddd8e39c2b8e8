import QuipuCore
import QuipuDocuments
import QuipuLanguage

/// Writes annotated documents as CoNLL-U (universaldependencies.org/format).
///
/// XPOS and DEPS stay empty. MISC holds `Entity=B-Person`/`I-Person`, `Value=B-Date:2024-05-03`/`I-Date` with
/// `ValueBound=over` (`under`, `about`) on the first word, and the white space that is no single blank as `SpaceAfter=No`,
/// `SpacesAfter=` or, before the first word, `SpacesBefore=` (`MiscEscape`), so that the text can be put together again.
/// Of a treebank file, comments, words, multiword tokens and white space are those of the file; its empty nodes, which
/// belong to the enhanced graph in DEPS, are left out.
public struct CoNLLUAnnotationWriter: AnnotationWriting {
  private let hasTokenRanges: Bool
  private let multiwords = MultiwordTokens()

  /// `hasTokenRanges` adds `TokenRange=start:end` to MISC, in Unicode scalars of the document, end exclusive.
  public init(hasTokenRanges: Bool = false) { self.hasTokenRanges = hasTokenRanges }

  public func write(_ annotated: AnnotatedDocument, into output: inout [UInt8]) {
    let writing = DocumentWriting(annotated, multiwords, hasTokenRanges: hasTokenRanges)
    annotated.analysis.document.bytes.withUnsafeBufferPointer { text in
      var marks = SpanMarks(annotated.analysis)
      for s in annotated.analysis.sentences.indices { writing.write(s, text, &marks, &output) }
    }
  }
}

/// What is the same for all sentences of a document.
private struct DocumentWriting {
  private let annotated: AnnotatedDocument
  private let analysis: Analysis
  private let comments: SentenceComments
  private let multiwords: MultiwordTokens
  private let offsets: ScalarOffsets?

  init(_ annotated: AnnotatedDocument, _ multiwords: MultiwordTokens, hasTokenRanges: Bool) {
    self.annotated = annotated
    analysis = annotated.analysis
    comments = SentenceComments(annotated)
    self.multiwords = multiwords
    offsets = hasTokenRanges ? ScalarOffsets(annotated.document.bytes) : nil
  }

  /// Appends a sentence with its comments and the blank line behind it.
  func write(_ s: Int, _ text: UnsafeBufferPointer<UInt8>, _ marks: inout SpanMarks, _ output: inout [UInt8]) {
    let sentence = analysis.sentences[s]
    guard !sentence.tokens.isEmpty else { return }
    comments.write(s, text, &output)
    let tree = SentenceTree(analysis, sentence)
    var first = sentence.tokens.lowerBound
    while first < sentence.tokens.upperBound {
      let end = endOfWord(first, sentence, text)
      if end > first + 1 { writeMultiword(first..<end, sentence, text, &output) }
      for token in first..<end {
        writeWord(token, tree, sentence, text, isPart: end > first + 1, &marks, &output)
      }
      first = end
    }
    output.append(0x0A)
  }

  private func endOfWord(_ first: Int, _ sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let gold = annotated.gold else {
      return multiwords.end(of: first, in: sentence, analysis.tokens, text: text)
    }
    return min(first + (gold.words[first].multiword?.count ?? 1), sentence.tokens.upperBound)
  }

  private func writeMultiword(
    _ span: Range<Int>, _ sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]
  ) {
    let first = span.lowerBound - sentence.tokens.lowerBound + 1
    output.append(contentsOf: "\(first)-\(first + span.count - 1)\t".utf8)
    if let form = annotated.gold?.words[span.lowerBound].multiword?.form {
      output.append(contentsOf: form)
    } else {
      output.append(contentsOf: text[analysis.range(span).range])
    }
    output.append(contentsOf: "\t_\t_\t_\t_\t_\t_\t_\t".utf8)
    var misc = MiscColumn()
    writeSpacing(span, isMultiword: true, text, &misc, &output)
    writeRange(span, &misc, &output)
    misc.end(&output)
  }

  private func writeWord(
    _ token: Int, _ tree: SentenceTree, _ sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>, isPart: Bool,
    _ marks: inout SpanMarks, _ output: inout [UInt8]
  ) {
    let word = token - sentence.tokens.lowerBound
    let form = UnsafeBufferPointer(rebasing: text[analysis.tokens[token].range.range])
    output.append(contentsOf: "\(word + 1)\t".utf8)
    output.append(contentsOf: form)
    output.append(0x09)
    writeLemma(token, form, &output)
    let features = analysis.features(of: token)
    output.append(
      contentsOf: "\t\(analysis.tags[token].code)\t_\t\(features.isEmpty ? "_" : features)\t\(tree.heads[word])\t".utf8)
    output.append(contentsOf: "\(tree.relations[word].code)\t_\t".utf8)
    var misc = MiscColumn()
    if let entity = marks.entity(at: token) {
      misc.add("Entity=\(entity.tokens.lowerBound == token ? "B-" : "I-")", &output)
      MiscEscape.append(entity.label.utf8, to: &output)
    }
    writeSpacing(token..<token + 1, isPart: isPart, text, &misc, &output)
    writeRange(token..<token + 1, &misc, &output)
    if let value = marks.value(at: token) { write(value, isFirst: value.tokens.lowerBound == token, &misc, &output) }
    misc.end(&output)
  }

  /// The form where the lemma is none that the column can hold.
  private func writeLemma(_ token: Int, _ form: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]) {
    let isWritten =
      token < analysis.lemmaTexts.count
      && analysis.lemmaTexts.withBytes(of: token) { lemma in
        let isNothing = lemma.isEmpty || lemma.count == 1 && lemma[0] == UInt8(ascii: "_")
        guard !isNothing, !lemma.contains(where: { $0 <= 0x20 }) else { return false }
        output.append(contentsOf: lemma)
        return true
      }
    if !isWritten { output.append(contentsOf: form) }
  }

  private func write(_ value: NormalizedValue, isFirst: Bool, _ misc: inout MiscColumn, _ output: inout [UInt8]) {
    misc.add("Value=\(isFirst ? "B-" : "I-")\(value.kind.label)", &output)
    guard isFirst else { return }
    output.append(UInt8(ascii: ":"))
    MiscEscape.append(value.normalized.utf8, to: &output)
    if value.comparator != .exact { misc.add("ValueBound=\(value.comparator.rawValue)", &output) }
  }

  private func writeRange(_ span: Range<Int>, _ misc: inout MiscColumn, _ output: inout [UInt8]) {
    guard let offsets else { return }
    let range = offsets.scalars(annotated.range(span))
    misc.add("TokenRange=\(range.lowerBound):\(range.upperBound)", &output)
  }

  /// The white space behind a word, or around it where it is the first of the document.
  private func writeSpacing(
    _ span: Range<Int>, isMultiword: Bool = false, isPart: Bool = false, _ text: UnsafeBufferPointer<UInt8>,
    _ misc: inout MiscColumn, _ output: inout [UInt8]
  ) {
    if let word = annotated.gold?.words[span.lowerBound] {
      let spacing = isMultiword ? word.multiword?.spacing ?? "" : word.spacing
      if !spacing.isEmpty { misc.add(spacing, &output) }
      return
    }
    guard !isPart else { return }
    let tokens = analysis.tokens
    let start = Int(tokens[span.upperBound - 1].range.end)
    let end = span.upperBound < tokens.count ? Int(tokens[span.upperBound].range.start) : text.count
    if start == end {
      misc.add("SpaceAfter=No", &output)
    } else if end > start + 1 || text[start] != 0x20 {
      misc.add("SpacesAfter=", &output)
      MiscEscape.append(text[start..<end], to: &output)
    }
    let before = Int(tokens[span.lowerBound].range.start)
    if span.lowerBound == 0, before > 0 {
      misc.add("SpacesBefore=", &output)
      MiscEscape.append(text[0..<before], to: &output)
    }
  }
}

/// The attributes of a row's last column, parted by bars.
private struct MiscColumn {
  private var isEmpty = true

  /// Begins another attribute.
  mutating func add(_ text: String, _ output: inout [UInt8]) {
    if !isEmpty { output.append(UInt8(ascii: "|")) }
    output.append(contentsOf: text.utf8)
    isEmpty = false
  }

  /// Ends the row.
  func end(_ output: inout [UInt8]) {
    if isEmpty { output.append(UInt8(ascii: "_")) }
    output.append(0x0A)
  }
}
