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
    }
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
      analysis.features[t] = model.features.number(of: record)
      guard let lemmatizer = model.lemmatizer else { continue }
      lemmatizer.lemmatize(form(analysis.tokens[t]), record, into: &scratch.lemma)
      analysis.lemmaTexts.append(scratch.lemma)
    }
  }
}
