import QuipuCore

extension TokenScanner {
  /// The end of a URL that starts at `start`: 'scheme://', 'www.' or 'mailto:'; nil when there is none.
  func linkEnd(_ start: Int) -> Int? {
    var i = start
    while isLetter(i) && i - start < 12 { i += 1 }
    let hasScheme = byte(i) == 0x3A && byte(i + 1) == 0x2F && byte(i + 2) == 0x2F && i - start >= 3
    let isWeb = byte(i) == 0x2E && i - start == 3 && matches(start, "www") && wordLength(i + 1) > 0
    let isMail = byte(i) == 0x3A && i - start == 6 && matches(start, "mailto") && wordLength(i + 1) > 0
    guard hasScheme || isWeb || isMail else { return nil }
    let end = pathEnd(i, from: start)
    return end > i + 1 ? end : nil
  }

  private func matches(_ start: Int, _ lower: StaticString) -> Bool {
    for k in 0..<lower.utf8CodeUnitCount where byte(start + k) | 0x20 != lower.utf8Start[k] { return false }
    return true
  }

  /// The end of a link's bytes from `i` on: up to a quote, an angle bracket or the chunk's end, without the closing
  /// punctuation of the sentence around it.
  private func pathEnd(_ i: Int, from start: Int) -> Int {
    var end = i
    var open = 0
    while end < chunkEnd {
      switch text[end] {
      case 0x22, 0x3C, 0x3E, 0x7C, 0x5B, 0x5D, 0x7B, 0x7D: return trimmedEnd(end, i, open)
      case 0x28: open += 1
      case 0x29: open -= 1
      case 0xE2:
        let scalar = ScalarClass(text, end)
        if scalar.kind == .punctuation || scalar.kind == .apostrophe { return trimmedEnd(end, i, open) }
      default: break
      }
      end += 1
    }
    return trimmedEnd(end, i, open)
  }

  private func trimmedEnd(_ end: Int, _ start: Int, _ open: Int) -> Int {
    var (end, open) = (end, open)
    while end > start {
      switch text[end - 1] {
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A: end -= 1
      case 0x29 where open < 0:
        end -= 1
        open += 1
      default: return end
      }
    }
    return end
  }

  // MARK: Host and file names

  /// The end of a host or file name at `start` ('example.com/page', 'report.pdf'); nil when there is none. Failed
  /// look-aheads are remembered, so that a chunk is searched once.
  mutating func nameEnd(_ start: Int) -> Int? {
    guard start >= nameScannedTo, chunkClasses & ByteClass.punctuation != 0 else { return nil }
    var i = start
    var lastDot = -1
    while i < chunkEnd, isNameByte(i) {
      if text[i] == 0x2E { lastDot = i }
      i += 1
    }
    var end = i
    while end > start && (text[end - 1] == 0x2E || text[end - 1] == 0x2D) { end -= 1 }
    if lastDot >= end {
      lastDot = end - 1
      while lastDot > start && text[lastDot] != 0x2E { lastDot -= 1 }
    }
    guard lastDot > start, text[lastDot] == 0x2E, lexicon.nameEndings.value(text, lastDot + 1, end) != 0,
      !(isUpper(lastDot + 1) && !isUpper(lastDot + 2)), !isDigit(lastDot + 1)
    else {
      if isDottedName(start, end) { return end }
      nameScannedTo = i
      return nil
    }
    return byte(end) == 0x2F && wordLength(end + 1) > 0 ? pathEnd(end, from: start) : end
  }

  /// Three or more labels of at least two small letters each: the name of a newsgroup or package ('comp.lang.misc').
  private func isDottedName(_ start: Int, _ end: Int) -> Bool {
    var labels = 1
    var letters = 0
    for i in start..<end {
      switch text[i] {
      case 0x61...0x7A: letters += 1
      case 0x2D where letters > 0: break
      case 0x2E where letters > 1: (labels, letters) = (labels + 1, 0)
      default: return false
      }
    }
    return labels > 2 && letters > 1
  }

  private func isNameByte(_ i: Int) -> Bool {
    lexicon.classes[Int(text[i])] & (ByteClass.letter | ByteClass.digit) != 0 || text[i] == 0x2E || text[i] == 0x2D
      || text[i] == 0x5F
  }

  // MARK: Addresses with '@'

  /// The end of an address ('ann@example.org', '@handle') when one starts at `start`.
  mutating func addressEnd(_ start: Int) -> Int? {
    while address.upperBound <= start && address.upperBound < chunkEnd {
      findAddress(from: max(start, address.upperBound))
    }
    return address.lowerBound == start && address.upperBound > start ? address.upperBound : nil
  }

  /// Sets `address` to the next one at or behind `start`, or to the empty range at the chunk's end.
  private mutating func findAddress(from start: Int) {
    var at = start
    while at < chunkEnd && text[at] != 0x40 { at += 1 }
    guard at < chunkEnd else {
      address = chunkEnd..<chunkEnd
      return
    }
    var first = at
    while first > start && isAddressByte(first - 1) { first -= 1 }
    while first < at && !isLetter(first) && !isDigit(first) { first += 1 }
    var end = at + 1
    while end < chunkEnd && isAddressByte(end) { end += 1 }
    while end > at + 1 && !isLetter(end - 1) && !isDigit(end - 1) { end -= 1 }
    // A sign without a name behind it, or with a price, stays punctuation: the search goes on behind it.
    let isName = end > at + 1 && !(first == at && isDigit(at + 1))
    address = isName ? first..<end : (at + 1)..<(at + 1)
  }

  private func isAddressByte(_ i: Int) -> Bool {
    isNameByte(i) || text[i] == 0x2B || text[i] == 0x25
  }
}
