import QuipuDocuments
import QuipuLanguage

/// Reads columns of words and IOB2 tags (Tjong Kim Sang and Veenstra 1999), plain or gzipped: word and tag, or number,
/// word and tag, parted by tabs or blanks; a blank line ends a sentence; lines that begin with `# ` are comments.
///
/// `# newdoc` begins a text; without such lines each sentence is one, with an id from the file's name without folders, so
/// that what is chosen by ids does not depend on where the file lies.
public struct IOB2Reader {
  private let path: String
  private var texts: [AnnotatedText] = []
  private var current: AnnotatedText
  private var hasDocuments = false
  private var sentenceStart = 0
  private var line = 0

  public static func read(_ path: String) throws -> [AnnotatedText] {
    try texts(in: try InputBytes.read(path), path: path)
  }

  /// The texts of bytes that are in memory; `path` is the name for errors. Complexity: O(bytes).
  public static func texts(in bytes: [UInt8], path: String) throws(TrainingError) -> [AnnotatedText] {
    var reader = IOB2Reader(path: path)
    for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      reader.line += 1
      try reader.add(raw.last == 0x0D ? raw.dropLast() : raw)
    }
    reader.endSentence()
    reader.endText()
    return reader.texts
  }

  private init(path: String) {
    self.path = path
    current = IOB2Reader.empty
  }

  private static let empty = AnnotatedText(id: "", forms: [], isJoined: [], sentences: [], names: [])

  private mutating func add(_ line: ArraySlice<UInt8>) throws(TrainingError) {
    if line.isEmpty {
      endSentence()
      if !hasDocuments { endText() }
      return
    }
    if line.starts(with: "# ".utf8) {
      let marker = "# newdoc"
      guard line.starts(with: marker.utf8) else { return }
      endText()
      hasDocuments = true
      let id = String(decoding: line.dropFirst(marker.utf8.count), as: UTF8.self)
      current.id = String(id.split(separator: "=").last ?? "").filter { $0 != " " }
      return
    }
    let separator: UInt8 = line.contains(0x09) ? 0x09 : 0x20
    let columns = line.split(separator: separator, omittingEmptySubsequences: false)
    guard columns.count == 2 || columns.count == 3 else {
      throw error("the row has \(columns.count) columns, not two or three", "write word and tag, parted by a tab")
    }
    try addToken(Array(columns[columns.count - 2]), tag: String(decoding: columns[columns.count - 1], as: UTF8.self))
  }

  private mutating func addToken(_ form: [UInt8], tag: String) throws(TrainingError) {
    guard !form.isEmpty else { return }
    let index = current.forms.count
    current.forms.append(form)
    current.isJoined.append(false)
    guard tag != "O" else { return }
    guard tag.utf8.count > 2, tag.hasPrefix("B-") || tag.hasPrefix("I-") else {
      throw error("'\(tag)' is no IOB2 tag", "write O, B-TYPE or I-TYPE")
    }
    let type = String(tag.dropFirst(2))
    if tag.hasPrefix("I-"), let last = current.names.last, last.tokens.upperBound == index, last.type == type,
      index > sentenceStart
    {
      current.names[current.names.count - 1].tokens = last.tokens.lowerBound..<index + 1
    } else {
      current.names.append(AnnotatedText.Name(tokens: index..<index + 1, type: type))
    }
  }

  private mutating func endSentence() {
    if current.forms.count > sentenceStart { current.sentences.append(sentenceStart..<current.forms.count) }
    sentenceStart = current.forms.count
  }

  private mutating func endText() {
    endSentence()
    if !current.forms.isEmpty {
      if current.id.isEmpty { current.id = "\(path.split(separator: "/").last ?? ""):\(texts.count + 1)" }
      texts.append(current)
    }
    current = IOB2Reader.empty
    sentenceStart = 0
  }

  private func error(_ reason: String, _ advice: String) -> TrainingError {
    TrainingError(path: path, line: line, reason: reason, advice: advice)
  }
}
