import QuipuCore

/// Puts one CoNLL-U document's text together and notes where its tokens stand.
///
/// Tokens are syntactic words. Those of a multiword token share its characters when their forms add up to it ('do' and
/// 'n't' to 'don't'); otherwise the multiword token counts as one. Empty nodes (`8.1`) stand for nothing in the text.
struct CoNLLUBuilder {
  private struct Word {
    var form: [UInt8]
    /// The words it is made of, for a multiword token.
    var parts: [(form: [UInt8], spacing: String)] = []
    var hasSpaceAfter: Bool
    var spacing: String
  }

  private var draft: Draft
  private var gold = GoldTokens()
  private var words: [Word] = []
  private var sentenceText: [UInt8]?
  private var comments: [String] = []
  /// Last word id that the current multiword token covers.
  private var coveredUpTo = 0
  private var startsParagraph = false
  private var endsWithSpace = true
  private(set) var hasHeader = false

  init(line: Int) {
    draft = Draft(bytes: [])
    draft.line = line
  }

  var isEmpty: Bool { draft.bytes.isEmpty && words.isEmpty }

  mutating func note(_ text: String) { draft.notes.append(text) }

  /// Adds one line. Throws when it is neither blank, nor a comment, nor a row of ten columns.
  mutating func add(_ line: [UInt8], path: String, line number: Int) throws(DocumentError) {
    if UTF8Text.isBlank(line) { return endSentence(before: number) }
    if line.first == UInt8(ascii: "#") { return comment(String(decoding: line.dropFirst(), as: UTF8.self)) }
    let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard columns.count == 10, let first = columns[0].first, ASCII.isDigit(first), !columns[1].isEmpty else {
      throw DocumentError(
        .malformed, path: path, line: number,
        reason: "the row has \(counted(columns.count, "column")), not an id and nine more",
        advice: "separate ten columns by tabs")
    }
    try row(columns, path: path, line: number)
  }

  private mutating func row(_ columns: [ArraySlice<UInt8>], path: String, line: Int) throws(DocumentError) {
    let parts = columns[0].split(separator: UInt8(ascii: "-")).map { Int(String(decoding: $0, as: UTF8.self)) }
    if columns[0].contains(UInt8(ascii: ".")) { return }
    guard let first = parts.first, let id = first, id > 0, parts.count <= 2, let last = parts[parts.count - 1],
      last >= id
    else {
      throw DocumentError(
        .malformed, path: path, line: line, column: 1, reason: "the word id is no number and no range",
        advice: "number the words from 1")
    }
    let form = Array(columns[1])
    let spacing = CoNLLUBuilder.spacing(columns[9])
    if parts.count == 1, id <= coveredUpTo {
      words[words.count - 1].parts.append((form, spacing))
      return
    }
    let isJoined = spacing.split(separator: "|").contains { $0.utf8.elementsEqual("SpaceAfter=No".utf8) }
    words.append(Word(form: form, hasSpaceAfter: !isJoined, spacing: spacing))
    if parts.count == 2 { coveredUpTo = last }
  }

  /// What a MISC column says of white space, its other attributes left out.
  private static func spacing(_ misc: ArraySlice<UInt8>) -> String {
    guard misc.count > 1 else { return "" }
    let attributes = String(decoding: misc, as: UTF8.self).split(separator: "|")
    return attributes.filter { $0.hasPrefix("Space") }.joined(separator: "|")
  }

  private mutating func comment(_ text: String) {
    comments.append("#" + text)
    let pair = text.split(separator: "=", maxSplits: 1).map { UTF8Text.cleaned(String($0)) ?? "" }
    let value = pair.count == 2 && !pair[1].isEmpty ? pair[1] : nil
    switch pair.first {
    case "newdoc", "newdoc id":
      hasHeader = true
      draft.id = value
    case "newpar", "newpar id": startsParagraph = true
    case "text":
      sentenceText = text.split(separator: "=", maxSplits: 1).last.map { Array($0.utf8) }
    case "title", "meta::title", "newdoc title": draft.title = draft.title ?? value
    case "date", "meta::date", "meta::dateCreated": draft.date = draft.date ?? value.flatMap(DateText.field)
    default: break
    }
  }

  /// Adds the sentence to the text, in the spelling of its `# text` where its words are found in that.
  private mutating func endSentence(before line: Int) {
    defer {
      words = []
      sentenceText = nil
      coveredUpTo = 0
    }
    guard !words.isEmpty else { return }
    let firstWord = gold.words.count
    defer {
      gold.rows.append(GoldSentence(comments: comments, words: firstWord..<gold.words.count))
      comments = []
    }
    if !draft.bytes.isEmpty {
      draft.bytes.append(contentsOf: startsParagraph ? [0x0A, 0x0A] : endsWithSpace ? [0x20] : [])
    }
    startsParagraph = false
    let firstToken = gold.tokens.count
    let start = draft.bytes.count
    let spelled = spelling()
    let given = sentenceText.map { Array(UTF8Text.trimmed($0[...])) }
    if let given, let places = CoNLLUBuilder.places(of: words.map(\.form), in: given) {
      draft.bytes.append(contentsOf: given)
      for (word, place) in zip(words, places) { addTokens(of: word, at: start + place) }
    } else {
      if given != nil { note("line \(line): the words do not add up to '# text'; the words were taken") }
      draft.bytes.append(contentsOf: spelled.bytes)
      for (word, place) in zip(words, spelled.places) { addTokens(of: word, at: start + place) }
    }
    endsWithSpace = words.last?.hasSpaceAfter ?? true
    gold.sentences.append(firstToken..<gold.tokens.count)
  }

  private func spelling() -> (bytes: [UInt8], places: [Int]) {
    var bytes: [UInt8] = []
    var places: [Int] = []
    for (i, word) in words.enumerated() {
      places.append(bytes.count)
      bytes.append(contentsOf: word.form)
      if word.hasSpaceAfter, i + 1 < words.count { bytes.append(0x20) }
    }
    return (bytes, places)
  }

  /// Where the forms stand one after the other, with nothing but white space between; nil when they do not.
  private static func places(of forms: [[UInt8]], in text: [UInt8]) -> [Int]? {
    var places: [Int] = []
    var position = 0
    for form in forms {
      while position < text.count, !text[position...].starts(with: form), let space = spaceLength(text, position) {
        position += space
      }
      guard text[position...].starts(with: form) else { return nil }
      places.append(position)
      position += form.count
    }
    return UTF8Text.isBlank(text[position...]) ? places : nil
  }

  /// Length of the space here: ASCII white space, or a no-break space.
  private static func spaceLength(_ text: [UInt8], _ position: Int) -> Int? {
    if ASCII.isSpace(text[position]) { return 1 }
    return text[position...].starts(with: [0xC2, 0xA0]) ? 2 : nil
  }

  private mutating func addTokens(of word: Word, at start: Int) {
    let whole = ByteRange(start..<start + word.form.count)
    guard word.parts.count > 1 else {
      gold.tokens.append(whole)
      gold.words.append(GoldWord(form: word.form, range: whole, spacing: word.spacing))
      return
    }
    let addsUp = word.parts.lazy.map(\.form).joined().elementsEqual(word.form)
    if !addsUp { gold.tokens.append(whole) }
    var position = start
    for (i, part) in word.parts.enumerated() {
      let range = addsUp ? ByteRange(position..<position + part.form.count) : whole
      if addsUp { gold.tokens.append(range) }
      let multiword = GoldWord.Multiword(form: word.form, count: word.parts.count, spacing: word.spacing)
      gold.words.append(
        GoldWord(form: part.form, range: range, spacing: part.spacing, multiword: i == 0 ? multiword : nil))
      position += part.form.count
    }
  }

  /// The document, its last sentence closed.
  mutating func draft(number: Int?) -> Draft {
    endSentence(before: draft.line ?? 1)
    draft.number = number
    draft.gold = gold
    return draft
  }
}
