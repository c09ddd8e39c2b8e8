import Quipu

/// A statement of a longer text, and where it begins there.
struct Statement {
  var text: String
  /// In bytes of the whole text.
  var offset: Int

  /// The statements of a text, which semicolons part.
  static func split(_ text: String) -> [Statement] { [Statement(text: text, offset: 0)] }
}

extension QueryError {
  /// The error of a statement that began at an offset of the whole text, and was run with a prefix before it.
  func moved(by offset: Int, after prefix: Int) -> QueryError {
    var error = self
    error.range = range.map { range in
      let start = max(Int(range.start) - prefix, 0) + offset
      return ByteRange(start..<max(Int(range.end) - prefix + offset, start))
    }
    return error
  }
}
