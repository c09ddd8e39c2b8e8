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
    recognize(&analysis)
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
    guard model.recognizer != nil else { return }
    if scratch.recognizer.text.tokenCount + sentence.tokens.count > EntityText.maximumTokens { recognize(&analysis) }
    scratch.recognizer.text.append(scratch.records, firstToken: sentence.tokens.lowerBound)
  }

  /// Finds the names of the sentences that wait, and notes what they say of their words.
  private func recognize(_ analysis: inout Analysis) {
    var names: [EntitySpan] = []
    model.recognizer?.recognize(scratch.recognizer, into: &names) { span, records in
      model.properNouns.retag(span, records) { i in
        note(records + i, span.tokens.lowerBound + i, &analysis)
      }
    }
    analysis.entities += names
  }

  /// Takes what a record says that was tagged anew into the analysis.
  private func note(_ record: UnsafePointer<TokenRecord>, _ token: Int, _ analysis: inout Analysis) {
    analysis.tags[token] = record.pointee.partOfSpeech
    analysis.features[token] = model.features.number(record.pointee)
    guard let lemmatizer = model.lemmatizer else { return }
    lemmatizer.lemmatize(form(analysis.tokens[token]), record, into: &scratch.lemma)
    analysis.lemmaTexts.replace(token, by: scratch.lemma)
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
