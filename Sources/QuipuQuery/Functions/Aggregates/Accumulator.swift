/// Gathers the values of one group into an aggregate's result.
///
/// Null values are left out by all of them. One object for each group and aggregate; errors carry no place.
public class Accumulator {
  init() {}

  /// Takes the next value.
  public func add(_ value: Value) throws(QueryError) {}

  /// Takes the second argument, with every row (only percentiles have one).
  public func setParameter(_ value: Value) throws(QueryError) {}

  public func result() throws(QueryError) -> Value { .null }

  /// Bytes held, an estimate for the memory limit.
  public var memorySize: Int { 64 }
}

/// Passes every value on once.
final class DistinctAccumulator: Accumulator {
  private let base: Accumulator
  private var seen: Set<EquivalentValue> = []
  private var seenSize = 0

  init(_ base: Accumulator) { self.base = base }

  override func add(_ value: Value) throws(QueryError) {
    if value.isNull { return }
    guard seen.insert(EquivalentValue(value)).inserted else { return }
    seenSize += value.memorySize + 16
    try base.add(value)
  }

  override func setParameter(_ value: Value) throws(QueryError) { try base.setParameter(value) }
  override func result() throws(QueryError) -> Value { try base.result() }
  override var memorySize: Int { base.memorySize + seenSize }
}
