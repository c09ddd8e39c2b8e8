import QuipuCore

/// One document's way through the trained stages, sentence after sentence.
struct AnnotationPass {
  let model: LanguageModel
  let text: UnsafeBufferPointer<UInt8>
  let scratch: AnnotationScratch

  mutating func run(_ analysis: inout Analysis) {
    analysis.featureNames = model.features.names
    analysis.lemmaTexts.reserve(tokens: analysis.tokens.count, bytes: text.count)
    for sentence in analysis.sentences {
      read(sentence, analysis.tokens)
      model.tagger.tag(scratch.records, scratch.tagger)
      note(sentence, &analysis)
      parse(sentence, &analysis)
      recognize(sentence, &analysis)
    }
    model.recognizer?.recognize(scratch.recognizer, into: &analysis.entities)
  }

  private func parse(_ sentence: Sentence, _ analysis: inout Analysis) {
    guard let parser = model.parser, let own = scratch.parser else { return }
    let count = sentence.tokens.count
    if scratch.heads.count < count {
      scratch.heads = [Int32](repeating: -1, count: count)
      scratch.relations = [DependencyRelation](repeating: .unspecified, count: count)
    }
    scratch.heads.withUnsafeMutableBufferPointer { heads in
      scratch.relations.withUnsafeMutableBufferPointer {
        parser.parse(scratch.records, own, heads: heads, relations: $0)
      }
    }
    let first = sentence.tokens.lowerBound
    for i in 0..<count {
      analysis.heads[first + i] = scratch.heads[i] < 0 ? -1 : scratch.heads[i] + Int32(first)
      analysis.relations[first + i] = scratch.relations[i]
    }
  }

  /// Names are found over the whole document; more than a limit of memory allows is read in parts.
  private func recognize(_ sentence: Sentence, _ analysis: inout Analysis) {
    guard let recognizer = model.recognizer else { return }
    if scratch.recognizer.text.tokenCount + sentence.tokens.count > EntityText.maximumTokens {
      recognizer.recognize(scratch.recognizer, into: &analysis.entities)
    }
    scratch.recognizer.text.append(scratch.records, firstToken: sentence.tokens.lowerBound)
  }

  /// Fills the records of a sentence.
  private func read(_ sentence: Sentence, _ tokens: [Token]) {
    let records = scratch.records
    records.removeAll()
    for t in sentence.tokens {
      records.append(form(tokens[t]), isJoined: tokens[t].isJoined && t > sentence.tokens.lowerBound)
    }
    records.close()
    model.vocabulary.fill(records)
  }

  private func form(_ token: Token) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[token.range.range])
  }

  /// Takes what the records say into the analysis.
  private func note(_ sentence: Sentence, _ analysis: inout Analysis) {
    for (i, t) in sentence.tokens.enumerated() {
      let record = scratch.records[i]
      analysis.tags[t] = record.partOfSpeech
      analysis.features[t] = model.features.number(record)
      guard let lemmatizer = model.lemmatizer else { continue }
      lemmatizer.lemmatize(form(analysis.tokens[t]), scratch.records, i, into: &scratch.lemma)
      analysis.lemmaTexts.append(scratch.lemma)
    }
  }
}
