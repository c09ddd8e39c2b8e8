import QuipuCore

/// Groups tokens into sentences. The rule-based `RuleSentenceSplitter` is one; a trained one can take its place.
public protocol SentenceSplitting: Sendable {
  /// Sentences in order that together hold every token exactly once.
  func sentences(_ tokens: [Token], in text: UnsafeBufferPointer<UInt8>) -> [Sentence]
}

/// Sentences by rules: final punctuation, blank lines, line breaks, bullets and headings.
///
/// A blank line always ends a sentence. A single line break ends one after final punctuation, before a bullet, and
/// where the line broke although the next word would have fitted (a heading, a list of names); inside hard-wrapped
/// prose it is white space. An abbreviation ends a sentence only before a capitalized word that usually starts one.
/// Closing quotes and brackets belong to the sentence they close. A stretch without any end (a list of ten thousand names)
/// is cut every `longest` tokens, before a blank where there is one: what reads sentences may look at all of one from
/// each of its places, and stays linear in the text. Complexity: O(tokens + bytes of white space).
public struct RuleSentenceSplitter: SentenceSplitting {
  /// The tokens after which a sentence is cut, far beyond those that people write.
  public static let longest = 500

  let lexicon: TokenLexicon

  public init() { lexicon = TokenLexicon.shared }

  public func sentences(_ tokens: [Token], in text: UnsafeBufferPointer<UInt8>) -> [Sentence] {
    var scan = SentenceScan(tokens: tokens, text: text, lexicon: lexicon)
    scan.run()
    return scan.sentences
  }
}

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
  /// Where the paragraph whose width is known ends (a token index), and the bytes of its longest line.
  private var paragraphEnd = 0
  private var paragraphWidth = 0

  init(tokens: [Token], text: UnsafeBufferPointer<UInt8>, lexicon: TokenLexicon) {
    (self.tokens, self.text, self.lexicon) = (tokens, text, lexicon)
  }

  mutating func run() {
    guard !tokens.isEmpty else { return }
    sentences.reserveCapacity(tokens.count / 16 + 1)
    bulletEnd = bulletMarkerEnd(0)
    var lineStart = 0
    for k in tokens.indices {
      if k > 0 {
        let breaks = lineBreaks(before: k)
        if breaks > 1 || breaks == 1 && endsAtLineBreak(k, lineStart) || breaks == 0 && endsInLine(k) || isTooLong(k) {
          close(at: k, lineBreaks: breaks)
        }
        if breaks > 0 { lineStart = k }
      }
      note(k)
    }
    close(at: tokens.count, lineBreaks: 0)
  }

  // MARK: Ends

  /// Ends the sentence before token `k` and begins the next.
  private mutating func close(at k: Int, lineBreaks: Int) {
    sentences.append(Sentence(tokens: start..<k, kind: kind(of: start..<k, lineBreaks)))
    (start, pending, isClosed, startsLine) = (k, .none, false, lineBreaks > 0)
    // Inside a line only a number is a marker ('... done. 2. The next'), not a dash.
    let mayBeMarker = k < tokens.count && (lineBreaks > 0 || tokens[k].kind == .number)
    bulletEnd = mayBeMarker ? bulletMarkerEnd(k) : k
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
    if bulletMarkerEnd(k) > k { return true }
    let first = firstByte(k)
    let isLower = first &- 0x61 < 26
    switch pending {
    case .fullStop, .exclamation: return !(isLower && isClosed)
    case .ellipsis: return !isLower
    case .abbreviation where abbreviationEnds(before: k): return true
    default: break
    }
    guard !isLower && !isContinuation(first) else { return false }
    measureParagraph(from: k - 1)
    let line = Int(tokens[k - 1].range.end) - Int(tokens[lineStart].range.start)
    var wordEnd = k
    while wordEnd + 1 < tokens.count && tokens[wordEnd + 1].isJoined && wordEnd < k + 8 { wordEnd += 1 }
    let word = Int(tokens[wordEnd].range.end) - Int(tokens[k].range.start)
    return paragraphWidth < 45 || line + 1 + word <= paragraphWidth - 8
  }

  /// Whether the sentence has to be cut before token `k`: at the first blank after so many tokens, or anywhere when none
  /// comes.
  private func isTooLong(_ k: Int) -> Bool {
    let count = k - start
    return count >= RuleSentenceSplitter.longest
      && (!tokens[k].isJoined || count >= RuleSentenceSplitter.longest + 20)
  }

  // MARK: Lines

  /// Line breaks in the white space before token `k`: 0, 1, or 2 for a blank line.
  private func lineBreaks(before k: Int) -> Int {
    guard !tokens[k].isJoined else { return 0 }
    var count = 0
    var i = Int(tokens[k - 1].range.end)
    let end = Int(tokens[k].range.start)
    while i < end {
      switch text[i] {
      case 0x0A: count += 1
      case 0x0D where i + 1 >= end || text[i + 1] != 0x0A: count += 1
      case 0x0C: count += 2
      case 0xE2 where i + 2 < end && text[i + 1] == 0x80 && (text[i + 2] == 0xA8 || text[i + 2] == 0xA9):
        count += text[i + 2] == 0xA9 ? 2 : 1
      default: break
      }
      i += 1
    }
    return min(count, 2)
  }

  /// Finds the end of the paragraph and its longest line, once a paragraph.
  private mutating func measureParagraph(from k: Int) {
    guard k >= paragraphEnd else { return }
    var width = 0
    var lineStart = start
    var i = start + 1
    while i < tokens.count {
      let breaks = lineBreaks(before: i)
      if breaks > 0 {
        width = max(width, Int(tokens[i - 1].range.end) - Int(tokens[lineStart].range.start))
        lineStart = i
        if breaks > 1 { break }
      }
      i += 1
    }
    if lineStart < i { width = max(width, Int(tokens[i - 1].range.end) - Int(tokens[lineStart].range.start)) }
    (paragraphEnd, paragraphWidth) = (i, width)
  }

  /// The end of the bullet at the start of a line: '-', '*', '•', '1.', '2)', '(a)'; `k` itself when there is none.
  private func bulletMarkerEnd(_ k: Int) -> Int {
    guard k + 1 < tokens.count else { return k }
    let range = tokens[k].range.range
    let isFollowedBySpace = !tokens[k + 1].isJoined
    if isFollowedBySpace && isBulletSign(range) { return k + 1 }
    guard tokens[k].kind == .number && range.count <= 3 && isDigit(text[range.upperBound - 1]) else { return k }
    let next = firstByte(k + 1)
    let closes = (next == 0x2E || next == 0x29) && tokens[k + 1].range.count == 1
    return closes && !isFollowedBySpace && k + 2 < tokens.count && !tokens[k + 2].isJoined ? k + 2 : k
  }

  private func isBulletSign(_ range: Range<Int>) -> Bool {
    let first = text[range.lowerBound]
    if first == 0x2D || first == 0x2A || first == 0x2B { return range.count == 1 }
    guard first >= 0x80 else { return false }
    switch ScalarClass(text, range.lowerBound).scalar {
    case 0xB7, 0x2022, 0x2023, 0x2013, 0x2014, 0x2043, 0x25A0...0x25FF, 0x2756, 0x2794, 0x27A2: return true
    default: return false
    }
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
