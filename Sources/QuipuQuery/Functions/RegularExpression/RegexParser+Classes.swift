// Character classes: `[a-z]`, `[^…]`, classes within classes (their union), and `&&` (what both sides have).
extension RegexParser {
  /// After the bracket.
  mutating func characterClass(_ start: Int) throws(RegexError) -> ScalarSet {
    try enter()
    defer { depth -= 1 }
    let isNegated = take("^")
    var sides: [ScalarSet] = []
    repeat { sides.append(try side(start, isFirst: sides.isEmpty)) } while take("&&")
    guard take("]") else { throw failure("the class is not closed; expected ']'", at: start) }
    let set = sides.count == 1 ? sides[0] : .intersection(sides)
    // Case is ignored within the brackets, so that [^a] with (?i) refuses A too.
    let folded = flags.ignoresCase ? .ignoringCase(set) : set
    return isNegated ? .negated(folded) : folded
  }

  /// Up to `&&` or the closing bracket.
  private mutating func side(_ start: Int, isFirst: Bool) throws(RegexError) -> ScalarSet {
    var members: [ScalarSet] = []
    // A bracket right after the opening one stands for itself.
    if isFirst, take("]") { members.append(.scalar(0x5D)) }
    while let scalar = current, scalar != "]" {
      if scalar == "&", scalars[offset...].starts(with: "&&".unicodeScalars) { break }
      members.append(try member(start))
    }
    return .union(members)
  }

  private mutating func member(_ start: Int) throws(RegexError) -> ScalarSet {
    let place = offset
    if take("[") { return try characterClass(place) }
    let set = try classAtom()
    guard case .range(let lower) = set, lower.count == 1, current == "-", offset + 1 < scalars.count,
      scalars[offset + 1] != "]", scalars[offset + 1] != "["
    else { return set }
    offset += 1
    guard case .range(let upper) = try classAtom(), upper.count == 1 else {
      throw failure("a range ends with one character", at: place)
    }
    guard lower.lowerBound <= upper.lowerBound else {
      throw failure("the range's ends are in the wrong order", at: place)
    }
    return .range(lower.lowerBound...upper.lowerBound)
  }

  private mutating func classAtom() throws(RegexError) -> ScalarSet {
    let place = offset
    guard let scalar = current else { throw failure("the class is not closed; expected ']'") }
    offset += 1
    if scalar == "\\" {
      if current == "b" { throw failure("a class has no word boundary", at: place) }
      return try escapedSet(place)
    }
    return .scalar(scalar.value)
  }
}
