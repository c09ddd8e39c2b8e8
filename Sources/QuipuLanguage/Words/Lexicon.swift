import QuipuCore

/// A folded word form's number in a `Lexicon`; 0 stands for every form that is not in it.
public typealias WordID = UInt32

/// The word forms that are known, each with its classes and lemmas. Immutable once built; one serves all threads.
public struct Lexicon: Sendable {
  public static let unknown: WordID = 0

  var vocabulary: StringInterner
  var classTable: [WordClasses]
  var verbLemmas: [WordID]
  var nounLemmas: [WordID]
  var adjectiveLemmas: [WordID]

  /// The id of a word in folded form (see `Folding`), or `unknown`.
  public func id(_ folded: UnsafeBufferPointer<UInt8>) -> WordID { vocabulary.find(folded) ?? Lexicon.unknown }

  public func id(_ word: String) -> WordID {
    var word = Folding.fold(word)
    return word.withUTF8 { id($0) }
  }

  public subscript(id: WordID) -> String { vocabulary[id] }
  public var count: Int { vocabulary.count }
  @inline(__always) public func classes(_ id: WordID) -> WordClasses { classTable[Int(id)] }
  /// The lemma of the form read as a verb; the form itself when it is none.
  @inline(__always) public func verbLemma(_ id: WordID) -> WordID { verbLemmas[Int(id)] }
  /// The lemma of the form read as a noun.
  @inline(__always) public func nounLemma(_ id: WordID) -> WordID { nounLemmas[Int(id)] }
  /// The lemma of the form read as an adjective: 'small' of 'smaller' and 'smallest'.
  public func adjectiveLemma(_ id: WordID) -> WordID { adjectiveLemmas[Int(id)] }
}

extension Lexicon {
  /// Collects words, then makes the lexicon. Later entries add classes to earlier ones, and never take any away.
  public struct Builder {
    private var lexicon: Lexicon

    public init() {
      lexicon = Lexicon(
        vocabulary: StringInterner(minimumCapacity: 80_000), classTable: [], verbLemmas: [], nounLemmas: [],
        adjectiveLemmas: [])
      add("", [])
      for (classes, words) in ClosedClassWords.table {
        for word in words.split(separator: " ") { add(String(word), classes) }
      }
      for (form, lemma) in ClosedClassWords.auxiliaryLemmas { setLemma(form, verb: lemma) }
    }

    /// Adds a form as it is. The word is folded first.
    @discardableResult
    public mutating func add(_ word: String, _ classes: WordClasses) -> WordID {
      let id = lexicon.vocabulary.intern(Folding.fold(word))
      if Int(id) == lexicon.classTable.count {
        lexicon.classTable.append(classes)
        lexicon.verbLemmas.append(id)
        lexicon.nounLemmas.append(id)
        lexicon.adjectiveLemmas.append(id)
      } else {
        lexicon.classTable[Int(id)].formUnion(classes)
      }
      return id
    }

    /// Adds a base form of the letters V, N, J, R (as in `Ontology/lexicon/english.tsv`) with its regular inflections.
    public mutating func addBase(_ word: String, tags: some StringProtocol) {
      for tag in tags.utf8 {
        switch tag {
        case UInt8(ascii: "V"): addVerb(word)
        case UInt8(ascii: "N"): addNoun(word)
        case UInt8(ascii: "J"):
          let lemma = add(word, .adjective)
          for form in Inflection.comparatives(word) {
            lexicon.adjectiveLemmas[Int(add(form, .adjective))] = lemma
          }
        case UInt8(ascii: "R"): add(word, .adverb)
        default: add(word, [])
        }
      }
    }

    public mutating func addNoun(_ word: String, plural: String? = nil) {
      let lemma = add(word, .noun)
      let id = add(plural ?? Inflection.sForm(word), [.noun, .plural])
      lexicon.nounLemmas[Int(id)] = lemma
    }

    /// Adds a verb with all its forms; a form that is nil or empty is regular.
    public mutating func addVerb(
      _ base: String, past: String? = nil, participle: String? = nil, thirdSingular: String? = nil,
      gerund: String? = nil
    ) {
      let lemma = add(base, .baseVerb)
      let regularPast = Inflection.edForm(base)
      let pasts = past.flatMap { $0.isEmpty ? nil : $0 } ?? regularPast
      let forms: [(String, WordClasses)] = [
        (pasts, .past),
        (participle.flatMap { $0.isEmpty ? nil : $0 } ?? pasts, .participle),
        (thirdSingular.flatMap { $0.isEmpty ? nil : $0 } ?? Inflection.sForm(base), .thirdSingular),
        (gerund.flatMap { $0.isEmpty ? nil : $0 } ?? Inflection.ingForm(base), .gerund),
      ]
      for (list, classes) in forms {
        for form in list.split(separator: "|") {
          let id = add(String(form), classes)
          // A form that is a base of its own ('found', 'saw') keeps the reading that came first.
          if lexicon.verbLemmas[Int(id)] == id && !lexicon.classTable[Int(id)].contains(.baseVerb) {
            lexicon.verbLemmas[Int(id)] = lemma
          }
        }
      }
    }

    /// Says what verb a form belongs to, whatever was said before: 'found' is of 'find' first.
    public mutating func setLemma(_ form: String, verb lemma: String) {
      let id = add(form, [])
      lexicon.verbLemmas[Int(id)] = add(lemma, [])
    }

    func isVerb(_ id: WordID) -> Bool { lexicon.classTable[Int(id)].contains(.baseVerb) }

    public consuming func build() -> Lexicon { lexicon }
  }
}

extension Lexicon.Builder {
  /// Adds a verb with its regular forms unless the lexicon has it as a verb already.
  public mutating func addVerbIfNew(_ base: String) {
    let id = add(base, [])
    if !isVerb(id) { addVerb(base) }
  }
}
