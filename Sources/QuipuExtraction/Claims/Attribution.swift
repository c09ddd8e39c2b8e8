import QuipuLanguage
import QuipuOntology

/// Who says what in a sentence: stretches of tokens with the entity that they are attributed to.
struct Attribution {
  struct Region {
    var tokens: Range<Int>
    var speaker: Filler
    var isDenial = false
    var isDemand = false
    /// The speaker's own phrase, to which the region does not reach.
    var except: Range<Int>
  }

  /// The last one who spoke, for quotations that go on over several sentences.
  private var lastSpeaker: Filler?
  private var isInQuotation = false

  mutating func regions(_ context: SentenceContext, _ finder: ArgumentFinder, _ resources: ExtractionResources)
    -> [Region]
  {
    let clause = context.clause
    var out: [Region] = []
    for c in clause.chunks.indices {
      let chunk = clause.chunks[c]
      if chunk.kind == .preposition, chunk.lemma == clause.words.according, c + 1 < clause.chunks.count {
        if let speaker = finder.fillers(of: c + 1, isLoose: true).first {
          out.append(
            Region(
              tokens: context.sentence, speaker: speaker,
              except: chunk.tokens.lowerBound..<clause.chunks[c + 1].tokens.upperBound))
        }
      } else if chunk.kind == .verb, let speech = resources.speech.speech[chunk.lemma] {
        out += spoken(c, speech, context, finder)
      }
    }
    return continued(out, context)
  }

  private func spoken(_ c: Int, _ speech: SpeechLexicon.Speech, _ context: SentenceContext, _ finder: ArgumentFinder)
    -> [Region]
  {
    let clause = context.clause
    let chunk = clause.chunks[c]
    guard chunk.verb?.isPassive != true else { return [] }
    var subjects = clause.subject(of: c)
    var start = chunk.tokens.lowerBound
    var end = chunk.tokens.upperBound
    // ', said X': the subject after the verb, at the end of a quotation.
    let isAfterQuote = c > 0 && (clause.chunks[c - 1].kind == .stop || clause.chunks[c - 1].kind == .comma)
    if subjects.isEmpty || isAfterQuote, c + 1 < clause.chunks.count, clause.chunks[c + 1].kind == .noun {
      let next = c + 2 < clause.chunks.count ? clause.chunks[c + 2].kind : .stop
      if next == .stop || next == .comma { subjects = [c + 1] }
    }
    guard let s = subjects.first, let speaker = finder.fillers(of: s, isLoose: true).first else { return [] }
    start = min(start, clause.chunks[s].tokens.lowerBound)
    end = max(end, clause.chunks[s].tokens.upperBound)
    let sentence = context.sentence
    let before = s > 0 && (clause.chunks[s - 1].kind == .comma || clause.chunks[s - 1].kind == .stop) || s > c
    let region = before ? sentence : end..<sentence.upperBound
    return [
      Region(
        tokens: region, speaker: speaker, isDenial: speech == .deny, isDemand: speech == .demand, except: start..<end)
    ]
  }

  /// Carries a speaker over into the sentences of a quotation that names none.
  private mutating func continued(_ regions: [Region], _ context: SentenceContext) -> [Region] {
    let opened = isInQuotation
    for t in context.sentence where context.analysis.tags[t] == .punctuation {
      switch QuotationMark(context.analysis.document.bytes[context.analysis.tokens[t].range.range]) {
      case .opening: isInQuotation = true
      case .closing: isInQuotation = false
      case .straight: isInQuotation.toggle()
      case nil: break
      }
    }
    if let speaker = regions.first?.speaker {
      lastSpeaker = speaker
      return regions
    }
    let startsQuotation =
      context.sentence.first.map {
        QuotationMark(context.analysis.document.bytes[context.analysis.tokens[$0].range.range]) != nil
      } ?? false
    guard opened || startsQuotation, let speaker = lastSpeaker else {
      if !opened { lastSpeaker = nil }
      return []
    }
    return [
      Region(
        tokens: context.sentence, speaker: speaker, except: context.sentence.lowerBound..<context.sentence.lowerBound)
    ]
  }
}

enum QuotationMark {
  case opening, closing, straight

  init?(_ bytes: ArraySlice<UInt8>) {
    if bytes.elementsEqual("\"".utf8) {
      self = .straight
    } else if bytes.elementsEqual("“".utf8) || bytes.elementsEqual("``".utf8) {
      self = .opening
    } else if bytes.elementsEqual("”".utf8) || bytes.elementsEqual("''".utf8) {
      self = .closing
    } else {
      return nil
    }
  }
}
