/// A variable's name as the language compares it: by code points, not by Swift's canonical equivalence.
struct VariableKey: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: VariableKey, b: VariableKey) -> Bool { compareBytes(a.text, b.text) == 0 }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

/// The variables that a clause can see, in the order in which they were bound.
struct VariableScope: Sendable {
  private(set) var names: [String] = []
  private var types: [StaticType] = []
  private var positions: [VariableKey: Int] = [:]
  /// So many of the first belong to the query around a subquery; WITH does not hide them.
  private(set) var outerCount = 0

  var count: Int { names.count }
  var isEmpty: Bool { names.isEmpty }

  func type(of name: String) -> StaticType? { positions[VariableKey(name)].map { types[$0] } }

  /// The place in the order of binding.
  func position(of name: String) -> Int? { positions[VariableKey(name)] }

  func isOuter(_ name: String) -> Bool { position(of: name).map { $0 < outerCount } ?? false }

  /// A variable of the same name takes the new type.
  mutating func declare(_ name: String, _ type: StaticType) {
    if let position = positions[VariableKey(name)] {
      types[position] = type
    } else {
      positions[VariableKey(name)] = names.count
      names.append(name)
      types.append(type)
    }
  }

  /// What a subquery starts with.
  func asOuter() -> VariableScope {
    var scope = self
    scope.outerCount = names.count
    return scope
  }

  /// What WITH starts with before its own names come in.
  func outerPart() -> VariableScope {
    var scope = VariableScope()
    for i in 0..<outerCount { scope.declare(names[i], types[i]) }
    scope.outerCount = outerCount
    return scope
  }
}
