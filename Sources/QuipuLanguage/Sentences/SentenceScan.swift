import QuipuCore

/// The state of one pass over the tokens.
struct SentenceScan {
  /// What may end the sentence before the token at hand.
  enum Pending {
    case none
    case fullStop
    case exclamation
    case ellipsis
    case abbreviation
  }

  let tokens: [Token]
  let text: UnsafeBufferPointer<UInt8>
  let lexicon: TokenLexicon
  var sentences: [Sentence] = []
  private var start = 0
  private var pending = Pending.none
  /// A quote or bracket was closed behind the final punctuation.
  private var isClosed = false
  /// The sentence starts on a line of its own.
  private var startsLine = true
  private var bulletEnd = 0
  /// Where the reference marks behind the final punctuation end.
  private var referenceEnd = 0
  private var layout: LineLayout

  init(tokens: [Token], text: UnsafeBufferPointer<UInt8>, lexicon: TokenLexicon) {
    (self.tokens, self.text, self.lexicon) = (tokens, text, lexicon)
    layout = LineLayout(tokens: tokens, text: text)
  }

  /// Finds all sentences; inside lines `judge` has the last word.
  mutating func run<Judge: BoundaryJudging>(_ judge: inout Judge) {
    guard !tokens.isEmpty else { return }
    sentences.reserveCapacity(tokens.count / 16 + 1)
    bulletEnd = layout.bulletMarkerEnd(0)
    var lineStart = 0
    for k in tokens.indices {
      if k > 0 {
        let breaks = layout.lineBreaks(before: k)
        if ends(before: k, breaks, lineStart, &judge) || isTooLong(k) {
          close(at: k, lineBreaks: breaks)
          judge.close(at: k, startsParagraph: breaks > 1)
        }
        if breaks > 0 { lineStart = k }
      }
      note(k)
      judge.pass(k)
    }
    close(at: tokens.count, lineBreaks: 0)
  }

  // MARK: Ends

  @inline(__always)
  private mutating func ends<Judge: BoundaryJudging>(
    before k: Int, _ breaks: Int, _ lineStart: Int, _ judge: inout Judge
  ) -> Bool {
    if breaks > 1 { return true }
    if breaks == 1 && endsAtLineBreak(k, lineStart) { return true }
    // Inside wrapped lines only what looks like an end is worth asking about.
    guard breaks == 0 || pending != .none else { return false }
    let rule = endsInLine(k)
    if k < referenceEnd || k < bulletEnd { return false }
    return judge.ends(before: k, rule: rule, mayBeJoined: pending != .none)
  }

  /// Ends the sentence before token `k` and begins the next.
  private mutating func close(at k: Int, lineBreaks: Int) {
    sentences.append(Sentence(tokens: start..<k, kind: kind(of: start..<k, lineBreaks)))
    (start, pending, isClosed, startsLine) = (k, .none, false, lineBreaks > 0)
    // Inside a line only a number is a marker ('... done. 2. The next'), not a dash.
    let mayBeMarker = k < tokens.count && (lineBreaks > 0 || tokens[k].kind == .number)
    bulletEnd = mayBeMarker ? layout.bulletMarkerEnd(k) : k
  }

  private func kind(of range: Range<Int>, _ lineBreaks: Int) -> Sentence.Kind {
    if bulletEnd > range.lowerBound { return .bullet }
    let first = firstByte(range.lowerBound)
    let looksLikeTitle = isUpper(first) || isDigit(first) || first >= 0x80 || isOpening(first)
    let last = text[Int(tokens[range.upperBound - 1].range.end) - 1]
    let isComplete = range.count <= 20 && !isContinuation(last)
    return startsLine && lineBreaks > 0 && pending == .none && isComplete && looksLikeTitle ? .heading : .prose
  }

  /// Notes what token `k` means for the end of the sentence it is in.
  private mutating func note(_ k: Int) {
    guard k >= bulletEnd else { return }
    if pending != .none && (k < referenceEnd || isCloser(k)) {
      isClosed = isClosed || k >= referenceEnd
      return
    }
    pending = finalKind(k)
    isClosed = false
  }

  private func finalKind(_ k: Int) -> Pending {
    let range = tokens[k].range.range
    let last = text[range.upperBound - 1]
    switch tokens[k].kind {
    case .word: return last == 0x2E ? .abbreviation : .none
    case .punctuation:
      if range.count == 1 { return last == 0x2E ? .fullStop : last == 0x21 || last == 0x3F ? .exclamation : .none }
      return longFinalKind(range)
    default: return .none
    }
  }

  private func longFinalKind(_ range: Range<Int>) -> Pending {
    let last = text[range.upperBound - 1]
    if text[range.lowerBound] < 0x80 {
      if last == 0x21 || last == 0x3F { return .exclamation }
      guard last == 0x2E else { return .none }
      for i in range where text[i] != 0x2E { return .exclamation }
      return .ellipsis
    }
    switch ScalarClass(text, range.lowerBound).scalar {
    case 0x2026: return .ellipsis
    case 0x3002, 0x06D4, 0x0964, 0xFF01, 0xFF1F, 0xFF0E, 0x061F, 0x203C...0x203D, 0x2047...0x2049: return .exclamation
    default: return .none
    }
  }

  /// Whether a sentence ends before token `k`, which stands on the line of the token before.
  private mutating func endsInLine(_ k: Int) -> Bool {
    guard pending != .none && k >= referenceEnd && !isCloser(k) && !startsReference(k) else { return false }
    let first = firstByte(k)
    let isLower = first &- 0x61 < 26
    if tokens[k].isJoined && !isClosed && !isUpper(first) { return false }
    if k == referenceEnd { return !isContinuation(first) && (pending == .fullStop || !isLower) }
    switch pending {
    case .none: return false
    case .fullStop: return !(isLower && isClosed) && !isContinuation(first)
    case .exclamation: return !isLower && !isContinuation(first)
    case .ellipsis: return isUpper(first) || isOpening(first) && !isLower
    case .abbreviation: return abbreviationEnds(before: k)
    }
  }

  /// Whether a reference mark ('[2]') starts at token `k`, right behind final punctuation: it belongs to the sentence.
  private mutating func startsReference(_ k: Int) -> Bool {
    guard k + 2 < tokens.count, firstByte(k) == 0x5B, firstByte(k + 2) == 0x5D, tokens[k + 1].kind == .number,
      tokens[k + 1].isJoined && tokens[k + 2].isJoined
    else { return false }
    referenceEnd = k + 3
    return true
  }

  private func abbreviationEnds(before k: Int) -> Bool {
    guard !tokens[k].isJoined else { return false }
    var next = k
    while next < tokens.count && next < k + 2 && isOpening(firstByte(next)) { next += 1 }
    guard next < tokens.count, isUpper(firstByte(next)) else { return false }
    let last = tokens[k - 1].range.range
    if isClosed { return true }
    let value = lexicon.abbreviations.value(text, last.lowerBound, last.upperBound - 1)
    if value & (TokenLexicon.title | TokenLexicon.beforeNumber) != 0 { return false }
    // An initial before a name; a single letter ends a sentence too rarely.
    if last.count == 2 { return false }
    let word = tokens[next].range.range
    return lexicon.sentenceStarters.value(text, word.lowerBound, word.upperBound) != 0
  }

  /// Whether a sentence ends at the single line break before token `k`; its line began at token `lineStart`.
  private mutating func endsAtLineBreak(_ k: Int, _ lineStart: Int) -> Bool {
    if layout.bulletMarkerEnd(k) > k { return true }
    let first = firstByte(k)
    let isLower = first &- 0x61 < 26
    switch pending {
    case .fullStop, .exclamation: return !(isLower && isClosed)
    case .ellipsis: return !isLower
    case .abbreviation where abbreviationEnds(before: k): return true
    default: break
    }
    guard !isLower && !isContinuation(first) else { return false }
    return layout.breaksEarly(before: k, lineStart: lineStart, sentence: start)
  }

  /// Whether the sentence has to be cut before token `k`: at the first blank after so many tokens, or anywhere when none
  /// comes.
  private func isTooLong(_ k: Int) -> Bool {
    let count = k - start
    return count >= RuleSentenceSplitter.longest
      && (!tokens[k].isJoined || count >= RuleSentenceSplitter.longest + 20)
  }

  // MARK: Bytes

  private func firstByte(_ k: Int) -> UInt8 { text[Int(tokens[k].range.start)] }
  private func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private func isOpening(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x27 || byte == 0x28 || byte == 0x5B || byte == 0x60 || byte == 0xE2
  }

  /// Signs that carry a sentence on behind final punctuation: comma, semicolon, colon.
  private func isContinuation(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x3B || byte == 0x3A }

  /// Whether token `k` is a quote or bracket that closes: joined to what stands before it.
  private func isCloser(_ k: Int) -> Bool {
    guard tokens[k].kind == .punctuation else { return false }
    let range = tokens[k].range.range
    switch text[range.lowerBound] {
    case 0x29, 0x5D, 0x7D: return true
    case 0x22, 0x27: return tokens[k].isJoined
    case ..<0x80: return false
    default:
      let scalar = ScalarClass(text, range.lowerBound).scalar
      return scalar == 0x201D || scalar == 0x2019 || scalar == 0xBB || scalar == 0x300D || scalar == 0xFF09
    }
  }
}
