/// A regular expression as instructions of a nondeterministic automaton.
struct RegexProgram: Sendable {
  enum Instruction: Sendable {
    case scalar(UInt32)
    /// The scalar's folded form.
    case foldedScalar(UInt32)
    /// One of `sets`.
    case set(Int)
    case assertion(RegexAssertion)
    /// Goes on at both places.
    case split(Int, Int)
    case jump(Int)
    case match
  }

  var instructions: [Instruction] = []
  var sets: [CompiledScalarSet] = []
}

/// A set with its ASCII members in a bit map.
struct CompiledScalarSet: Sendable {
  private let low: UInt64
  private let high: UInt64
  private let set: ScalarSet

  init(_ set: ScalarSet) {
    self.set = set
    low = (0..<64).reduce(0) { set.contains(UInt32($1)) ? $0 | 1 << UInt64($1) : $0 }
    high = (0..<64).reduce(0) { set.contains(UInt32($1 + 64)) ? $0 | 1 << UInt64($1) : $0 }
  }

  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return high >> UInt64(scalar - 64) & 1 == 1 }
    return set.contains(scalar)
  }
}

/// Turns the syntax tree into instructions; counted repetitions become copies.
struct RegexCompiler {
  /// Instructions, and nodes visited, that an expression may come to.
  static let sizeLimit = 20_000

  private var program = RegexProgram()
  private var visits = 0

  static func compile(_ node: RegexNode) throws(RegexError) -> RegexProgram {
    var compiler = RegexCompiler()
    try compiler.emit(node)
    try compiler.append(.match)
    return compiler.program
  }

  private mutating func append(_ instruction: RegexProgram.Instruction) throws(RegexError) {
    program.instructions.append(instruction)
    try checkSize()
  }

  private func checkSize() throws(RegexError) {
    guard max(program.instructions.count, visits) <= RegexCompiler.sizeLimit else {
      throw RegexError(reason: "the counted repetitions make it too large; use * or + in their place", offset: 0)
    }
  }

  private mutating func emit(_ node: RegexNode) throws(RegexError) {
    visits += 1
    try checkSize()
    switch node {
    case .empty: break
    case .scalar(let scalar, let ignoringCase):
      try append(ignoringCase ? .foldedScalar(CaseVariants.folded(scalar)) : .scalar(scalar))
    case .set(let set):
      program.sets.append(CompiledScalarSet(set))
      try append(.set(program.sets.count - 1))
    case .assertion(let assertion): try append(.assertion(assertion))
    case .sequence(let nodes): for node in nodes { try emit(node) }
    case .alternatives(let branches): try emit(branches)
    case .repetition(let node, let minimum, let maximum): try emit(node, minimum, maximum)
    }
  }

  private mutating func emit(_ branches: [RegexNode]) throws(RegexError) {
    var jumps: [Int] = []
    for (i, branch) in branches.enumerated() {
      guard i + 1 < branches.count else {
        try emit(branch)
        break
      }
      let split = program.instructions.count
      try append(.split(split + 1, 0))
      try emit(branch)
      jumps.append(program.instructions.count)
      try append(.jump(0))
      program.instructions[split] = .split(split + 1, program.instructions.count)
    }
    for jump in jumps { program.instructions[jump] = .jump(program.instructions.count) }
  }

  private mutating func emit(_ node: RegexNode, _ minimum: Int, _ maximum: Int?) throws(RegexError) {
    for _ in 0..<minimum { try emit(node) }
    guard let maximum else { return try emitLoop(node) }
    var splits: [Int] = []
    for _ in minimum..<maximum {
      splits.append(program.instructions.count)
      try append(.split(0, 0))
      try emit(node)
    }
    for split in splits { program.instructions[split] = .split(split + 1, program.instructions.count) }
  }

  private mutating func emitLoop(_ node: RegexNode) throws(RegexError) {
    let split = program.instructions.count
    try append(.split(0, 0))
    try emit(node)
    try append(.jump(split))
    program.instructions[split] = .split(split + 1, program.instructions.count)
  }
}
