import QuipuLanguage

/// Learns the lemmatizer: rules for endings first, then a lexicon of what they get wrong. Counting only, no epochs; the
/// same data give the same bytes.
public struct LemmaTrainer {
  /// One form with its tag and morphology, and how often it had each rule.
  private struct Example {
    var form: [UInt8]
    var record: TokenRecord
    var rules: [Int: Int] = [:]

    /// The most frequent rule; of equal ones the first known.
    var best: Int { rules.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key ?? 0 }
    var count: Int { rules.values.reduce(0, +) }
  }

  /// Endings that fewer forms have, and rules that fewer forms follow, say nothing of others.
  static let minimumForms = 2

  private var rules: [LemmaRule] = []
  private var map: [(hash: UInt64, value: UInt16)] = []
  private var values: [UInt64: Int] = [:]
  private let letterCases: LemmaCaseTrainer

  /// Throws when there is nothing to learn from. `labels` are those of the tagger that the lemmatizer will work with,
  /// whose numbers records hold; with nil the lexicon does without morphology. The vocabulary is that of the model file; the
  /// lexicon adds nouns, verbs and adjectives that the sentences do not have.
  public init(
    _ sentences: [TreebankSentence], labels: MorphologyLabels?, vocabulary: Vocabulary?, lexicon: Lexicon?
  ) throws {
    guard !sentences.isEmpty else {
      throw TrainingError(path: "training data", reason: "holds no sentence", advice: "give a CoNLL-U file with some")
    }
    letterCases = LemmaCaseTrainer(sentences, labels: LemmaLabels(labels), vocabulary: vocabulary)
    let examples = collect(sentences, labels: labels, vocabulary: vocabulary)
    let more = lexicon.map { self.more($0, than: examples) } ?? []
    learnEndings(LemmaTrainer.grouped(examples, by: LemmaKey.form) + more)
    learnExceptions(LemmaTrainer.grouped(examples, by: LemmaKey.folded) + more, minimum: 1, key: LemmaKey.folded)
    learnExceptions(LemmaTrainer.grouped(examples, by: LemmaKey.form), minimum: 1, key: LemmaKey.form)
    if labels != nil { learnExceptions(examples, minimum: 2, key: LemmaKey.morphology) }
  }

  /// Adds the sections of the model.
  public func add(to builder: inout ModelFileBuilder) {
    builder.add("lemmas.rules", strings: rules.map(\.text))
    builder.add("lemmas.map", map: map)
    letterCases.add(to: &builder)
  }

  /// One example for each form, tag and morphology, in order of first appearance.
  private mutating func collect(
    _ sentences: [TreebankSentence], labels: MorphologyLabels?, vocabulary: Vocabulary?
  ) -> [Example] {
    var numbers: [LemmaRule: Int] = [:]
    var examples: [Example] = []
    var places: [UInt64: Int] = [:]
    let records = TokenRecords()
    let labelled = LemmaLabels(labels)
    for sentence in sentences {
      TrainingCorpus.fill(records, with: sentence, vocabulary: vocabulary)
      let parts = sentence.partsOfWords
      // Some treebanks give the lemma of the word that is meant, others that of the misspelling.
      for (i, word) in sentence.words.enumerated()
      where !records[i].flags.contains(.isRespelt) && !parts.contains(i) {
        var record = records[i]
        record.tag = labelled.tag(of: word)
        var form = word.form
        if word.tag == .numeral { DigitGroups.close(&form) }
        let rule = LemmaRule.derive(form: form, lemma: word.lemma, keepsCase: word.tag == .properNoun)
        let number = numbers[rule] ?? rules.count
        if number == rules.count, number < Int(HashedMap.absent) - 1 {
          numbers[rule] = number
          rules.append(rule)
        }
        let place = places[LemmaKey.morphology(record)] ?? examples.count
        if place == examples.count {
          places[LemmaKey.morphology(record)] = place
          examples.append(Example(form: form, record: record))
        }
        if number < rules.count { examples[place].rules[number, default: 0] += 1 }
      }
    }
    return examples
  }

  /// Nouns, verbs and adjectives of the lexicon in other forms than the lemma's, where the treebanks have none of that form and tag.
  private mutating func more(_ lexicon: Lexicon, than examples: [Example]) -> [Example] {
    let known = Set(examples.map { LemmaKey.folded($0.record) })
    var result: [Example] = []
    var folded: [UInt8] = []
    for id in 1..<WordID(max(lexicon.count, 1)) {
      let lemmas = [
        (PartOfSpeech.noun, lexicon.nounLemma(id)), (.verb, lexicon.verbLemma(id)),
        (.adjective, lexicon.adjectiveLemma(id)),
      ]
      for (tag, lemma) in lemmas where lemma != id {
        var example = Example(form: Array(lexicon[id].utf8), record: TokenRecord())
        example.form.withUnsafeBufferPointer { TokenRecords.read($0, into: &example.record, folded: &folded) }
        example.record.tag = UInt32(tag.rawValue) + 1
        let rule = LemmaRule.derive(form: example.form, lemma: Array(lexicon[lemma].utf8), keepsCase: false)
        guard !known.contains(LemmaKey.folded(example.record)), let number = rules.firstIndex(of: rule) else {
          continue
        }
        example.rules[number] = 1
        result.append(example)
      }
    }
    return result
  }

  /// Examples under one key put together; each stands for its most frequent form.
  private static func grouped(_ examples: [Example], by key: (TokenRecord) -> UInt64) -> [Example] {
    var groups: [Example] = []
    var places: [UInt64: Int] = [:]
    var largest: [Int] = []
    for example in examples {
      let key = key(example.record)
      guard let place = places[key] else {
        places[key] = groups.count
        groups.append(example)
        largest.append(example.count)
        continue
      }
      if example.count > largest[place] {
        largest[place] = example.count
        (groups[place].form, groups[place].record) = (example.form, example.record)
      }
      groups[place].rules.merge(example.rules, uniquingKeysWith: +)
    }
    return groups
  }

  /// Each form has one vote for its rule, in all its endings; an ending is kept when its rule is another than that of
  /// the longest kept ending inside it.
  private mutating func learnEndings(_ examples: [Example]) {
    var votes: [[UInt64: [Int: Int]]] = Array(repeating: [:], count: LemmaKey.longestEnding + 1)
    var seen: [Set<UInt64>] = Array(repeating: [], count: LemmaKey.longestEnding + 1)
    var order: [[(key: UInt64, parents: ArraySlice<UInt64>)]] = Array(repeating: [], count: LemmaKey.longestEnding + 1)
    var followers: [Int: Int] = [:]
    for example in examples { followers[example.best, default: 0] += 1 }
    for example in examples where (followers[example.best] ?? 0) >= LemmaTrainer.minimumForms {
      let own = LemmaTrainer.endings(example)
      for (length, key) in own.enumerated() {
        votes[length][key, default: [:]][example.best, default: 0] += 1
        if seen[length].insert(key).inserted { order[length].append((key, own[..<length])) }
      }
    }
    for (length, entries) in order.enumerated() {
      for (key, parents) in entries {
        let counts = votes[length][key] ?? [:]
        guard length == 0 || counts.values.reduce(0, +) >= LemmaTrainer.minimumForms else { continue }
        let best = counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key ?? 0
        let inherited = parents.reversed().lazy.compactMap { [values] in values[$0] }.first
        if best != inherited { set(key, best) }
      }
    }
  }

  private static func endings(_ example: Example) -> [UInt64] {
    var folded: [UInt8] = []
    example.form.withUnsafeBufferPointer { FormFolding.fold($0, into: &folded) }
    var keys: [UInt64] = []
    folded.withUnsafeBufferPointer { LemmaKey.endings($0, example.record) { keys.append($1) } }
    return keys
  }

  /// Enters into the lexicon what has, by all that is learnt so far, another lemma than it should.
  private mutating func learnExceptions(
    _ examples: [Example], minimum: Int, key: (TokenRecord) -> UInt64
  ) {
    var exceptions: [(UInt64, Int)] = []
    for example in examples where example.count >= minimum {
      let best = example.best
      let found = predicted(example).map { rules[$0] } ?? LemmaRule(.keep, removed: 0, added: [])
      if !isSame(found, rules[best], for: example) { exceptions.append((key(example.record), best)) }
    }
    for (key, rule) in exceptions { set(key, rule) }
  }

  /// Whether two rules make the same lemma; what becomes of capitals is decided by the context.
  private func isSame(_ a: LemmaRule, _ b: LemmaRule, for example: Example) -> Bool {
    guard !LemmaCaseTemplates.isAsked(example.record) else { return a.removed == b.removed && a.added == b.added }
    return lemma(example, a) == lemma(example, b)
  }

  private func lemma(_ example: Example, _ rule: LemmaRule) -> [UInt8] {
    var lemma: [UInt8] = []
    example.form.withUnsafeBufferPointer { rule.apply($0, into: &lemma) }
    return lemma
  }

  /// The rule that an example would be given by all that is learnt so far.
  private func predicted(_ example: Example) -> Int? {
    let record = example.record
    for key in [LemmaKey.morphology(record), LemmaKey.form(record), LemmaKey.folded(record)] {
      if let rule = values[key] { return rule }
    }
    return LemmaTrainer.endings(example).reversed().lazy.compactMap { [values] in values[$0] }.first
  }

  private mutating func set(_ key: UInt64, _ rule: Int) {
    guard values.updateValue(rule, forKey: key) == nil else { return }
    map.append((key, UInt16(rule)))
  }
}

/// Gives words of a treebank the tag and morphology that a record of the tagger would have.
struct LemmaLabels {
  private let numbers: [[String: UInt32]]

  init(_ labels: MorphologyLabels?) {
    numbers = (labels?.labels ?? []).map { own in
      Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, UInt32($0)) })
    }
  }

  func tag(of word: TreebankWord) -> UInt32 {
    let tag = UInt32(word.tag.rawValue)
    guard Int(tag) < numbers.count else { return tag + 1 }
    return tag + 1 | (numbers[Int(tag)][MorphologyReduction.reduced(word.features)] ?? 0) << 8
  }
}
