extension Operators {
  /// `a STARTS WITH b`; null unless both are strings.
  public static func startsWith(_ a: Value, _ b: Value) -> Bool? {
    guard case .string(let text) = a, case .string(let prefix) = b else { return nil }
    return text.utf8.starts(with: prefix.utf8)
  }

  /// `a ENDS WITH b`; null unless both are strings.
  public static func endsWith(_ a: Value, _ b: Value) -> Bool? {
    guard case .string(let text) = a, case .string(let suffix) = b else { return nil }
    return text.utf8.count >= suffix.utf8.count && text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// `a CONTAINS b`; null unless both are strings.
  public static func contains(_ a: Value, _ b: Value) -> Bool? {
    guard case .string(let text) = a, case .string(let part) = b else { return nil }
    return withBytes(text, part) { firstOffset(of: $1, in: $0, from: 0) } != nil
  }

  /// `text =~ pattern`: whether the whole string matches; null unless both are strings. For a pattern that stays the
  /// same, make a `RegularExpression` once.
  public static func matches(_ text: Value, _ pattern: Value) throws(QueryError) -> Bool? {
    guard case .string(let text) = text, case .string(let pattern) = pattern else { return nil }
    return try RegularExpression(pattern).matches(text)
  }

  /// The UTF-8 bytes of two strings, without a copy where they lie in one piece.
  static func withBytes<T>(
    _ a: String, _ b: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> T
  ) -> T {
    var (a, b) = (a, b)
    return a.withUTF8 { x in b.withUTF8 { y in body(x, y) } }
  }

  /// Where `part` first stands in `text` at or after a byte offset; as UTF-8 goes, never amid a scalar.
  ///
  /// Tries every place when the part is short, else goes by Knuth, Morris, Pratt 1977, so that no text makes it slow.
  /// Complexity: O(text + part).
  static func firstOffset(
    of part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let first = part.first else { return start }
    let last = text.count - part.count
    guard start <= last else { return nil }
    if part.count > 16 { return firstOffset(of: part, borders: borders(of: part), in: text, from: start) }
    for i in start...last where text[i] == first {
      var matched = 1
      while matched < part.count && text[i + matched] == part[matched] { matched += 1 }
      if matched == part.count { return i }
    }
    return nil
  }

  private static func firstOffset(
    of part: UnsafeBufferPointer<UInt8>, borders: [Int], in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var matched = 0
    for i in start..<text.count {
      while matched > 0 && text[i] != part[matched] { matched = borders[matched - 1] }
      if text[i] == part[matched] { matched += 1 }
      if matched == part.count { return i + 1 - matched }
    }
    return nil
  }

  /// For each prefix the length of the longest shorter prefix that it ends with.
  private static func borders(of part: UnsafeBufferPointer<UInt8>) -> [Int] {
    var borders = [Int](repeating: 0, count: part.count)
    var length = 0
    for i in 1..<part.count {
      while length > 0 && part[i] != part[length] { length = borders[length - 1] }
      if part[i] == part[length] { length += 1 }
      borders[i] = length
    }
    return borders
  }
}
