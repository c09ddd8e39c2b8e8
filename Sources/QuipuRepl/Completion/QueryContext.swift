import QuipuQuery

/// What stands before the cursor in a statement: the word being typed, and what kind of name may stand there.
struct QueryContext {
  enum Place { case label, type, key, word, quoted }

  /// Letters, digits and underscores right before the cursor, with the dots of a function's name.
  private(set) var word = ""
  private(set) var place = Place.word
  /// Names that the statement has declared so far, in order, each once.
  private(set) var variables: [String] = []

  init(_ text: String) {
    var scan = QueryScan(text.utf8)
    var tokens: [Token] = []
    while let (byte, index) = scan.next() { QueryContext.add(byte, index, to: &tokens, text) }
    guard !scan.isInsideQuotes else {
      place = .quoted
      return
    }
    if let last = tokens.last, last.isWord, last.end == text.endIndex {
      word = last.text
      tokens.removeLast()
    }
    variables = QueryContext.declared(tokens)
    place = QueryContext.place(after: tokens)
    if place == .key, let prefix = QueryContext.namespace(tokens) { (place, word) = (.word, prefix + word) }
  }

  /// A name as it may stand in a query.
  static func quoted(_ name: String) -> String {
    let scalars = name.unicodeScalars
    let isPlain = scalars.allSatisfy { $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    let begins = scalars.first.map { !("0"..."9").contains($0) } ?? false
    return isPlain && begins && !QueryKeywords.isReserved(name) ? name : "`\(name.replacing("`", with: "``"))`"
  }

  // MARK: Tokens

  private struct Token {
    var text: String
    var isWord: Bool
    var end: String.Index
  }

  private static func add(_ byte: UInt8, _ index: String.Index, to tokens: inout [Token], _ text: String) {
    let end = text.utf8.index(after: index)
    let isLetter = byte == UInt8(ascii: "_") || byte >= 0x80 || isASCIIWord(byte)
    if isLetter, let last = tokens.last, last.isWord, last.end == index {
      tokens[tokens.count - 1].text = String(
        decoding: text.utf8[text.utf8.index(index, offsetBy: -last.text.utf8.count)..<end], as: UTF8.self)
      tokens[tokens.count - 1].end = end
    } else if byte > 0x20 {
      tokens.append(Token(text: String(decoding: [byte], as: UTF8.self), isWord: isLetter, end: end))
    }
  }

  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  // MARK: Meaning

  private static func place(after tokens: [Token]) -> Place {
    guard let last = tokens.last else { return .word }
    var open: [String] = []
    for token in tokens where !token.isWord {
      switch token.text {
      case "(", "[", "{": open.append(token.text)
      case ")", "]", "}": _ = open.popLast()
      default: break
      }
    }
    switch last.text {
    case ":": return open.last == "{" ? .word : open.last == "[" ? .type : .label
    case "|", "&", "!":
      return open.last == "[" ? (namesType(tokens) ? .type : .word) : open.last == "(" ? .label : .word
    case ".": return .key
    case "{", ",": return open.last == "{" ? .key : .word
    default: return .word
    }
  }

  /// Whether the innermost bracket, still open, has had its colon: `[:A|`, not `[x IN list |`.
  private static func namesType(_ tokens: [Token]) -> Bool {
    let tail = tokens.reversed().prefix { $0.text != "[" }
    return tail.contains { $0.text == ":" } && !tail.contains { $0.text.uppercased() == "IN" }
  }

  /// `date.` and `duration.` are the beginnings of functions' names.
  private static func namespace(_ tokens: [Token]) -> String? {
    guard tokens.count > 1, tokens[tokens.count - 1].text == "." else { return nil }
    let name = tokens[tokens.count - 2].text + "."
    return FunctionLibrary.standard.functions.contains { $0.name.lowercased().hasPrefix(name.lowercased()) }
      ? name : nil
  }

  private static func declared(_ tokens: [Token]) -> [String] {
    var names: [String] = []
    for (i, token) in tokens.enumerated() where token.isWord && !names.contains(token.text) {
      guard i > 0, !QueryKeywords.isReserved(token.text) else { continue }
      let before = tokens[i - 1].text.uppercased()
      let after = i + 1 < tokens.count ? tokens[i + 1].text : ""
      let isPattern = (before == "(" || before == "[") && [":", ")", "]", "{", "*"].contains(after)
      let isCall = before == "(" && after == ")" && i > 1 && tokens[i - 2].isWord && !isClause(tokens[i - 2].text)
      let isPath = ["MATCH", "CREATE", "MERGE", ","].contains(before) && after == "="
      if (isPattern && !isCall) || isPath || before == "AS" { names.append(token.text) }
    }
    return names
  }

  /// `MATCH (n)` declares, `count(n)` does not.
  private static func isClause(_ word: String) -> Bool { QueryKeywords.isReserved(word) }
}
