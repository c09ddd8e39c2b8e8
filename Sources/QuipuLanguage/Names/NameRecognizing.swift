import QuipuCore

/// Finds the names in an analysis that has tokens, words, sentences and values. A trained recognizer takes the
/// rule-based one's place.
public protocol NameRecognizing: Sendable {
  func names(in analysis: Analysis) -> [NameSpan]
}

/// The names that a gazetteer knows, ready for matching. The caller chooses what an entry's index means.
public struct NameGazetteer: Sendable {
  /// What one phrase of the matcher stands for.
  public struct Name: Sendable {
    public var entry: UInt32
    public var form: NameSpan.Form
    /// The entry's class.
    public var label: String
    /// Larger is better known.
    public var rank: Int
    /// The name is also an ordinary English word.
    public var isAmbiguous: Bool

    public init(entry: UInt32, form: NameSpan.Form, label: String, rank: Int, isAmbiguous: Bool = false) {
      self.entry = entry
      self.form = form
      self.label = label
      self.rank = rank
      self.isAmbiguous = isAmbiguous
    }
  }

  /// Payloads index `names`.
  public var matcher: PhraseMatcher
  public var names: [Name]

  public init(matcher: PhraseMatcher, names: [Name]) {
    self.matcher = matcher
    self.names = names
  }
}

/// Words that tell what kind of thing a capitalised phrase names.
public struct NameCues: Sendable {
  /// Last words: 'University', 'Inc.' → class.
  public var lastWords: [WordID: String] = [:]
  /// First words or phrases, followed by the rest of the name: 'Ministry of', 'Lake'.
  public var firstWords: PhraseMatcher
  public var firstWordLabels: [String] = []
  /// Titles and posts: 'prime minister'.
  public var roles: PhraseMatcher
  /// 'Mr.', 'Gen.': what follows is a person.
  public var honorifics: Set<WordID> = []
  /// Common nouns that make a nameable group with a nationality before them: 'forces' → ArmedForce.
  public var groupNouns: [WordID: String] = [:]
  /// The classes that names may have, with their families.
  public var families: [String: NameFamily] = [:]

  public init(firstWords: PhraseMatcher, roles: PhraseMatcher) {
    self.firstWords = firstWords
    self.roles = roles
  }
}
