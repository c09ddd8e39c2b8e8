import QuipuCore
import QuipuDocuments
import QuipuLanguage

/// The comment lines before each sentence of CoNLL-U: those of the treebank file, and what these lack.
struct SentenceComments {
  private let annotated: AnnotatedDocument
  private let documentID: String
  /// The beginning of all ids of sentences: neither blanks nor slashes, which the format keeps for itself.
  private let sentencePrefix: String

  init(_ annotated: AnnotatedDocument) {
    self.annotated = annotated
    documentID = SentenceComments.line(annotated.document.id)
    sentencePrefix = SentenceComments.escaped(annotated.document.id)
  }

  func write(_ s: Int, _ text: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]) {
    // What describes an `Entity` that ours takes the place of must not stay.
    let given = annotated.gold?.rows[s].comments.filter { !$0.hasPrefix("# global.Entity") } ?? []
    let has = { (key: String) in given.contains { $0.drop { $0 == "#" || $0 == " " }.hasPrefix(key) } }
    if s == 0, !has("newdoc") {
      add("newdoc id", documentID, &output)
      if annotated.gold == nil { writeMetadata(&output) }
    }
    if annotated.gold == nil, startsParagraph(s, text) { output.append(contentsOf: "# newpar\n".utf8) }
    for line in given { output.append(contentsOf: "\(line)\n".utf8) }
    if !has("sent_id") { add("sent_id", "\(sentencePrefix)-\(s + 1)", &output) }
    if !has("text =") {
      output.append(contentsOf: "# text = ".utf8)
      writeText(s, text, &output)
      output.append(0x0A)
    }
  }

  private func writeMetadata(_ output: inout [UInt8]) {
    if let title = annotated.document.title { add("title", SentenceComments.line(title), &output) }
    if let date = annotated.document.date { add("date", "\(date)", &output) }
  }

  private func add(_ key: String, _ value: String, _ output: inout [UInt8]) {
    output.append(contentsOf: value.isEmpty ? "# \(key)\n".utf8 : "# \(key) = \(value)\n".utf8)
  }

  /// Whether the sentence is the first one, or a blank line stands before it.
  private func startsParagraph(_ s: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = annotated.analysis.sentences[s].tokens.lowerBound
    guard first > 0 else { return true }
    let tokens = annotated.analysis.tokens
    let gap = text[Int(tokens[first - 1].range.end)..<Int(tokens[first].range.start)]
    return gap.lazy.filter { $0 == 0x0A }.count > 1
  }

  /// The sentence with single blanks for white space.
  private func writeText(_ s: Int, _ text: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]) {
    let span = annotated.analysis.sentences[s].tokens
    var end = 0
    for token in span {
      let range = annotated.range(token..<token + 1)
      // Words of a multiword token that does not consist of them have all of it for their place.
      guard Int(range.start) >= end else { continue }
      if token > span.lowerBound, Int(range.start) > end { output.append(0x20) }
      output.append(contentsOf: annotated.document.bytes[range.range])
      end = Int(range.end)
    }
  }

  /// On one line.
  private static func line(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
      .map { String($0) }.joined(separator: " ")
  }

  /// As in a URL (RFC 3986): two different texts stay different.
  private static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      let isKept =
        !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
        && scalar != "/" && scalar != "%"
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        if isKept { result.append(byte) } else { result.append(contentsOf: hexadecimal(byte)) }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
