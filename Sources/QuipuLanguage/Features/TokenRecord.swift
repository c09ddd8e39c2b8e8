/// What linear models ask of a token, computed once for all of them: 72 bytes.
///
/// Hashes of 32 bits, by `FeatureHash`. 'Folded' is the form in lower case (ASCII and Latin-1) with straight quotes. In the
/// place of a form that is known as another word's (`Spellings`) all hashes but the shape's are of that word.
/// The slots at the end are filled by those who know: 0 stands for 'nothing known'.
public struct TokenRecord: Sendable, Equatable {
  public var form: UInt32 = 0
  public var folded: UInt32 = 0
  /// Letters as X and x, digits as d, other scripts as u, the rest as itself; runs are cut to two.
  public var shape: UInt32 = 0
  /// Of the folded form, in bytes; shorter forms have the hash of all they have.
  public var prefix1: UInt32 = 0
  public var prefix2: UInt32 = 0
  public var prefix3: UInt32 = 0
  public var suffix1: UInt32 = 0
  public var suffix2: UInt32 = 0
  public var suffix3: UInt32 = 0
  public var suffix4: UInt32 = 0
  public var flags: TokenFlags = []

  /// Id of the set of tags that the word is known with (`AmbiguityClasses`).
  public var wordClass: UInt32 = 0
  /// What the lexicon says of the word (`WordClasses`), by the model's `Vocabulary`.
  public var lexicon: UInt32 = 0
  /// Word cluster: the fine one's number in the lower 16 bits, the coarse one's above.
  public var clusters: UInt32 = 0
  /// One bit for each kind of known name that begins here or goes on.
  public var gazetteer: UInt32 = 0
  /// Part of speech (raw value + 1), and above its eight bits the morphology, once they are decided.
  public var tag: UInt32 = 0
  /// The word's vector, by the model's `Vocabulary`.
  public var code = WordCode.none

  @inlinable public init() {}

  /// 0 for words without one.
  @inlinable public var fineCluster: UInt32 { clusters & 0xFFFF }
  @inlinable public var coarseCluster: UInt32 { clusters >> 16 }

  /// Stands before a sentence's first token and after its last one.
  public static let outside: TokenRecord = {
    var record = TokenRecord()
    record.form = 1
    record.folded = 1
    record.shape = 1
    record.suffix3 = 1
    return record
  }()
}

/// Yes-or-no properties of a token.
public struct TokenFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let hasDigit = TokenFlags(rawValue: 1 << 0)
  public static let hasUpper = TokenFlags(rawValue: 1 << 1)
  public static let isUpper = TokenFlags(rawValue: 1 << 2)
  public static let startsUpper = TokenFlags(rawValue: 1 << 3)
  public static let hasHyphen = TokenFlags(rawValue: 1 << 4)
  public static let hasPeriod = TokenFlags(rawValue: 1 << 5)
  /// No ASCII letter or digit and nothing outside ASCII.
  public static let isPunctuation = TokenFlags(rawValue: 1 << 6)
  public static let isFirst = TokenFlags(rawValue: 1 << 7)
  /// No white space before it.
  public static let isJoined = TokenFlags(rawValue: 1 << 8)
  /// The sentence has no lower-case letter: capitals say nothing in it.
  public static let isShouted = TokenFlags(rawValue: 1 << 9)
  /// An e-mail address or a link.
  public static let isAddress = TokenFlags(rawValue: 1 << 10)

  /// The record's hashes are those of the word that is meant (`Spellings`).
  public static let isRespelt = TokenFlags(rawValue: 1 << 11)

  /// Stands where letter case says nothing of names (`UncasedSentences`): known to the recognizer alone.
  public static let isUncased = TokenFlags(rawValue: 1 << 12)

  /// All but `isAddress` and `isRespelt`, which say nothing to those who tag.
  @inlinable var ofSpelling: UInt32 {
    rawValue & ~(TokenFlags.isAddress.rawValue | TokenFlags.isRespelt.rawValue)
  }
}
