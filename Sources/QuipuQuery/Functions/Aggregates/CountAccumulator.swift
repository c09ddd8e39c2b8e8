/// `count(value)`; `count(*)` when given something that is never null.
final class CountAccumulator: Accumulator {
  private var count: Int64 = 0

  override func add(_ value: Value) { if !value.isNull { count += 1 } }
  override func result() -> Value { .int(count) }
}

/// `collect(value)`
final class CollectAccumulator: Accumulator {
  private var values: [Value] = []
  private var size = 64

  override func add(_ value: Value) {
    if value.isNull { return }
    values.append(value)
    size += value.memorySize
  }

  override func result() -> Value { .list(values) }
  override var memorySize: Int { size }
}

/// `min(value)` and `max(value)`, by the order of ORDER BY.
final class ExtremeAccumulator: Accumulator {
  /// 1 for the greatest, -1 for the least.
  private let sign: Int
  private var extreme = Value.null

  init(sign: Int) { self.sign = sign }

  override func add(_ value: Value) {
    if value.isNull { return }
    if extreme.isNull || Value.order(value, extreme).signum() == sign { extreme = value }
  }

  override func result() -> Value { extreme }
  override var memorySize: Int { 64 + extreme.memorySize }
}
