import QuipuCore

/// A literal, or what was computed while compiling.
final class ConstantExpression: CompiledExpression {
  let value: Value

  init(_ value: Value, range: ByteRange) {
    self.value = value
    super.init(range: range)
  }

  override var constantValue: Value? { value }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value { value }
}

/// A variable.
final class SlotExpression: CompiledExpression {
  let slot: Int

  init(slot: Int, range: ByteRange) {
    self.slot = slot
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value { frame.slots[slot] }
}

/// `$name`
final class ParameterExpression: CompiledExpression {
  let name: String
  /// Where the parameter was found last.
  @exclusivity(unchecked) private var position = 0

  init(name: String, range: ByteRange) {
    self.name = name
    super.init(range: range)
  }

  override func evaluate(_ frame: Frame) throws(QueryError) -> Value {
    let entries = frame.context.parameters.entries
    if position < entries.count, sameText(entries[position].key, name) { return entries[position].value }
    guard let found = entries.firstIndex(where: { sameText($0.key, name) }) else {
      throw QueryError(
        .parameterMissing, .compile, "MissingParameter", "parameter $\(name) was not given: give it a value", at: range)
    }
    position = found
    return entries[found].value
  }
}
