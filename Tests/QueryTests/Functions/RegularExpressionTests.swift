import QuipuQuery
import QuipuTestSupport
import Testing

@Suite struct RegularExpressionTests {
  @Test(arguments: [
    ("", [""], ["a"]), ("abc", ["abc"], ["ab", "abcd", "xabc"]), ("a.c", ["abc", "a\u{1F600}c"], ["ac", "a\nc"]),
    ("(?s)a.c", ["a\nc"], ["ac"]), ("a|bc|", ["a", "bc", ""], ["b"]), ("(a|b)*c", ["c", "abac"], ["ab"]),
    ("a+b?", ["a", "aab"], ["b", "abb"]), ("a{2}", ["aa"], ["a", "aaa"]), ("a{1,2}", ["a", "aa"], ["", "aaa"]),
    ("a{2,}", ["aa", "aaaa"], ["a"]), ("a{0}b", ["b"], ["ab"]), ("a*?b+?", ["b", "aabb"], ["a"]),
    ("(a*)*", ["", "aaa"], ["b"]),
    ("[abc]+", ["cab"], ["d", ""]), ("[^abc]", ["d", "\n"], ["a"]), ("[a-c\\d]+", ["a1c"], ["d"]),
    ("[]a]+", ["]a"], ["["]),
    ("[a-]", ["-", "a"], ["b"]), ("[a-z&&[^aeiou]]+", ["xyz"], ["xa"]), ("[a[0-9]]+", ["a1"], ["b"]),
    ("[\\]\\-x]", ["]", "-"], ["\\"]),
    ("\\d\\D\\w\\W\\s\\S", ["1a_- x"], ["a1_- x"]), ("\\.\\*\\\\", [".*\\"], ["aa\\"]), ("\\bab\\b", ["ab"], []),
    ("a\\b", ["a"], []),
    ("a\\Bb", ["ab"], []), ("a\\bb", [], ["ab"]), ("^abc$", ["abc"], ["abc\n"]), ("abc$\\n", ["abc\n"], []),
    ("(?m)a$\\n^b", ["a\nb"], []),
    ("a$\\nb", [], ["a\nb"]), ("\\Aa\\z", ["a"], []), ("(?i)STRASSE", ["strasse", "StRaSsE"], ["stras"]),
    ("(?i)\u{C4}", ["\u{E4}"], ["a"]),
    ("(?i)[a-c]+", ["AbC"], ["D"]), ("(?i)[^a]", ["b"], ["A", "a"]), ("a(?i)b(?-i)c", ["aBc"], ["ABc", "aBC"]),
    ("a(?i:b)c", ["aBc"], ["aBC"]),
    ("(?:ab)+", ["abab"], ["aba"]), ("(?<name>a)b", ["ab"], ["a"]), ("\\Qa.b\\E+", ["a.b", "a.bb"], ["axb"]),
    ("\\Qa.b", ["a.b"], ["axb"]),
    ("\\x41\\u0042\\x{1F600}\\t", ["AB\u{1F600}\t"], []), ("\\p{L}+", ["a\u{E4}\u{416}"], ["1"]),
    ("\\p{Lu}\\P{Lu}", ["Aa"], ["AA"]),
    ("\\pL\\p{Alpha}\\p{IsAlphabetic}", ["aaa"], ["111"]), ("(?x) a b # note\n c", ["abc"], ["a b"]),
    ("\\R", ["\r\n", "\n"], ["\n\n"]),
    (".*foo.*", ["a foo b", "foo"], ["fo o"]), ("}", ["}"], []), ("\u{E9}", ["\u{E9}"], ["e\u{301}"]),
  ])
  func cases(_ pattern: String, _ matching: [String], _ other: [String]) throws {
    let expression = try RegularExpression(pattern)
    for text in matching { #expect(expression.matches(text), "\(pattern) on \(text.debugDescription)") }
    for text in other { #expect(!expression.matches(text), "\(pattern) not on \(text.debugDescription)") }
  }

  @Test(arguments: [
    ("a)", 2, "a ')' without its '('"), ("(a", 1, "the group is not closed; expected ')'"),
    ("*a", 1, "'*' has nothing to repeat"),
    ("a**", 3, "a repetition of a repetition; put the first into (?:…)"),
    ("[a", 1, "the class is not closed; expected ']'"),
    ("[b-a]", 2, "the range's ends are in the wrong order"),
    ("a{", 3, "expected a number; write \\{ for a brace itself"),
    ("a{2,1}", 2, "the repetition's bounds are in the wrong order"),
    ("a{1001}", 3, "at most 1000 repetitions can be counted"),
    ("a{1", 4, "expected '}' after a repetition's numbers"), ("\\", 1, "a backslash at the end"),
    ("\\y", 1, "'\\y' is no escape"),
    ("(a)\\1", 4, "references back to groups are not supported"),
    ("(?=a)", 1, "looking ahead or behind is not supported"),
    ("a*+", 3, "possessive repetition is not supported; leave out the '+'"),
    ("(?y)", 3, "'y' is no flag; there are i, m, s and x"),
    ("\\p{Nope}", 1, "'Nope' is no known property"), ("\\x4", 1, "expected 2 hexadecimal digits"),
    ("[\\b]", 2, "a class has no word boundary"),
  ])
  func errorsSayWhatAndWhere(_ pattern: String, _ place: Int, _ reason: String) {
    let error = #expect(throws: QueryError.self) { try RegularExpression(pattern) }
    #expect(error?.kind == .argument)
    #expect(error?.detail == "InvalidRegularExpression")
    #expect(error?.message == "the regular expression '\(pattern)' is invalid at character \(place): \(reason)")
  }

  @Test func sizeAndNestingAreLimited() {
    let large = #expect(throws: QueryError.self) { try RegularExpression("((a{1000}){1000}){1000}") }
    #expect(large?.message.contains("the counted repetitions make it too large") == true)
    #expect(throws: QueryError.self) { try RegularExpression("((((){1000}){1000}){1000}){1000}") }
    let deep = #expect(throws: QueryError.self) { try RegularExpression(String(repeating: "(", count: 100_000)) }
    #expect(deep?.message.contains("more than 100 deep") == true)
    #expect(throws: QueryError.self) { try RegularExpression(String(repeating: "[", count: 100_000)) }
  }

  /// Backtracking would take 2^40 steps here.
  @Test func nestedRepetitionsTakeLinearTime() throws {
    let expression = try RegularExpression("(a*)*(a|a)*(a?){40}b")
    #expect(!expression.matches(String(repeating: "a", count: 2_000)))
    #expect(expression.matches(String(repeating: "a", count: 2_000) + "b"))
  }

  /// Against a matcher that tries everything, on random expressions and all words of up to five letters.
  @Test func agreesWithBacktracking() throws {
    var random = SplitMix64(seed: 11)
    let words = (0...5).flatMap { count in
      (0..<(1 << count)).map { bits in (0..<count).map { bits >> $0 & 1 == 1 ? "a" : "b" }.joined() }
    }
    for _ in 0..<400 {
      let tree = NaiveExpression.random(depth: 3, &random)
      let expression = try RegularExpression(tree.pattern)
      for word in words {
        #expect(expression.matches(word) == tree.matches(word), "\(tree.pattern) on '\(word)'")
      }
    }
  }

  @Test func randomPatternsNeverHarm() {
    var random = SplitMix64(seed: 12)
    let pieces = [
      "(", ")", "[", "]", "^", "-", "\\", "{1,2}", "{", "}", "*", "+?", "|", "a", "&&", "?i", "(?:", "\\p", "{L}",
      "\\Q", "$", ".", "é",
    ]
    var valid = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1..<9, using: &random)
      let pattern = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      guard let expression = try? RegularExpression(pattern) else { continue }
      valid += 1
      _ = expression.matches("aé(")
    }
    #expect(valid > 1_000)
  }
}

/// A regular expression over `a` and `b` that is matched by trying all ways.
private indirect enum NaiveExpression {
  case letter(Character)
  case any
  case sequence(NaiveExpression, NaiveExpression)
  case alternatives(NaiveExpression, NaiveExpression)
  case repeated(NaiveExpression, Int, Int?)

  static func random(depth: Int, _ random: inout SplitMix64) -> NaiveExpression {
    let kind = depth == 0 ? 0 : Int.random(in: 0..<5, using: &random)
    switch kind {
    case 1, 2: return .sequence(.random(depth: depth - 1, &random), .random(depth: depth - 1, &random))
    case 3: return .alternatives(.random(depth: depth - 1, &random), .random(depth: depth - 1, &random))
    case 4:
      let minimum = Int.random(in: 0...2, using: &random)
      let maximum = Bool.random(using: &random) ? nil : minimum + Int.random(in: 0...2, using: &random)
      return .repeated(.random(depth: depth - 1, &random), minimum, maximum)
    default: return Int.random(in: 0..<5, using: &random) == 0 ? .any : .letter(Bool.random(using: &random) ? "a" : "b")
    }
  }

  var pattern: String {
    switch self {
    case .letter(let letter): String(letter)
    case .any: "."
    case .sequence(let a, let b): a.pattern + b.pattern
    case .alternatives(let a, let b): "(?:\(a.pattern)|\(b.pattern))"
    case .repeated(let a, let minimum, let maximum): "(\(a.pattern)){\(minimum),\(maximum.map { String($0) } ?? "")}"
    }
  }

  func matches(_ word: String) -> Bool { ends(Array(word), 0).contains(word.count) }

  /// Where a match that starts at a place may end.
  private func ends(_ word: [Character], _ start: Int) -> Set<Int> {
    switch self {
    case .letter(let letter): return start < word.count && word[start] == letter ? [start + 1] : []
    case .any: return start < word.count ? [start + 1] : []
    case .sequence(let a, let b): return Set(a.ends(word, start).flatMap { b.ends(word, $0) })
    case .alternatives(let a, let b): return a.ends(word, start).union(b.ends(word, start))
    case .repeated(let a, let minimum, let maximum):
      var places: Set<Int> = [start]
      for _ in 0..<minimum { places = Set(places.flatMap { a.ends(word, $0) }) }
      // More rounds than letters add nothing.
      for _ in 0..<min(maximum.map { $0 - minimum } ?? .max, word.count + 1) {
        places.formUnion(places.flatMap { a.ends(word, $0) })
      }
      return places
    }
  }
}
