/// Runs an automaton over a text, all its states at once.
struct RegexMatcher {
  private let program: RegexProgram
  /// States to go on from, each once.
  private var states: [Int] = []
  private var following: [Int] = []
  /// The step in which each state was last added.
  private var added: [Int]
  private var pending: [Int] = []

  init(_ program: RegexProgram) {
    self.program = program
    added = [Int](repeating: -1, count: program.instructions.count)
  }

  mutating func matches(_ text: [UInt32]) -> Bool {
    follow(0, at: 0, in: text)
    for position in text.indices {
      swap(&states, &following)
      following.removeAll(keepingCapacity: true)
      if states.isEmpty { return false }
      let scalar = text[position]
      for state in states where accepts(program.instructions[state], scalar) {
        follow(state + 1, at: position + 1, in: text)
      }
    }
    return following.contains { if case .match = program.instructions[$0] { true } else { false } }
  }

  private func accepts(_ instruction: RegexProgram.Instruction, _ scalar: UInt32) -> Bool {
    switch instruction {
    case .scalar(let wanted): scalar == wanted
    case .foldedScalar(let wanted): CaseVariants.folded(scalar) == wanted
    case .set(let set): program.sets[set].contains(scalar)
    case .assertion, .split, .jump, .match: false
    }
  }

  /// Adds to `following` what can be reached from a state at a position without taking a scalar.
  private mutating func follow(_ start: Int, at position: Int, in text: [UInt32]) {
    pending.append(start)
    while let state = pending.popLast() {
      guard added[state] != position else { continue }
      added[state] = position
      switch program.instructions[state] {
      case .jump(let target): pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .assertion(let assertion):
        if RegexMatcher.holds(assertion, at: position, in: text) { pending.append(state + 1) }
      case .scalar, .foldedScalar, .set, .match: following.append(state)
      }
    }
  }

  private static func holds(_ assertion: RegexAssertion, at position: Int, in text: [UInt32]) -> Bool {
    switch assertion {
    case .textStart: return position == 0
    case .textEnd: return position == text.count
    case .textEndOrLastLine:
      return position == text.count || (position == text.count - 1 && isLineBreak(text[position]))
    case .lineStart: return position == 0 || (position < text.count && isLineBreak(text[position - 1]))
    case .lineEnd: return position == text.count || isLineBreak(text[position])
    case .wordBoundary, .noWordBoundary:
      let before = position > 0 && ScalarSet.word.contains(text[position - 1])
      let after = position < text.count && ScalarSet.word.contains(text[position])
      return (before != after) == (assertion == .wordBoundary)
    }
  }

  private static func isLineBreak(_ scalar: UInt32) -> Bool { ScalarSet.lineBreak.contains(scalar) }
}
