import Quipu

extension QueryError {
  /// The error of a statement that begins at an offset of a whole text, and that was run with a prefix before it.
  func moved(to offset: Int, after prefix: Int) -> QueryError {
    var error = self
    error.range = range.map { range in
      let start = max(Int(range.start) - prefix, 0) + offset
      return ByteRange(start..<max(Int(range.end) - prefix + offset, start))
    }
    return error
  }
}
