// Strings are counted in code points (Unicode scalars).
extension Function {
  static let strings: [Function] =
    cases + trims + [
      .binary("left", [.string, .integer], .string, "left(string, n): its first n characters") {
        (text, n, _) throws(QueryError) in
        let (text, n) = (try text.string(for: "left"), try n.natural(for: "left"))
        return .string(String(text.unicodeScalars.prefix(n)))
      },
      .binary("right", [.string, .integer], .string, "right(string, n): its last n characters") {
        (text, n, _) throws(QueryError) in
        let (text, n) = (try text.string(for: "right"), try n.natural(for: "right"))
        return .string(String(text.unicodeScalars.suffix(n)))
      },
      .variadic(
        "substring", 2...3, [.string, .integer, .integer], .string,
        "substring(string, start[, length]): from the character at start, counted from 0", substring),
      .variadic(
        "replace", 3...3, [.string], .string, "replace(string, old, new): with every occurrence of old replaced",
        replace),
      .binary("split", [.string, [.string, .list]], .list, "split(string, separator or list of them): the parts") {
        (text, separators, _) throws(QueryError) in
        let (text, separators) = (try text.string(for: "split"), try separatorList(separators))
        return .list(split(text, separators).map { .string($0) })
      },
      characterCount("char_length"), characterCount("character_length"),
    ]

  private static func characterCount(_ name: String) -> Function {
    .unary(name, .string, .integer, "\(name)(string): the number of its characters") { (value, _) throws(QueryError) in
      .int(Int64(try value.string(for: name).unicodeScalars.count))
    }
  }

  private static let cases: [Function] =
    ["toLower", "lower"].map { name in
      .unary(name, .string, .string, "\(name)(string): in small letters") { (value, _) throws(QueryError) in
        .string(try value.string(for: name).lowercased())
      }
    }
    + ["toUpper", "upper"].map { name in
      .unary(name, .string, .string, "\(name)(string): in capital letters") { (value, _) throws(QueryError) in
        .string(try value.string(for: name).uppercased())
      }
    }

  private static let trims: [Function] = [
    trim("trim", "both ends", start: true, end: true), trim("btrim", "both ends", start: true, end: true),
    trim("ltrim", "the start", start: true, end: false), trim("rtrim", "the end", start: false, end: true),
  ]

  private static func trim(_ name: String, _ place: String, start: Bool, end: Bool) -> Function {
    .variadic(
      name, 1...2, [.string], .string,
      "\(name)(string[, characters]): without white space, or those characters, at \(place)"
    ) { (values, _) throws(QueryError) in
      var scalars = Substring(try values[0].string(for: name)).unicodeScalars
      let set = values.count > 1 ? Array(try values[1].string(for: name).unicodeScalars) : nil
      let goes = { (scalar: Unicode.Scalar) in set?.contains(scalar) ?? scalar.properties.isWhitespace }
      if start { scalars = scalars.drop(while: goes) }
      if end { while let last = scalars.last, goes(last) { scalars.removeLast() } }
      return .string(String(scalars))
    }
  }

  @Sendable private static func substring(_ values: [Value], _: EvaluationContext) throws(QueryError) -> Value {
    let scalars = try values[0].string(for: "substring").unicodeScalars
    let tail = scalars.dropFirst(try values[1].natural(for: "substring"))
    guard values.count > 2 else { return .string(String(tail)) }
    return .string(String(tail.prefix(try values[2].natural(for: "substring"))))
  }

  /// An empty string is found nowhere.
  @Sendable private static func replace(_ values: [Value], _: EvaluationContext) throws(QueryError) -> Value {
    let (text, old) = (try values[0].string(for: "replace"), try values[1].string(for: "replace"))
    let new = try values[2].string(for: "replace")
    guard !old.isEmpty else { return values[0] }
    let parts = split(text, [old])
    try Operators.checkSize(bytes: text.utf8.count + (parts.count - 1) * new.utf8.count)
    return .string(parts.joined(separator: new))
  }
}

private func separatorList(_ value: Value) throws(QueryError) -> [String] {
  guard case .list(let elements) = value else { return [try value.string(for: "split")] }
  var separators: [String] = []
  for element in elements { separators.append(try element.string(for: "split")) }
  return separators
}

/// The parts between separators; where two separators match, the one listed first. An empty separator, and only that
/// alone, parts every two characters.
private func split(_ text: String, _ separators: [String]) -> [String] {
  let marks = separators.filter { !$0.isEmpty }.map { Array($0.utf8) }
  guard !marks.isEmpty else {
    return separators.isEmpty || text.isEmpty ? [text] : text.unicodeScalars.map { String($0) }
  }
  let bytes = Array(text.utf8)
  var parts: [String] = []
  var (start, place) = (0, 0)
  while place < bytes.count {
    if let mark = marks.first(where: { bytes[place...].starts(with: $0) }) {
      parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
      place += mark.count
      start = place
    } else {
      place += 1
    }
  }
  parts.append(String(decoding: bytes[start...], as: UTF8.self))
  return parts
}
