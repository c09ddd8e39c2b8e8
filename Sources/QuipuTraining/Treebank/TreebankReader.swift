import QuipuDocuments
import QuipuLanguage

/// Reads CoNLL-U with all its columns (universaldependencies.org/format), plain or gzipped.
///
/// Empty nodes (`8.1`) and multiword ranges (`3-4`) are no words; words of a range count as joined.
public struct TreebankReader {
  private let path: String
  private var sentences: [TreebankSentence] = []
  private var words: [TreebankWord] = []
  private var id = ""
  private var line = 0
  /// Whether white space parts the next word from the last.
  private var hasSpace = true
  /// The last word of the multiword token that is open, and whether white space follows that.
  private var open: (last: Int, hasSpace: Bool)?

  /// The sentences of a file, in order. Complexity: O(bytes).
  public static func read(_ path: String) throws -> [TreebankSentence] {
    try sentences(in: try InputBytes.read(path), path: path)
  }

  /// The sentences of bytes that are in memory; `path` is the name for errors.
  public static func sentences(in bytes: [UInt8], path: String) throws(TrainingError) -> [TreebankSentence] {
    var reader = TreebankReader(path: path)
    for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      reader.line += 1
      try reader.add(raw.last == 0x0D ? raw.dropLast() : raw)
    }
    try reader.endSentence()
    return reader.sentences
  }

  private init(path: String) { self.path = path }

  private mutating func add(_ line: ArraySlice<UInt8>) throws(TrainingError) {
    guard let first = line.first else { return try endSentence() }
    if first == UInt8(ascii: "#") {
      let marker = "# sent_id = "
      if line.starts(with: marker.utf8) {
        id = String(decoding: line.dropFirst(marker.utf8.count), as: UTF8.self)
      }
      return
    }
    let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard columns.count == 10 else {
      throw error("the row has \(columns.count) columns, not ten", "separate ten columns by tabs")
    }
    if columns[0].contains(UInt8(ascii: ".")) { return }
    let isSpaced = !columns[9].split(separator: UInt8(ascii: "|")).contains { $0.elementsEqual("SpaceAfter=No".utf8) }
    let number = String(decoding: columns[0], as: UTF8.self)
    if let dash = number.firstIndex(of: "-") {
      guard let last = Int(number[number.index(after: dash)...]) else {
        throw error("'\(number)' is no range of words", "write it as 3-4")
      }
      open = (last, isSpaced)
      return
    }
    try addWord(columns, number: Int(number), isSpaced: isSpaced)
  }

  private mutating func addWord(
    _ columns: [ArraySlice<UInt8>], number: Int?, isSpaced: Bool
  ) throws(TrainingError) {
    guard number == words.count + 1 else {
      throw error("the word's number is not \(words.count + 1)", "number the words of a sentence from 1")
    }
    let code = String(decoding: columns[3], as: UTF8.self)
    guard let tag = PartOfSpeech(code: code) else {
      throw error("'\(code)' is no universal part of speech", "write one of ADJ to X in the fourth column")
    }
    let features = String(decoding: columns[5], as: UTF8.self)
    let head = Int(String(decoding: columns[6], as: UTF8.self))
    words.append(
      TreebankWord(
        form: Array(columns[1]), lemma: Array(columns[2]), tag: tag, features: features == "_" ? "" : features,
        head: (head ?? 0) - 1, relation: String(decoding: columns[7], as: UTF8.self), isJoined: !hasSpace))
    hasSpace = isSpaced
    if let token = open {
      hasSpace = words.count >= token.last ? token.hasSpace : false
      if words.count >= token.last { open = nil }
    }
  }

  private mutating func endSentence() throws(TrainingError) {
    defer { (words, id, hasSpace, open) = ([], "", true, nil) }
    guard !words.isEmpty else { return }
    if let wrong = words.firstIndex(where: { $0.head < -1 || $0.head >= words.count }) {
      throw error("word \(wrong + 1) of the sentence that ends here hangs on none of its words", "correct its head")
    }
    sentences.append(TreebankSentence(id: id, words: words))
  }

  private func error(_ reason: String, _ advice: String) -> TrainingError {
    TrainingError(path: path, line: line, reason: reason, advice: advice)
  }
}
