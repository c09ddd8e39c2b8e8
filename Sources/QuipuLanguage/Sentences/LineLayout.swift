import QuipuCore

/// The lines that tokens stand on: breaks between them, list markers, and how wide paragraphs are wrapped.
struct LineLayout {
  let tokens: [Token]
  let text: UnsafeBufferPointer<UInt8>
  /// Where the paragraph whose width is known ends (a token index), and the bytes of its longest line.
  private var paragraphEnd = 0
  private var paragraphWidth = 0

  init(tokens: [Token], text: UnsafeBufferPointer<UInt8>) { (self.tokens, self.text) = (tokens, text) }

  /// Whether the line that starts at token `lineStart` was broken before token `k` although the next word would have
  /// fitted. `start` is the sentence's first token.
  mutating func breaksEarly(before k: Int, lineStart: Int, sentence start: Int) -> Bool {
    measureParagraph(from: k - 1, sentence: start)
    let line = Int(tokens[k - 1].range.end) - Int(tokens[lineStart].range.start)
    var wordEnd = k
    while wordEnd + 1 < tokens.count && tokens[wordEnd + 1].isJoined && wordEnd < k + 8 { wordEnd += 1 }
    let word = Int(tokens[wordEnd].range.end) - Int(tokens[k].range.start)
    return paragraphWidth < 45 || line + 1 + word <= paragraphWidth - 8
  }

  /// Line breaks in the white space before token `k`: 0, 1, or 2 for a blank line.
  func lineBreaks(before k: Int) -> Int {
    guard !tokens[k].isJoined else { return 0 }
    var count = 0
    var i = Int(tokens[k - 1].range.end)
    let end = Int(tokens[k].range.start)
    if end - i == 1 && text[i] == 0x20 { return 0 }
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
  private mutating func measureParagraph(from k: Int, sentence start: Int) {
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
  func bulletMarkerEnd(_ k: Int) -> Int {
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

  private func firstByte(_ k: Int) -> UInt8 { text[Int(tokens[k].range.start)] }
  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
