/// What `=~` matches a whole string with.
///
/// The notation is that of Java's expressions, which openCypher's engines share, without what no automaton can do:
/// references back, looking around and possessive repetition are refused. Runs in time proportional to the text times
/// the expression, whatever both are (K. Thompson, "Regular Expression Search Algorithm", 1968).
public struct RegularExpression: Sendable {
  let program: RegexProgram

  /// Throws `InvalidRegularExpression`, naming the character at fault.
  public init(_ pattern: String) throws(QueryError) {
    do {
      var parser = RegexParser(pattern)
      program = try RegexCompiler.compile(try parser.parse())
    } catch {
      throw QueryError(
        .argument, .runtime, "InvalidRegularExpression",
        "the regular expression '\(pattern.prefix(100))' is invalid at character \(error.offset + 1): \(error.reason)")
    }
  }

  /// Whether the whole text matches. Complexity: O(scalars of the text · size of the expression).
  public func matches(_ text: String) -> Bool {
    var matcher = RegexMatcher(program)
    return matcher.matches(text.unicodeScalars.map(\.value))
  }
}

/// Why a pattern is no expression.
struct RegexError: Error {
  var reason: String
  /// In scalars of the pattern.
  var offset: Int
}
