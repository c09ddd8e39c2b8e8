import QuipuLanguage

/// A text with names marked by people: what the recognizer learns from and is scored on.
public struct AnnotatedText: Sendable {
  /// A name of a type of the source, or of one of several.
  public struct Name: Sendable, Equatable {
    /// Half open, token indexes of the text.
    public var tokens: Range<Int>
    public var type: String

    public init(tokens: Range<Int>, type: String) {
      self.tokens = tokens
      self.type = type
    }
  }

  public var id: String
  /// The forms of the tokens.
  public var forms: [[UInt8]]
  /// No white space before the token.
  public var isJoined: [Bool]
  /// In order, together holding all tokens.
  public var sentences: [Range<Int>]
  /// In order, not overlapping.
  public var names: [Name]

  public init(id: String, forms: [[UInt8]], isJoined: [Bool], sentences: [Range<Int>], names: [Name]) {
    self.id = id
    self.forms = forms
    self.isJoined = isJoined
    self.sentences = sentences
    self.names = names
  }
}

extension AnnotatedText {
  /// The same text in lower case.
  var uncased: AnnotatedText {
    var copy = self
    copy.forms = forms.map { form in
      var folded: [UInt8] = []
      form.withUnsafeBufferPointer { FormFolding.fold($0, into: &folded) }
      return folded
    }
    return copy
  }
}
