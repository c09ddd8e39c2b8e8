import QuipuCore

/// What the letters of each token say: capital or not, informative or not.
struct TokenShapes {
  let analysis: Analysis
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>
  /// The token begins with a capital letter.
  let isCapital: [Bool]
  /// All letters are capitals and there are at least two ('NATO', 'U.S.').
  let isAcronym: [Bool]
  /// The capital says nothing: first word of a sentence, of a quotation, or inside a title in capitals.
  let isForced: [Bool]
  /// Hash of the folded form, equal for equal words whether or not the lexicon has them.
  let keys: [UInt64]
  /// Words that stand with a capital where nothing but their being names asks for one.
  let attested: Set<UInt64>

  init(analysis: Analysis, lexicon: Lexicon, text: UnsafeBufferPointer<UInt8>) {
    self.analysis = analysis
    self.lexicon = lexicon
    self.text = text
    var capital = [Bool](repeating: false, count: analysis.tokens.count)
    var acronym = capital
    var hashes = [UInt64](repeating: 0, count: analysis.tokens.count)
    var folded: [UInt8] = []
    for (i, token) in analysis.tokens.enumerated() {
      let bytes = UnsafeBufferPointer(rebasing: text[token.range.range])
      capital[i] = token.kind == .word && TokenShapes.beginsWithCapital(bytes)
      acronym[i] = capital[i] && TokenShapes.isAllCapitals(bytes)
      folded.removeAll(keepingCapacity: true)
      Folding.fold(bytes, into: &folded)
      hashes[i] = StableHash.hash(folded)
    }
    let forced = TokenShapes.forcedCapitals(analysis, capital, lexicon)
    isCapital = capital
    isAcronym = acronym
    keys = hashes
    isForced = forced
    var seen: Set<UInt64> = []
    for t in analysis.tokens.indices where capital[t] && !forced[t] { seen.insert(hashes[t]) }
    attested = seen
  }

  func classes(_ t: Int) -> WordClasses { lexicon.classes(analysis.words[t]) }

  /// The lexicon has the word as something other than a name.
  func isOrdinary(_ t: Int) -> Bool {
    let word = analysis.words[t]
    return word != Lexicon.unknown && (lexicon.classes(word).has(.open) || lexicon.classes(word).has(.closed))
  }

  /// Equal for names of the same words.
  func key(of tokens: Range<Int>) -> UInt64 {
    tokens.reduce(StableHash.seed) { ($0 ^ keys[$1]) &* 0x0000_0100_0000_01b3 }
  }

  func isPunctuation(_ t: Int, _ mark: StaticString) -> Bool {
    guard t >= 0, t < analysis.tokens.count else { return false }
    let bytes = text[analysis.tokens[t].range.range]
    return bytes.count == mark.utf8CodeUnitCount
      && bytes.elementsEqual(UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
  }

  func sameSentence(_ a: Int, _ b: Int) -> Bool { analysis.sentenceIndex(of: a) == analysis.sentenceIndex(of: b) }

  private static func beginsWithCapital(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first < 0x80 { return first >= 0x41 && first <= 0x5A }
    // Latin-1 capitals À…Þ, and the even code points of Latin Extended-A ('Ł', 'Š' by their own parity).
    guard bytes.count > 1 else { return false }
    if first == 0xC3 { return bytes[1] >= 0x80 && bytes[1] <= 0x9E }
    if first == 0xC4 || first == 0xC5 {
      let scalar = UInt32(first & 0x1F) << 6 | UInt32(bytes[1] & 0x3F)
      let oddIsCapital = (0x139...0x148).contains(scalar) || (0x179...0x17E).contains(scalar)
      return (scalar % 2 == 0) != oddIsCapital
    }
    return false
  }

  private static func isAllCapitals(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var letters = 0
    for b in bytes {
      if b >= 0x41 && b <= 0x5A {
        letters += 1
      } else if b != UInt8(ascii: ".") && b != UInt8(ascii: "&") && !(b >= 48 && b <= 57) {
        return false
      }
    }
    return letters >= 2
  }

  private static func endsWithPeriod(_ sentence: Sentence, _ analysis: Analysis) -> Bool {
    sentence.tokens.suffix(2).contains {
      [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(
        analysis.document.bytes[Int(analysis.tokens[$0].range.start)]) && analysis.tokens[$0].kind == .punctuation
    }
  }

  /// First words of sentences and quotations, and all words of lines in title case.
  private static func forcedCapitals(_ analysis: Analysis, _ capital: [Bool], _ lexicon: Lexicon) -> [Bool] {
    var forced = [Bool](repeating: false, count: capital.count)
    for sentence in analysis.sentences {
      let words = sentence.tokens.filter { analysis.tokens[$0].kind == .word }
      let openWords = words.filter { !lexicon.classes(analysis.words[$0]).has(.closed) }
      let capitals = openWords.filter { capital[$0] }
      if openWords.count >= 4, capitals.count * 10 >= openWords.count * 8,
        sentence.kind == .heading || !endsWithPeriod(sentence, analysis)
      {
        for t in sentence.tokens { forced[t] = true }
      }
      var atStart = true
      for t in sentence.tokens {
        if analysis.tokens[t].kind == .punctuation {
          let mark = analysis.document.bytes[analysis.tokens[t].range.range].first ?? 0
          // After an opening quotation mark, a colon or a bullet the next word starts anew.
          if mark == UInt8(ascii: "\"") || mark == 0xE2 || mark == UInt8(ascii: ":")
            || mark == UInt8(ascii: "'") && !analysis.tokens[t].isJoined
          {
            atStart = true
          }
          continue
        }
        if atStart { forced[t] = true }
        atStart = false
      }
    }
    return forced
  }
}
