import QuipuCore
import QuipuLanguage

/// Makes the vocabulary of a model: the classes of a lexicon's words, and clusters of the words of texts. The same
/// lexicon and texts give the same bytes.
public struct VocabularyTrainer {
  private let lexicon: Lexicon
  /// Folded forms of the texts, number 0 standing for a sentence's end.
  private var forms = StringInterner()
  private let tokenizer = RuleTokenizer()
  private var folded: [UInt8] = []

  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    _ = forms.intern([])
  }

  /// Reads a text.
  public mutating func add(text: [UInt8]) {
    text.withUnsafeBufferPointer { text in
      for token in tokenizer.tokenize(text) { add(form: UnsafeBufferPointer(rebasing: text[token.range.range])) }
    }
  }

  /// Reads a treebank.
  public mutating func add(_ sentences: [TreebankSentence]) {
    for sentence in sentences {
      for word in sentence.words { word.form.withUnsafeBufferPointer { add(form: $0) } }
    }
  }

  private mutating func add(form: UnsafeBufferPointer<UInt8>) {
    FormFolding.fold(form, into: &folded)
    _ = folded.withUnsafeBufferPointer { forms.intern($0) }
  }

  /// Adds the sections of the vocabulary.
  public func add(to builder: inout ModelFileBuilder) { builder.addVocabulary(entries()) }

  /// Every word of the lexicon that has classes; then forms of the texts that the lexicon finds by other spellings,
  /// with accents or a period ('josé', 'inc.').
  private func entries() -> [(hash: UInt32, entry: VocabularyEntry)] {
    var entries: [(hash: UInt32, entry: VocabularyEntry)] = []
    var places: [UInt32: Int] = [:]
    func add(_ hash: UInt32, _ classes: WordClasses) {
      if let place = places[hash] {
        entries[place].entry.classes.formUnion(classes)
      } else {
        places[hash] = entries.count
        entries.append((hash, VocabularyEntry(classes: classes)))
      }
    }
    for id in 1..<WordID(max(lexicon.count, 1)) where !lexicon.classes(id).isEmpty {
      add(VocabularyTrainer.hash(Array(lexicon[id].utf8)), lexicon.classes(id))
    }
    var scratch: [UInt8] = []
    for form in 1..<UInt32(max(forms.count, 1)) {
      let bytes = Array(forms.bytes(form))
      let classes = bytes.withUnsafeBufferPointer { lexicon.classes(lexicon.id(form: $0, scratch: &scratch)) }
      if !classes.isEmpty { add(VocabularyTrainer.hash(bytes), classes) }
    }
    return entries
  }

  private static func hash(_ form: [UInt8]) -> UInt32 {
    var folded: [UInt8] = []
    form.withUnsafeBufferPointer { FormFolding.fold($0, into: &folded) }
    return folded.withUnsafeBufferPointer { FeatureHash.bytes($0) }
  }
}
