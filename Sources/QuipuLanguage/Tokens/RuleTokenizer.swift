import QuipuCore

/// Cuts a text into tokens. The rule-based `RuleTokenizer` is one; a trained one can take its place.
public protocol Tokenizing: Sendable {
  /// The tokens of a UTF-8 text in order: every byte that is no white space belongs to exactly one.
  func tokenize(_ text: UnsafeBufferPointer<UInt8>) -> [Token]
}

/// Tokens by rules over bytes, after the conventions of the UD English Web Treebank.
///
/// Clitics stand apart ('do' + 'n't', 'Ann' + ''s'), so do the parts of a hyphenated compound unless the first is a
/// prefix ('long' + '-' + 'term', but 'anti-tank'); abbreviations keep their period; currency signs, '%' and units are
/// tokens of their own; addresses, hashtags, @handles and emoji are one token each. '[1]' is three tokens. Zero-width
/// spaces and byte-order marks count as white space, joiners belong to the token they stand in. Ill-formed bytes are
/// symbols, one a byte.
///
/// One pass over the bytes in two steps: find the next chunk between white spaces, with the union of its byte classes;
/// then cut it. Complexity: O(bytes), whatever the text (each look-ahead is either consumed or remembered as failed).
public struct RuleTokenizer: Tokenizing {
  let lexicon: TokenLexicon

  public init() { lexicon = TokenLexicon.shared }

  public func tokenize(_ text: UnsafeBufferPointer<UInt8>) -> [Token] {
    var scanner = TokenScanner(text: text, lexicon: lexicon)
    scanner.run()
    return scanner.tokens
  }

  /// The tokens of a string, for tests and small inputs; offsets are into its UTF-8.
  public func tokenize(_ text: String) -> [Token] {
    var text = text
    return text.withUTF8 { tokenize($0) }
  }
}

/// The word tables of the tokenizer and the sentence splitter, built once.
struct TokenLexicon: Sendable {
  static let shared = TokenLexicon()

  /// Bits of `abbreviations`.
  static let title: UInt8 = 1
  static let capitalized: UInt8 = 2
  static let anyCase: UInt8 = 4
  static let beforeNumber: UInt8 = 8
  /// Gives its period up to the end of a sentence.
  static let onlyInside: UInt8 = 16

  /// Parts of the values of `contractions`.
  static let cutMask: UInt8 = 15
  static let dependsOnNext: UInt8 = 16

  let classes = ByteClass.table
  let abbreviations: PackedWordTable
  let hyphenPrefixes = PackedWordTable(EnglishTokenData.hyphenPrefixes)
  /// 1 in any case, 2 in lower case only.
  let units: PackedWordTable
  let numberEndings = PackedWordTable(EnglishTokenData.numberEndings)
  /// The value is the length of what is cut off, and whether the next word has a say.
  let contractions: PackedWordTable
  let clauseWords = PackedWordTable(EnglishTokenData.clauseWords)
  let slashedWords = PackedWordTable(EnglishTokenData.slashedWords)
  let exclaimedNames = PackedWordTable(EnglishTokenData.exclaimedNames)
  let clitics = PackedWordTable(EnglishTokenData.clitics)
  let aphereses = PackedWordTable(EnglishTokenData.aphereses)
  let nameEndings = PackedWordTable(EnglishTokenData.nameEndings)
  let sentenceStarters = PackedWordTable(EnglishTokenData.sentenceStarters)

  init() {
    var abbreviations = PackedWordTable()
    abbreviations.add(EnglishTokenData.titles, value: TokenLexicon.title)
    abbreviations.add(EnglishTokenData.capitalized, value: TokenLexicon.capitalized)
    abbreviations.add(EnglishTokenData.anyCase, value: TokenLexicon.anyCase)
    abbreviations.add(EnglishTokenData.beforeNumber, value: TokenLexicon.beforeNumber)
    abbreviations.add(EnglishTokenData.onlyInside, value: TokenLexicon.onlyInside)
    self.abbreviations = abbreviations
    var units = PackedWordTable(EnglishTokenData.units)
    units.add(EnglishTokenData.lowerCaseUnits, value: 2)
    self.units = units
    var contractions = PackedWordTable()
    for entry in EnglishTokenData.contractions { contractions.add(entry.words, value: UInt8(entry.cut)) }
    contractions.add(EnglishTokenData.contractedBeforeClause, value: TokenLexicon.dependsOnNext | 1)
    self.contractions = contractions
  }
}
