import QuipuCore

/// The state of one tokenisation: where it stands, the chunk it is in, the tokens so far.
///
/// A chunk is a stretch without white space, `chunkStart..<chunkEnd`; no token crosses its ends.
struct TokenScanner {
  let text: UnsafeBufferPointer<UInt8>
  let lexicon: TokenLexicon
  var tokens: [Token] = []
  /// Where the last token ended: the next one is joined to it when it starts there.
  var lastEnd = -1
  var chunkStart = 0
  var chunkEnd = 0
  /// Union of the byte classes in the chunk.
  var chunkClasses: UInt8 = 0
  /// Look-ahead for a host or file name failed up to here; not tried again before.
  var nameScannedTo = 0
  /// Where the single quote that is open stands, -1 when none is.
  var openQuote = -1
  /// The next address with '@' in this chunk, once found: an empty range at the chunk's end means there is none.
  var address = 0..<0

  init(text: UnsafeBufferPointer<UInt8>, lexicon: TokenLexicon) {
    self.text = text
    self.lexicon = lexicon
    tokens.reserveCapacity(text.count / 5 + 8)
  }

  /// Cuts the whole text.
  mutating func run() {
    var i = 0
    while true {
      i = skipSpace(i)
      guard i < text.count else { return }
      findChunk(i)
      if chunkClasses & ~(ByteClass.letter | ByteClass.upper) == 0 {
        emitWord(chunkStart, chunkEnd)
      } else {
        cutChunk()
      }
      i = chunkEnd
    }
  }

  private func skipSpace(_ start: Int) -> Int {
    var i = start
    while i < text.count {
      let byte = text[i]
      let byteClass = lexicon.classes[Int(byte)]
      if byteClass & ByteClass.space != 0 {
        i += 1
      } else if byte >= 0x80, case let scalar = ScalarClass(text, i), scalar.kind == .space {
        i += scalar.length
      } else {
        return i
      }
    }
    return i
  }

  private mutating func findChunk(_ start: Int) {
    var i = start
    var classes: UInt8 = 0
    while i < text.count {
      let byte = text[i]
      let byteClass = lexicon.classes[Int(byte)]
      if byteClass & (ByteClass.space | ByteClass.high) == 0 {
        i += 1
      } else if byteClass & ByteClass.space != 0 {
        break
      } else {
        let scalar = ScalarClass(text, i)
        if scalar.kind == .space { break }
        i += scalar.length
      }
      classes |= byteClass
    }
    (chunkStart, chunkEnd, chunkClasses) = (start, i, classes)
    address = start..<start
  }

  /// Cuts a chunk that is more than ASCII letters.
  private mutating func cutChunk() {
    var i = chunkStart
    if chunkClasses == ByteClass.punctuation && chunkEnd - chunkStart >= 6 && isDrawing() {
      emit(chunkStart, chunkEnd, .punctuation)
      return
    }
    while i < chunkEnd {
      let byteClass = lexicon.classes[Int(text[i])]
      if chunkClasses & ByteClass.at != 0, let end = addressEnd(i) {
        i = emit(i, end, .special)
      } else if byteClass & ByteClass.letter != 0 {
        i = scanWord(i)
      } else if byteClass & ByteClass.digit != 0 {
        i = scanNumber(i)
      } else if byteClass & ByteClass.high != 0 {
        i = scanHigh(i)
      } else {
        i = scanPunctuation(i)
      }
    }
  }

  // MARK: Looking at bytes

  /// The byte at `i` inside the chunk, 0 outside.
  @inline(__always)
  func byte(_ i: Int) -> UInt8 { i >= chunkStart && i < chunkEnd ? text[i] : 0 }

  @inline(__always)
  func isDigit(_ i: Int) -> Bool { byte(i) &- 0x30 < 10 }

  @inline(__always)
  func isLetter(_ i: Int) -> Bool { (byte(i) | 0x20) &- 0x61 < 26 }

  @inline(__always)
  func isUpper(_ i: Int) -> Bool { byte(i) &- 0x41 < 26 }

  /// The length of the scalar at `i` when it belongs inside a word (letter, digit, '_', mark, joiner), otherwise 0.
  @inline(__always)
  func wordLength(_ i: Int) -> Int {
    guard i < chunkEnd else { return 0 }
    let byteClass = lexicon.classes[Int(text[i])]
    if byteClass & (ByteClass.letter | ByteClass.digit) != 0 { return 1 }
    return byteClass & ByteClass.high != 0 ? highWordLength(i) : text[i] == 0x5F ? 1 : 0
  }

  private func highWordLength(_ i: Int) -> Int {
    let scalar = ScalarClass(text, i)
    return scalar.kind == .letter || scalar.kind == .extender ? scalar.length : 0
  }

  /// The end of the run of word scalars at `i`.
  func wordRunEnd(_ start: Int) -> Int {
    var i = start
    while case let length = wordLength(i), length > 0 { i += length }
    return i
  }

  /// The length of the apostrophe (', ’, ʼ, `) at `i`, 0 when there is none.
  func apostropheLength(_ i: Int) -> Int {
    let first = byte(i)
    if first == 0x27 || first == 0x60 { return 1 }
    if first < 0x80 { return 0 }
    let scalar = ScalarClass(text, i)
    return scalar.kind == .apostrophe ? scalar.length : 0
  }

  /// The first byte behind the chunk's white space, 0 at the end of the text: what the next word starts with.
  func byteAfterChunk() -> UInt8 {
    var i = chunkEnd
    while i < text.count && text[i] <= 0x20 { i += 1 }
    return i < text.count ? text[i] : 0
  }

  // MARK: Emitting

  /// Adds a token and gives its end.
  @inline(__always)
  @discardableResult
  mutating func emit(_ start: Int, _ end: Int, _ kind: Token.Kind) -> Int {
    tokens.append(Token(range: ByteRange(start..<end), kind: kind, isJoined: start == lastEnd))
    lastEnd = end
    return end
  }
}
