import QuipuCore
import QuipuLanguage

/// Makes the vocabulary of a model: the classes of a lexicon's words, and clusters of the words of texts. The same
/// lexicon and texts give the same bytes.
public struct VocabularyTrainer {
  private let lexicon: Lexicon
  /// Folded forms of the texts.
  private var forms = StringInterner()
  private var sentences: [[UInt32]] = []
  /// Hashes of the sentences, so that a text read twice counts once.
  private var known: Set<UInt64> = []
  private let tokenizer = RuleTokenizer()
  private let splitter = RuleSentenceSplitter()
  private var folded: [UInt8] = []
  private var codes: [(hash: UInt32, code: WordCode)] = []
  private var spelt: [(form: [UInt8], word: [UInt8])] = []
  private var spellings: Spellings?
  private var centroids: (table: [Int8], dimensions: Int)?

  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Reads a text.
  public mutating func add(text: [UInt8]) {
    text.withUnsafeBufferPointer { text in
      let tokens = tokenizer.tokenize(text)
      for sentence in splitter.sentences(tokens, in: text) {
        add(tokens[sentence.tokens].map { number(UnsafeBufferPointer(rebasing: text[$0.range.range])) })
      }
    }
  }

  /// Reads a treebank.
  public mutating func add(_ treebank: [TreebankSentence]) {
    for sentence in treebank { add(sentence.words.map { $0.form.withUnsafeBufferPointer { number($0) } }) }
  }

  /// Takes over what clusters and codes stand for.
  public mutating func set(centroids: (table: [Int8], dimensions: Int)) { self.centroids = centroids }

  /// Takes over the codes of words' vectors, and types of such words by their hashes.
  public mutating func add(codes: [(hash: UInt32, code: WordCode)], types: [UInt32: UInt8] = [:]) {
    self.codes += codes.map { ($0.hash, $0.code.with(type: types[$0.hash] ?? 0)) }
  }

  /// Takes over how words are misspelt, shortened and stretched; before texts and treebanks, whose words count as those
  /// that are meant.
  public mutating func set(spellings entries: [(form: [UInt8], word: [UInt8])]) throws {
    // Words of the lexicon are none, whatever a list says.
    spelt = entries.filter { entry in
      entry.form.withUnsafeBufferPointer { lexicon.classes(lexicon.id($0)).isEmpty }
    }
    var builder = ModelFileBuilder()
    builder.addSpellings(spelt)
    spellings = try Spellings(ModelFile(bytes: builder.build()))
  }

  private mutating func number(_ form: UnsafeBufferPointer<UInt8>) -> UInt32 {
    FormFolding.fold(form, into: &folded)
    return folded.withUnsafeBufferPointer { folded in
      // As `Vocabulary` does where it knows no more than the form: capitals may be a name.
      let isLower = form.first == folded.first
      let word = isLower ? spellings?.word(for: folded, hash: FeatureHash.bytes(folded)) : nil
      return forms.intern(word ?? folded)
    }
  }

  /// Short sentences ('Thank you .') may come again.
  private mutating func add(_ sentence: [UInt32]) {
    let hash = sentence.withUnsafeBytes { StableHash.hash($0, seed: StableHash.seed) }
    if known.insert(hash).inserted || sentence.count < 6 { sentences.append(sentence) }
  }

  /// Adds the sections of the vocabulary. With the texts of a language it takes half a minute, most of it for clusters.
  public func add(to builder: inout ModelFileBuilder) {
    builder.addVocabulary(entries())
    if !spelt.isEmpty { builder.addSpellings(spelt) }
    if !codes.isEmpty { builder.addVectors(codes) }
    if let centroids { WordCentroids.add(centroids.table, dimensions: centroids.dimensions, to: &builder) }
  }

  /// Every word of the lexicon that has classes; forms of the texts that the lexicon finds by other spellings, with
  /// accents or a period ('josé', 'inc.'); forms that have a cluster.
  private func entries() -> [(hash: UInt32, entry: VocabularyEntry)] {
    var entries: [(hash: UInt32, entry: VocabularyEntry)] = []
    var places: [UInt32: Int] = [:]
    func add(_ form: some Collection<UInt8>, classes: WordClasses = [], clusters: UInt32 = 0) {
      let hash = VocabularyTrainer.hash(form)
      if let place = places[hash] {
        entries[place].entry.classes.formUnion(classes)
        if entries[place].entry.clusters == 0 { entries[place].entry.clusters = clusters }
      } else {
        places[hash] = entries.count
        entries.append((hash, VocabularyEntry(classes: classes, clusters: clusters)))
      }
    }
    for id in 1..<WordID(max(lexicon.count, 1)) where !lexicon.classes(id).isEmpty {
      add(lexicon[id].utf8, classes: lexicon.classes(id))
    }
    var scratch: [UInt8] = []
    for form in 0..<UInt32(forms.count) {
      let bytes = Array(forms.bytes(form))
      let classes = bytes.withUnsafeBufferPointer { lexicon.classes(lexicon.id(form: $0, scratch: &scratch)) }
      if !classes.isEmpty { add(bytes, classes: classes) }
    }
    for (form, clusters) in WordClusters(sentences, forms: forms).learn(sentences) {
      add(forms.bytes(form), clusters: clusters)
    }
    return entries
  }

  private static func hash(_ form: some Collection<UInt8>) -> UInt32 {
    Array(form).withUnsafeBufferPointer { FormFolding.hash($0) }
  }
}
