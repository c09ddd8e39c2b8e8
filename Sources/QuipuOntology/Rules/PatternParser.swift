/// Reads the token patterns of rules: `subject:<Person> , the|a? <role> of|for object:<Organization>`.
enum PatternParser {
  static let valueKinds = [
    "date", "time", "duration", "frequency", "money", "percent", "quantity", "number", "ordinal",
  ]

  static func parse(_ text: String) throws(RuleSyntaxError) -> [PatternElement] {
    var out: [PatternElement] = []
    for word in text.split(separator: " ") { out.append(try element(word)) }
    guard !out.isEmpty else { throw RuleSyntaxError("the pattern is empty") }
    return out
  }

  private static func element(_ word: Substring) throws(RuleSyntaxError) -> PatternElement {
    var rest = word
    var count = PatternElement.Count.one
    if rest.count > 1, rest.hasSuffix("?") {
      count = .optional
      rest = rest.dropLast()
    } else if rest.count > 1, rest.hasSuffix("*") {
      count = .any
      rest = rest.dropLast()
    }
    var capture: String?
    for name in ["subject", "object"] where rest.hasPrefix(name + ":") {
      capture = name
      rest = rest.dropFirst(name.count + 1)
    }
    return PatternElement(kind: try kind(rest, in: word), capture: capture, count: count)
  }

  private static func kind(_ text: Substring, in word: Substring) throws(RuleSyntaxError) -> PatternElement.Kind {
    if text == "^" { return .sentenceStart }
    if text == "$" { return .sentenceEnd }
    if text.hasPrefix(".."), text.count > 2 {
      guard let limit = Int(text.dropFirst(2)), limit > 0 else {
        throw RuleSyntaxError("'\(word)' wants a number after '..'")
      }
      return .gap(limit)
    }
    if text.hasPrefix("<") {
      guard text.hasSuffix(">") else { throw RuleSyntaxError("'\(word)' lacks its '>'") }
      let names = text.dropFirst().dropLast().split(separator: "|").map(String.init)
      if names == ["role"] { return .role }
      if names.count == 1, valueKinds.contains(names[0]) { return .value(names[0]) }
      return .mention(names == ["Any"] ? [] : names)
    }
    if text.hasPrefix("[") {
      guard text.hasSuffix("]") else { throw RuleSyntaxError("'\(word)' lacks its ']'") }
      return .tags(text.dropFirst().dropLast().split(separator: "|").map(String.init))
    }
    if text.hasPrefix("=") { return .lemmas(text.dropFirst().split(separator: "|").map(String.init)) }
    guard !text.isEmpty else { throw RuleSyntaxError("'\(word)' names nothing to match") }
    return .words(text.split(separator: "|").map(String.init))
  }
}

/// Reads `"text" => Subject RELATION Object {name=value; name=value}`, several after one another with ` & ` between.
enum ExampleParser {
  static func parse(_ rest: String, at location: SourceLocation) throws(RuleSyntaxError) -> RuleDefinition.Example {
    let (text, tail) = try quoted(rest)
    let after = tail.trimmingBlanks()
    guard after.hasPrefix("=>") else {
      throw RuleSyntaxError("an example is written '\"text\" => Subject RELATION Object'")
    }
    var expected: [RuleDefinition.Expectation] = []
    for part in split(after.dropFirst(2)) { expected.append(try expectation(part)) }
    return RuleDefinition.Example(text: text, expected: expected, location: location)
  }

  static func quoted(_ rest: String) throws(RuleSyntaxError) -> (text: String, tail: Substring) {
    guard rest.hasPrefix("\""), let end = rest.dropFirst().firstIndex(of: "\"") else {
      throw RuleSyntaxError("the text of an example stands in double quotes")
    }
    return (String(rest[rest.index(after: rest.startIndex)..<end]), rest[rest.index(after: end)...])
  }

  private static func split(_ text: Substring) -> [Substring] {
    var out: [Substring] = []
    var rest = text
    while let range = rest.firstRange(of: " & ") {
      out.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return out + [rest]
  }

  /// The relation is the first word in capitals with at least four letters or an underscore that is not the first word.
  private static func expectation(_ part: Substring) throws(RuleSyntaxError) -> RuleDefinition.Expectation {
    var text = part.trimmingBlanks()
    var qualifiers: [String: String] = [:]
    if let open = text.firstIndex(of: "{"), text.hasSuffix("}") {
      for pair in text[text.index(after: open)...].dropLast().split(separator: ";") {
        let sides = pair.split(separator: "=", maxSplits: 1)
        guard sides.count == 2 else { throw RuleSyntaxError("'\(pair)' is no qualifier; write 'name=value'") }
        qualifiers[String(sides[0].trimmingBlanks())] = String(sides[1].trimmingBlanks())
      }
      text = text[..<open].trimmingBlanks()
    }
    let words = text.split(separator: " ")
    let isRelation = { (w: Substring) in
      w.contains("_") || (w.count >= 4 && w.allSatisfy { $0.isUppercase && $0.isLetter })
    }
    guard let index = words.indices.dropFirst().dropLast().first(where: { isRelation(words[$0]) }) else {
      throw RuleSyntaxError("'\(text)' is no expectation; write 'Subject RELATION Object'")
    }
    return RuleDefinition.Expectation(
      subject: words[..<index].joined(separator: " "), relation: String(words[index]),
      object: words[(index + 1)...].joined(separator: " "), qualifiers: qualifiers)
  }
}

extension Substring {
  /// Where the text first occurs. Complexity: O(n · m).
  func firstRange(of text: String) -> Range<Index>? {
    var i = startIndex
    while i < endIndex {
      if self[i...].hasPrefix(text) { return i..<index(i, offsetBy: text.count) }
      i = index(after: i)
    }
    return nil
  }
}
