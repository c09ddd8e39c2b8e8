/// Reads Java's notation of regular expressions, as far as an automaton can run it.
struct RegexParser {
  /// How deep groups and classes may stand within one another.
  static let nestingLimit = 100
  /// The largest number in `{m,n}`.
  static let repetitionLimit = 1_000

  /// `(?i)`, `(?m)`, `(?s)` from here to the end of the group.
  struct Flags {
    var ignoresCase = false
    var isMultiline = false
    var dotMatchesLineBreaks = false
    var ignoresSpace = false
  }

  let scalars: [Unicode.Scalar]
  var offset = 0
  var flags = Flags()
  var depth = 0

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  var current: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  func failure(_ reason: String, at place: Int? = nil) -> RegexError {
    RegexError(reason: reason, offset: place ?? offset)
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    offset += 1
    return true
  }

  mutating func take(_ text: String) -> Bool {
    guard scalars[offset...].starts(with: text.unicodeScalars) else { return false }
    offset += text.unicodeScalars.count
    return true
  }

  mutating func enter() throws(RegexError) {
    depth += 1
    guard depth <= RegexParser.nestingLimit else {
      throw failure("groups stand more than \(RegexParser.nestingLimit) deep within one another")
    }
  }

  mutating func parse() throws(RegexError) -> RegexNode {
    let node = try alternatives()
    guard offset == scalars.count else { throw failure("a ')' without its '('") }
    return node
  }

  private mutating func alternatives() throws(RegexError) -> RegexNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(RegexError) -> RegexNode {
    var nodes: [RegexNode] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      if flags.ignoresSpace, try skipSpaceAndComment() { continue }
      nodes.append(try repeated(try atom()))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  /// With `(?x)`.
  private mutating func skipSpaceAndComment() throws(RegexError) -> Bool {
    guard let scalar = current else { return false }
    if ScalarSet.space.contains(scalar.value) {
      offset += 1
      return true
    }
    guard scalar == "#" else { return false }
    while let scalar = current, scalar != "\n" { offset += 1 }
    return true
  }

  private mutating func repeated(_ node: RegexNode) throws(RegexError) -> RegexNode {
    guard let (minimum, maximum) = try quantifier() else { return node }
    if take("+") { throw failure("possessive repetition is not supported; leave out the '+'", at: offset - 1) }
    _ = take("?")
    if let next = current, next == "*" || next == "+" || next == "?" || next == "{" {
      throw failure("a repetition of a repetition; put the first into (?:…)")
    }
    return .repetition(node, minimum: minimum, maximum: maximum)
  }

  private mutating func quantifier() throws(RegexError) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard current == "{" else { return nil }
    let start = offset
    offset += 1
    let minimum = try count()
    var maximum: Int? = minimum
    if take(",") { maximum = current == "}" ? nil : try count() }
    guard take("}") else { throw failure("expected '}' after a repetition's numbers") }
    if let maximum, maximum < minimum { throw failure("the repetition's bounds are in the wrong order", at: start) }
    return (minimum, maximum)
  }

  private mutating func count() throws(RegexError) -> Int {
    let start = offset
    var number = 0
    while let scalar = current, ScalarSet.digit.contains(scalar.value) {
      number = number * 10 + Int(scalar.value - 0x30)
      offset += 1
      guard number <= RegexParser.repetitionLimit else {
        throw failure("at most \(RegexParser.repetitionLimit) repetitions can be counted", at: start)
      }
    }
    guard offset > start else { throw failure("expected a number; write \\{ for a brace itself") }
    return number
  }

  private mutating func atom() throws(RegexError) -> RegexNode {
    let start = offset
    guard let scalar = current else { return .empty }
    offset += 1
    switch scalar {
    case "(": return try group(start)
    case "[": return .set(try characterClass(start))
    case "\\": return try escapedAtom(start)
    case ".":
      return .set(flags.dotMatchesLineBreaks ? .all : .negated(.lineBreak))
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEndOrLastLine)
    case "*", "+", "?", "{": throw failure("'\(scalar)' has nothing to repeat", at: start)
    default: return .scalar(scalar.value, ignoringCase: flags.ignoresCase)
    }
  }
}

// Groups
extension RegexParser {
  /// After the parenthesis.
  private mutating func group(_ start: Int) throws(RegexError) -> RegexNode {
    try enter()
    defer { depth -= 1 }
    let outer = flags
    if take("?"), try groupHead(start) { return .empty }
    let node = try alternatives()
    guard take(")") else { throw failure("the group is not closed; expected ')'", at: start) }
    flags = outer
    return node
  }

  /// What stands between `(?` and the group's content. True if that was all, as in `(?i)`, whose flags stay on.
  private mutating func groupHead(_ start: Int) throws(RegexError) -> Bool {
    if take(":") { return false }
    for mark in ["=", "!", "<=", "<!"] where take(mark) {
      throw failure("looking ahead or behind is not supported", at: start)
    }
    if take(">") { throw failure("possessive groups are not supported; write (?:…)", at: start) }
    if take("<") {
      while let scalar = current, scalar != ">" {
        guard ScalarSet.word.contains(scalar.value) else { throw failure("a group's name has letters and digits") }
        offset += 1
      }
      guard take(">") else { throw failure("expected '>' after the group's name") }
      return false
    }
    return try flagsHead()
  }

  private mutating func flagsHead() throws(RegexError) -> Bool {
    var isOn = true
    while let scalar = current {
      offset += 1
      switch scalar {
      case "i": flags.ignoresCase = isOn
      case "m": flags.isMultiline = isOn
      case "s": flags.dotMatchesLineBreaks = isOn
      case "x": flags.ignoresSpace = isOn
      case "u", "d", "U": break
      case "-": isOn = false
      case ":": return false
      case ")": return true
      default: throw failure("'\(scalar)' is no flag; there are i, m, s and x", at: offset - 1)
      }
    }
    throw failure("the group is not closed; expected ')'")
  }
}
