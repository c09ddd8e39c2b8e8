/// Why a JSON text was not read as a value.
public struct ValueJSONError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    /// What was expected at the offset, such as `a value` or `':' after a key`.
    case expected(String)
    case controlCharacterInString
    case invalidEscape
    case invalidUTF8
    case numberOutOfRange
    case nestedTooDeeply(limit: Int)
    /// After the value.
    case trailingText
    /// A `$` key that the TCK's protocol does not have, or one with a value of another form.
    case unknownWrapper(String)
  }

  public var reason: Reason
  /// Bytes from the start of the text.
  public var offset: Int

  public init(_ reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  public var description: String { "invalid JSON at byte \(offset): \(explanation)" }

  private var explanation: String {
    switch reason {
    case .expected(let what): "expected \(what)"
    case .controlCharacterInString: "a control character in a string; write it as \\u00XX"
    case .invalidEscape: "an unknown escape in a string; JSON has \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uxxxx"
    case .invalidUTF8: "a string is not UTF-8"
    case .numberOutOfRange: "a number beyond the range of 64-bit floats"
    case .nestedTooDeeply(let limit): "lists and objects stand more than \(limit) deep within one another"
    case .trailingText: "text after the value"
    case .unknownWrapper(let key): "\(key) is no value of the TCK's protocol"
    }
  }
}
