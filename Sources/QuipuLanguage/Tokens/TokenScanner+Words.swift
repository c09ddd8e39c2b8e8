import QuipuCore

extension TokenScanner {
  /// Cuts the word that starts at `start` (a letter) and gives its end.
  mutating func scanWord(_ start: Int) -> Int {
    if let end = linkEnd(start) ?? nameEnd(start) { return emit(start, end, .special) }
    if let end = acronymEnd(start) { return emit(start, end, .word) }
    var end = wordRunEnd(start)
    var hasApostrophe = false
    while let next = continuation(start, end) {
      if text[end] != 0x2D { hasApostrophe = true }
      end = next
    }
    switch byte(end) {
    case 0x2E where keepsPeriod(start, end):
      let isDegree = isUpper(end + 1) && byte(end + 2) == 0x2E
      return emit(start, isDegree ? end + 3 : end + 1, .word)
    case 0x24 where isCurrencyPrefix(start, end):
      return emit(start, end + 1, .symbol)
    case 0x26 where isAmpersandName(start, end):
      end = wordRunEnd(end + 1)
      return emit(start, end, .word)
    default: break
    }
    if hasApostrophe { emitClitics(start, end) } else { emitWord(start, end) }
    return end
  }

  /// Where the word goes on behind an inner apostrophe ('O'Neil') or the hyphen of a prefix ('pre-war').
  private func continuation(_ start: Int, _ end: Int) -> Int? {
    let apostrophe = apostropheLength(end)
    if apostrophe > 0 {
      return wordLength(end + apostrophe) > 0 ? wordRunEnd(end + apostrophe) : nil
    }
    guard byte(end) == 0x2D && wordLength(end + 1) > 0 else { return nil }
    return lexicon.hyphenPrefixes.value(text, start, end) != 0 ? wordRunEnd(end + 1) : nil
  }

  /// A word of letters only, unless it is a contraction written in one piece ('cannot', 'gonna').
  @inline(__always)
  mutating func emitWord(_ start: Int, _ end: Int) {
    let cut = end - start <= 8 && end - start >= 2 ? Int(lexicon.contractions.value(text, start, end)) : 0
    // 'Im' and 'Hes' are contractions, 'IM' and 'HES' rather names.
    if cut > 1 || cut == 1 && !isUpper(start + 1) {
      emit(start, end - cut, .word)
      emit(end - cut, end, .word)
    } else {
      emit(start, end, .word)
    }
  }

  /// Cuts up to two clitics off the end of a word with an apostrophe: 'should' + 'n't' + ''ve'.
  private mutating func emitClitics(_ start: Int, _ end: Int) {
    guard let last = cliticStart(start, end) else {
      emit(start, end, .word)
      return
    }
    if let first = cliticStart(start, last) {
      emit(start, first, .word)
      emit(first, last, .word)
    } else {
      emitWord(start, last)
    }
    emit(last, end, .word)
  }

  /// Where the clitic at the end of the word begins; nil when there is none or it is the whole word.
  private func cliticStart(_ start: Int, _ end: Int) -> Int? {
    var letters = end
    while letters > start && end - letters < 3 && isLetter(letters - 1) { letters -= 1 }
    var apostrophe = letters
    if apostrophe - 1 > start && (text[apostrophe - 1] == 0x27 || text[apostrophe - 1] == 0x60) {
      apostrophe -= 1
    } else if apostrophe - 3 > start && apostropheLength(apostrophe - 3) == 3 {
      apostrophe -= 3
    } else {
      return nil
    }
    if end - letters == 1 && text[letters] | 0x20 == 0x74 {
      return apostrophe - 1 > start && text[apostrophe - 1] | 0x20 == 0x6E ? apostrophe - 1 : nil
    }
    return lexicon.clitics.value(text, letters, end) != 0 ? apostrophe : nil
  }

  // MARK: Periods inside and behind words

  /// The end of letters each followed by a period ('U.S.', 'a.m', 'J.' before a capital); nil when there is none.
  private func acronymEnd(_ start: Int) -> Int? {
    guard byte(start + 1) == 0x2E, wordLength(start) == 1, start == chunkStart || wordLengthBefore(start) == 0 else {
      return nil
    }
    var end = start
    var letters = 0
    while isLetter(end) && byte(end + 1) == 0x2E {
      end += 2
      letters += 1
    }
    if isLetter(end) && wordLength(end + 1) == 0 && letters > 0 {
      end += 1
      letters += 1
    }
    if letters > 1 { return end }
    return isInitial(start) ? end : nil
  }

  /// Whether a single letter with a period is an initial: a capital, not the end of a run of dots, and not the pronoun
  /// at the end of a sentence.
  private func isInitial(_ start: Int) -> Bool {
    guard isUpper(start) && byte(start + 2) != 0x2E else { return false }
    if wordLength(start + 2) > 0 { return true }
    let next = byteAfterChunk()
    guard start + 2 == chunkEnd && next &- 0x41 < 26 else { return text[start] != 0x49 && start + 2 < chunkEnd }
    return text[start] != 0x49 || previousIsCapitalized()
  }

  private func previousIsCapitalized() -> Bool {
    guard let last = tokens.last, last.kind == .word else { return false }
    return text[Int(last.range.start)] &- 0x41 < 26
  }

  private func wordLengthBefore(_ i: Int) -> Int { lastEnd == i && tokens.last?.kind == .number ? 1 : 0 }

  /// Whether the period at `end` belongs to the word before it as an abbreviation.
  private func keepsPeriod(_ start: Int, _ end: Int) -> Bool {
    let value = lexicon.abbreviations.value(text, start, end)
    guard value != 0 && byte(end + 1) != 0x2E else { return false }
    if value & TokenLexicon.anyCase != 0 { return true }
    if value & TokenLexicon.beforeNumber != 0 {
      return isDigit(end + 1) || end + 1 == chunkEnd && byteAfterChunk() &- 0x30 < 10
    }
    return isUpper(start)
  }

  // MARK: Signs inside words

  /// 'US$', 'HK$', 'A$': the letters belong to the currency sign.
  private func isCurrencyPrefix(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 2 else { return false }
    for i in start..<end where !isUpper(i) { return false }
    return true
  }

  /// 'AT&T', 'R&D': capitals on both sides, at most four letters each.
  private func isAmpersandName(_ start: Int, _ end: Int) -> Bool {
    let right = wordRunEnd(min(end + 1, chunkEnd))
    guard right > end + 1 && end - start <= 4 && right - end <= 5 else { return false }
    let capitals = isUpper(start) && isUpper(end + 1)
    return capitals || end - start == 1 && right - end == 2
  }
}
