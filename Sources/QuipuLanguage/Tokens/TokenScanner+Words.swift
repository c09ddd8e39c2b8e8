import QuipuCore

extension TokenScanner {
  /// Cuts the word that starts at `start` (a letter) and gives its end.
  mutating func scanWord(_ start: Int) -> Int {
    if let end = linkEnd(start) ?? nameEnd(start) { return emit(start, end, .special) }
    if let end = acronymEnd(start) ?? slashedWordEnd(start) { return emit(start, end, .word) }
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
    case 0x21 where isUpper(start) && lexicon.exclaimedNames.value(text, start, end) != 0:
      return emit(start, end + 1, .word)
    case 0x27, 0xE2:
      if let end = droppedLetterEnd(start, end) { return emit(start, end, .word) }
    default: break
    }
    if hasApostrophe { emitClitics(start, end) } else { emitWord(start, end) }
    return end
  }

  /// The end of a word that is written with a slash ('w/o'); nil when there is none.
  private func slashedWordEnd(_ start: Int) -> Int? {
    guard byte(start + 1) == 0x2F else { return nil }
    let end = wordRunEnd(start + 2)
    return lexicon.slashedWords.value(text, start, end) != 0 ? end : nil
  }

  /// The end of a word whose last letter gave way to the apostrophe at `end` ('goin''); nil when that is a quote.
  private func droppedLetterEnd(_ start: Int, _ end: Int) -> Int? {
    let apostrophe = apostropheLength(end)
    guard apostrophe > 0, openQuote < 0, end - start >= 4, text[end - 1] == 0x6E, text[end - 2] == 0x69 else {
      return nil
    }
    return wordLength(end + apostrophe) == 0 ? end + apostrophe : nil
  }

  /// Where the word goes on behind an inner apostrophe ('O'Neil'), the hyphen of a prefix ('pre-war') or asterisks in
  /// place of letters ('d**n').
  private func continuation(_ start: Int, _ end: Int) -> Int? {
    let apostrophe = apostropheLength(end)
    if apostrophe > 0 {
      return wordLength(end + apostrophe) > 0 ? wordRunEnd(end + apostrophe) : nil
    }
    if byte(end) == 0x2A { return maskedEnd(end) }
    guard byte(end) == 0x2D && wordLength(end + 1) > 0 else { return nil }
    return lexicon.hyphenPrefixes.value(text, start, end) != 0 ? wordRunEnd(end + 1) : nil
  }

  private func maskedEnd(_ start: Int) -> Int? {
    var i = start
    while byte(i) == 0x2A { i += 1 }
    return isLetter(i) && !isUpper(i) ? wordRunEnd(i) : nil
  }

  /// A word of letters only, unless it is a contraction written in one piece ('cannot', 'gonna').
  @inline(__always)
  mutating func emitWord(_ start: Int, _ end: Int) {
    var cut = end - start <= 8 && end - start >= 2 ? Int(lexicon.contractions.value(text, start, end)) : 0
    if cut & Int(TokenLexicon.dependsOnNext) != 0 {
      cut = continuesAsClause(end) ? cut & Int(TokenLexicon.cutMask) : 0
    }
    // 'Im' and 'Hes' are contractions, 'IM' and 'HES' rather names.
    if cut > 1 || cut == 1 && !isUpper(start + 1) {
      emit(start, end - cut, .word)
      emit(end - cut, end, .word)
    } else {
      emit(start, end, .word)
    }
  }

  /// Whether 'its' at the end of the chunk stands for 'it is': the word behind it, in lower case and whole, is one that
  /// does not begin what somebody owns.
  private func continuesAsClause(_ end: Int) -> Bool {
    guard end == chunkEnd else { return false }
    var next = end
    while next < text.count && text[next] <= 0x20 { next += 1 }
    var i = next
    while i < text.count && text[i] &- 0x61 < 26 { i += 1 }
    guard i == text.count || text[i] <= 0x20 || text[i] == 0x2C || text[i] == 0x2E else { return false }
    return lexicon.clauseWords.value(text, next, i) != 0
  }

  /// Cuts up to two clitics off the end of a word with an apostrophe: 'should' + 'n't' + ''ve'.
  private mutating func emitClitics(_ start: Int, _ end: Int) {
    if hasArticle(start, end) {
      emitClitics(start, end - 1)
      emit(end - 1, end, .word)
      return
    }
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

  /// Whether an article has grown onto a clitic: 'I'ma', 'wasn'ta'.
  private func hasArticle(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 4, text[end - 1] == 0x61, text[end - 3] == 0x27 else { return false }
    return text[end - 2] == 0x6D && end - start == 4 || text[end - 2] == 0x74 && text[end - 4] == 0x6E
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
    if value & TokenLexicon.onlyInside != 0 && endsParagraphOrMeetsCapital(end + 1) { return false }
    if value & TokenLexicon.anyCase != 0 { return true }
    if value & TokenLexicon.beforeNumber != 0 {
      return isDigit(end + 1) || end + 1 == chunkEnd && byteAfterChunk() &- 0x30 < 10
    }
    return isUpper(start)
  }

  /// Whether the text or paragraph ends at `i`, or the next word has a capital. False inside a chunk.
  private func endsParagraphOrMeetsCapital(_ i: Int) -> Bool {
    guard i == chunkEnd else { return false }
    var breaks = 0
    var next = i
    while next < text.count && text[next] <= 0x20 {
      if text[next] == 0x0A { breaks += 1 }
      next += 1
    }
    return next == text.count || breaks > 1 || text[next] &- 0x41 < 26
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
