import Foundation
import QuipuAnnotation
import QuipuCore
import QuipuLanguage
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An analysis as CoNLL-U says it, for tests of what writes it again.
struct WrittenAnalysis {
  private var bytes: [UInt8] = []
  private var tokens: [Token] = []
  private var sentences: [Sentence] = []
  private var rows: [[String]] = []
  /// Index of each sentence's first row.
  private var starts: [Int] = []
  private var isJoined = true

  /// One document, with an optional date.
  static func read(_ conllu: String, id: String = "test", title: String? = nil) throws -> Analysis {
    var reader = WrittenAnalysis()
    var covered = 0
    var first = 0
    for line in conllu.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty, reader.tokens.count > first {
        reader.sentences.append(Sentence(tokens: first..<reader.tokens.count))
        first = reader.tokens.count
        covered = 0
      }
      guard let start = line.first, start != "#" else { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(columns.count == 10, "\(line)")
      let ids = columns[0].split(separator: "-").compactMap { Int($0) }
      if ids.count == 2 {
        covered = ids[1]
        reader.addSpace("SpacesBefore", columns[9])
        reader.bytes += Array(columns[1].utf8)
        reader.rows.append(columns)
      } else {
        reader.addWord(columns, isPart: ids[0] <= covered, isLastPart: ids[0] == covered)
      }
    }
    return reader.analysis(id, title)
  }

  private mutating func addWord(_ columns: [String], isPart: Bool, isLastPart: Bool) {
    let whole = isPart ? rows.last { $0[0].contains("-") } : nil
    if !isPart { addSpace("SpacesBefore", columns[9]) }
    var start = bytes.count
    if let whole {
      let isFirst = tokens.last.map { Int($0.range.end) <= bytes.count - whole[1].utf8.count } ?? true
      start = isFirst ? bytes.count - whole[1].utf8.count : Int(tokens[tokens.count - 1].range.end)
    } else {
      bytes += Array(columns[1].utf8)
    }
    let kind: Token.Kind = columns[3] == "PUNCT" ? .punctuation : columns[3] == "NUM" ? .number : .word
    tokens.append(Token(range: ByteRange(start..<start + columns[1].utf8.count), kind: kind, isJoined: isJoined))
    rows.append(columns)
    isJoined = true
    if let whole { if isLastPart { addSpaceAfter(whole[9]) } } else { addSpaceAfter(columns[9]) }
  }

  private mutating func addSpaceAfter(_ misc: String) {
    if misc.split(separator: "|").contains("SpaceAfter=No") { return }
    isJoined = false
    if !addSpace("SpacesAfter", misc) { bytes.append(0x20) }
  }

  @discardableResult
  private mutating func addSpace(_ key: String, _ misc: String) -> Bool {
    guard let text = WrittenAnalysis.attribute(key, misc) else { return false }
    bytes += Array((MiscEscape.unescaped(text) ?? "").utf8)
    return true
  }

  static func attribute(_ key: String, _ misc: String) -> String? {
    misc.split(separator: "|").first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
  }

  private func analysis(_ id: String, _ title: String?) -> Analysis {
    let document = Document(id: id, title: title, bytes: bytes)
    let words = rows.filter { !$0[0].contains("-") }
    var analysis = Analysis(
      document: document, tokens: tokens, words: tokens.map { _ in Lexicon.unknown }, sentences: sentences)
    for sentence in sentences {
      for token in sentence.tokens {
        let columns = words[token]
        analysis.lemmaTexts.append(Array(columns[2].utf8))
        analysis.tags[token] = PartOfSpeech(code: columns[3]) ?? .other
        if columns[5] != "_" {
          analysis.featureNames.append(columns[5])
          analysis.features[token] = UInt16(analysis.featureNames.count - 1)
        }
        let head = Int(columns[6]) ?? 0
        analysis.heads[token] = head == 0 ? -1 : Int32(sentence.tokens.lowerBound + head - 1)
        analysis.relations[token] = DependencyRelation(code: columns[7]) ?? .unspecified
        WrittenAnalysis.addSpans(token, columns[9], &analysis)
      }
    }
    return analysis
  }

  private static func addSpans(_ token: Int, _ misc: String, _ analysis: inout Analysis) {
    if let entity = attribute("Entity", misc) {
      if entity.hasPrefix("B-") {
        analysis.entities.append(EntitySpan(tokens: token..<token + 1, label: String(entity.dropFirst(2))))
      } else {
        let last = analysis.entities.count - 1
        analysis.entities[last].tokens = analysis.entities[last].tokens.lowerBound..<token + 1
      }
    }
    guard let value = attribute("Value", misc) else { return }
    if value.hasPrefix("I-") {
      let last = analysis.values.count - 1
      analysis.values[last].tokens = analysis.values[last].tokens.lowerBound..<token + 1
      return
    }
    let colon = value.firstIndex(of: ":") ?? value.endIndex
    let kind = NormalizedValue.Kind(rawValue: value[..<colon].dropFirst(2).lowercased()) ?? .number
    let bound = attribute("ValueBound", misc).flatMap(NormalizedValue.Comparator.init) ?? .exact
    analysis.values.append(
      NormalizedValue(
        kind: kind, tokens: token..<token + 1,
        normalized: MiscEscape.unescaped(value[colon...].dropFirst()) ?? "", comparator: bound))
  }
}

/// What a writer makes of a document.
func written(_ writer: some AnnotationWriting, _ annotated: AnnotatedDocument) -> String {
  var bytes: [UInt8] = []
  writer.write(annotated, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// Rows of CoNLL-U with their columns parted by blanks.
func rows(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    line.hasPrefix("#") ? String(line) : line.split(separator: " ").joined(separator: "\t")
  }.joined(separator: "\n")
}

/// The annotator with the models that come with quipu, made once.
enum Standard {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let annotator = Result {
    DocumentAnnotator(Annotator(try LanguageModel(path: folder + "/Models/english.model")))
  }
}

/// Whether the markup is XML, which is more than HTML asks for.
func isWellFormed(_ markup: String) -> Bool { XMLParser(data: Data(markup.utf8)).parse() }
