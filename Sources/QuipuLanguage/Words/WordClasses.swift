/// What is known of a word form before its context is looked at. A form may have several.
public struct WordClasses: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  // Closed classes.
  public static let determiner = WordClasses(rawValue: 1 << 0)
  public static let preposition = WordClasses(rawValue: 1 << 1)
  public static let pronoun = WordClasses(rawValue: 1 << 2)
  public static let possessivePronoun = WordClasses(rawValue: 1 << 3)
  public static let beForm = WordClasses(rawValue: 1 << 4)
  public static let haveForm = WordClasses(rawValue: 1 << 5)
  public static let doForm = WordClasses(rawValue: 1 << 6)
  public static let modal = WordClasses(rawValue: 1 << 7)
  public static let coordinator = WordClasses(rawValue: 1 << 8)
  public static let subordinator = WordClasses(rawValue: 1 << 9)
  public static let relative = WordClasses(rawValue: 1 << 10)
  public static let negation = WordClasses(rawValue: 1 << 11)
  public static let numeral = WordClasses(rawValue: 1 << 12)

  // Open classes.
  public static let noun = WordClasses(rawValue: 1 << 13)
  public static let adjective = WordClasses(rawValue: 1 << 14)
  public static let adverb = WordClasses(rawValue: 1 << 15)
  public static let plural = WordClasses(rawValue: 1 << 16)
  public static let baseVerb = WordClasses(rawValue: 1 << 17)
  public static let thirdSingular = WordClasses(rawValue: 1 << 18)
  public static let past = WordClasses(rawValue: 1 << 19)
  public static let participle = WordClasses(rawValue: 1 << 20)
  public static let gerund = WordClasses(rawValue: 1 << 21)

  // Names.
  public static let givenName = WordClasses(rawValue: 1 << 22)
  public static let surname = WordClasses(rawValue: 1 << 23)
  /// A name that is also an ordinary word ('Will', 'May').
  public static let ambiguousName = WordClasses(rawValue: 1 << 24)
  public static let calendar = WordClasses(rawValue: 1 << 25)

  /// Capitalised by convention, but no name: 'Internet', 'VIP'.
  public static let notName = WordClasses(rawValue: 1 << 26)

  public static let verb: WordClasses = [.baseVerb, .thirdSingular, .past, .participle, .gerund]
  public static let auxiliary: WordClasses = [.beForm, .haveForm, .doForm, .modal]
  public static let closed: WordClasses = [
    .determiner, .preposition, .pronoun, .possessivePronoun, .beForm, .haveForm, .doForm, .modal, .coordinator,
    .subordinator, .relative, .negation,
  ]
  public static let open: WordClasses = [
    .noun, .adjective, .adverb, .baseVerb, .thirdSingular, .past, .participle, .gerund,
  ]

  @inlinable public func has(_ any: WordClasses) -> Bool { rawValue & any.rawValue != 0 }
}
