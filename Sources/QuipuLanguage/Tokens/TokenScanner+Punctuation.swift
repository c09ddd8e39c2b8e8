import QuipuCore

extension TokenScanner {
  /// Cuts what starts with an ASCII byte that is neither letter nor digit, and gives its end.
  mutating func scanPunctuation(_ start: Int) -> Int {
    if let end = emoticonEnd(start) { return emit(start, end, .special) }
    switch text[start] {
    case 0x2E where isDigit(start + 1) && (lastEnd != start || tokens.last?.kind == .symbol):
      return scanNumber(start)
    case 0x2E where fileEnding(start) != nil:
      return emit(start, fileEnding(start) ?? start + 1, .special)
    case 0x2B where isDigit(start + 1) && lastEnd != start:
      return scanNumber(start)
    case 0x2E, 0x21, 0x3F:
      return emit(start, runEnd(start) { $0 == 0x2E || $0 == 0x21 || $0 == 0x3F }, .punctuation)
    case 0x27, 0x60:
      return scanApostrophe(start)
    case 0x23 where isLetter(start + 1) && lastEnd != start:
      return emit(start, wordRunEnd(start + 1), .special)
    case 0x23 where byte(start + 1) == 0x27 && byte(start + 2) == 0x73 && wordLength(start + 3) == 0:
      return emit(start, start + 3, .symbol)
    case 0x3C where byte(start + 1) == 0x3D || byte(start + 1) == 0x2D, 0x3E where byte(start + 1) == 0x3D:
      return emit(start, start + 2, .symbol)
    case 0x2B where byte(start + 1) != 0x2B:
      return emit(start, start + 1, .symbol)
    case 0x2B, 0x2D, 0x3D, 0x2A, 0x5F, 0x7E, 0x3C, 0x3E, 0x5E:
      return emit(start, lineEnd(start), .punctuation)
    case 0x24, 0x25, 0x23, 0x7C, 0x5C:
      return emit(start, start + 1, .symbol)
    default:
      return emit(start, start + 1, text[start] < 0x20 || text[start] == 0x7F ? .symbol : .punctuation)
    }
  }

  private func runEnd(_ start: Int, _ belongs: (UInt8) -> Bool) -> Int {
    var i = start
    while i < chunkEnd && belongs(text[i]) { i += 1 }
    return i
  }

  /// The end of a file's ending that stands for itself ('(draft 2) .doc'); nil when there is none.
  private func fileEnding(_ start: Int) -> Int? {
    guard start == chunkStart || lastEnd == start && text[start - 1] == 0x29, isLetter(start + 1) else { return nil }
    let end = wordRunEnd(start + 1)
    guard end == chunkEnd || !isDigit(end) && wordLength(end + 1) == 0 else { return nil }
    return lexicon.nameEndings.value(text, start + 1, end) != 0 ? end : nil
  }

  /// Whether a chunk of ASCII punctuation is a line drawn with at least two signs ('|----+---->').
  func isDrawing() -> Bool {
    var seen: UInt64 = 0
    for i in chunkStart..<chunkEnd {
      switch text[i] {
      case 0x2A, 0x2B, 0x2D, 0x2F, 0x3C...0x3E, 0x5C, 0x5E, 0x5F, 0x7B...0x7E: seen |= 1 << UInt64(text[i] & 0x3F)
      default: return false
      }
    }
    return seen & (seen &- 1) != 0
  }

  /// Runs of one sign ('--', '***', '====') with an arrow's head ('-->').
  private func lineEnd(_ start: Int) -> Int {
    let sign = text[start]
    let end = runEnd(start) { $0 == sign }
    return (sign == 0x2D || sign == 0x3D) && byte(end) == 0x3E ? end + 1 : end
  }

  /// A quote, a pair of them ('' or ``), or the apostrophe of a shortened word (''em', ''90s', a clitic by itself).
  private mutating func scanApostrophe(_ start: Int) -> Int {
    if byte(start + 1) == text[start] { return emit(start, start + 2, .punctuation) }
    if let (end, kind) = shortenedWordEnd(start, start + 1) { return emit(start, end, kind) }
    openQuote = lastEnd != start && wordLength(start + 1) > 0 ? start : -1
    return emit(start, start + 1, .punctuation)
  }

  /// The end and kind of a word that starts with an apostrophe (its end at `letters`).
  private func shortenedWordEnd(_ start: Int, _ letters: Int) -> (Int, Token.Kind)? {
    let end = wordRunEnd(letters)
    guard end > letters && end - letters <= 5 && apostropheLength(end) == 0 else { return nil }
    if end - letters >= 2 && isDigit(letters) && isDigit(letters + 1) && wordLength(letters + 2) == 0 {
      return lastEnd == start ? nil : (end, .number)
    }
    if end - letters == 3 && isDigit(letters) && isDigit(letters + 1) && byte(letters + 2) == 0x73 {
      return (end, .number)
    }
    if lexicon.aphereses.value(text, letters, end) != 0 { return lastEnd == start ? nil : (end, .word) }
    return lexicon.clitics.value(text, letters, end) != 0 ? (end, .word) : nil
  }

  /// ':)', ':-(', ';P', '=D', '<3', '^_^', '-_-', '(:', '>:(': eyes, perhaps a nose, a mouth, and no letter behind.
  private func emoticonEnd(_ start: Int) -> Int? {
    switch text[start] {
    case 0x28 where byte(start + 1) == 0x3A && start + 2 == chunkEnd: return start + 2
    case 0x3E where byte(start + 1) == 0x3A && (byte(start + 2) == 0x28 || byte(start + 2) == 0x29): return start + 3
    case 0x3C where byte(start + 1) == 0x33 && wordLength(start + 2) == 0: return start + 2
    case 0x5E, 0x2D:
      guard byte(start + 1) == 0x5F && byte(start + 2) == text[start] else { return nil }
      return start + 3
    case 0x3A, 0x3B, 0x3D: break
    default: return nil
    }
    let nose = byte(start + 1) == 0x2D || byte(start + 1) == 0x27 ? 1 : 0
    let mouth = start + 1 + nose
    switch byte(mouth) {
    case 0x29, 0x28: return mouth + 1
    case 0x44, 0x50, 0x70, 0x2F, 0x5C, 0x7C, 0x4F, 0x6F, 0x33:
      return mouth + 1 == chunkEnd && lastEnd != start ? mouth + 1 : nil
    default: return nil
    }
  }

  /// Cuts what starts with a scalar outside ASCII, and gives its end.
  mutating func scanHigh(_ start: Int) -> Int {
    let scalar = ScalarClass(text, start)
    let next = start + scalar.length
    switch scalar.kind {
    case .letter, .space: return scanWord(start)
    case .extender: return wordRunEnd(start) > next ? scanWord(start) : emit(start, next, .symbol)
    case .invalid: return emit(start, next, .symbol)
    case .symbol: return emit(start, extendersEnd(next), .symbol)
    case .emoji: return emit(start, emojiEnd(start), .special)
    case .apostrophe:
      if let (end, kind) = shortenedWordEnd(start, next) { return emit(start, end, kind) }
      openQuote = -1
      return emit(start, repeatEnd(start, scalar), .punctuation)
    case .punctuation: return emit(start, quoteEnd(start, scalar), .punctuation)
    }
  }

  /// An opening quote with the closing one right behind it counts as one sign: that is how '' is often converted.
  private mutating func quoteEnd(_ start: Int, _ scalar: ScalarClass) -> Int {
    guard scalar.scalar == 0x2018 else { return repeatEnd(start, scalar) }
    openQuote = start
    let next = start + scalar.length
    guard next < chunkEnd, case let second = ScalarClass(text, next), second.scalar == 0x2019 else {
      return repeatEnd(start, scalar)
    }
    openQuote = -1
    return next + second.length
  }

  /// Runs of one quote, dash or ellipsis ('’’', '——', '……'); brackets and the rest stand alone.
  private func repeatEnd(_ start: Int, _ scalar: ScalarClass) -> Int {
    guard (0x2010...0x2026).contains(scalar.scalar) else { return start + scalar.length }
    var i = start + scalar.length
    while i < chunkEnd, ScalarClass(text, i).scalar == scalar.scalar { i += scalar.length }
    return i
  }

  private func extendersEnd(_ start: Int) -> Int {
    var i = start
    while i < chunkEnd, text[i] >= 0x80, case let scalar = ScalarClass(text, i), scalar.kind == .extender {
      i += scalar.length
    }
    return i
  }

  /// An emoji with its modifiers; joined ones (ZWJ) and pairs of regional indicators (flags) are one.
  private func emojiEnd(_ start: Int) -> Int {
    let first = ScalarClass(text, start)
    var i = start + first.length
    if isRegional(first.scalar) {
      guard i < chunkEnd, case let second = ScalarClass(text, i), isRegional(second.scalar) else { return i }
      return i + second.length
    }
    while i < chunkEnd, text[i] >= 0x80 {
      let scalar = ScalarClass(text, i)
      let joinsNext = scalar.kind == .emoji && endsWithJoiner(i)
      guard scalar.kind == .extender || joinsNext else { return i }
      i += scalar.length
    }
    return i
  }

  private func isRegional(_ scalar: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar) }

  /// Whether the three bytes before `i` are U+200D.
  private func endsWithJoiner(_ i: Int) -> Bool {
    i >= 3 && text[i - 3] == 0xE2 && text[i - 2] == 0x80 && text[i - 1] == 0x8D
  }
}
