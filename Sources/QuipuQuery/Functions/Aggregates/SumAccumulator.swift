/// A sum of floats with the rounding error carried along (A. Neumaier 1974).
struct CompensatedSum {
  private var sum = 0.0
  private var compensation = 0.0

  mutating func add(_ number: Double) {
    let total = sum + number
    compensation += sum.magnitude >= number.magnitude ? (sum - total) + number : (number - total) + sum
    sum = total
  }

  /// Infinities and NaN as plain addition gives them.
  var value: Double { sum.isFinite ? sum + compensation : sum }
}

/// What sums and means have in common: numbers, integers among them exactly, or durations, but not both.
struct NumberTotal {
  private(set) var count = 0
  /// 2^64 values of 64 bits do not overflow it.
  private(set) var integers: Int128 = 0
  private(set) var floats = CompensatedSum()
  private(set) var hasFloat = false
  /// Null until the first one.
  private(set) var duration = Value.null

  init() {}

  /// The total of so many integers.
  init(integers: Int64, count: Int) {
    self.integers = Int128(integers)
    self.count = count
  }

  mutating func add(_ value: Value, for function: String) throws(QueryError) {
    switch value {
    case .null: return
    case .int(let x) where duration.isNull: integers += Int128(x)
    case .double(let x) where duration.isNull:
      floats.add(x)
      hasFloat = true
    case .duration where count == 0: duration = value
    case .duration where !duration.isNull: duration = try Operators.add(duration, value)
    default: throw .argument(of: function, value, expected: "numbers or durations, and not both")
    }
    count += 1
  }

  /// Of all numbers.
  var float: Double {
    // The conversion from 128 bits is generic and slow.
    let isSmall = integers >= Int128(Int64.min) && integers <= Int128(Int64.max)
    return (isSmall ? Double(Int64(truncatingIfNeeded: integers)) : Double(integers)) + floats.value
  }

  /// Zero of no values.
  func sum() throws(QueryError) -> Value {
    if !duration.isNull { return duration }
    if hasFloat { return .double(float) }
    guard let sum = Int64(exactly: integers) else { throw .integerOverflow("sum() with \(integers)") }
    return .int(sum)
  }

  /// Null of no values.
  func mean() throws(QueryError) -> Value {
    if count == 0 { return .null }
    if !duration.isNull { return try Operators.divide(duration, .int(Int64(count))) }
    return .double(float / Double(count))
  }
}

/// `sum(value)`
final class SumAccumulator: Accumulator {
  private var total = NumberTotal()

  override func add(_ value: Value) throws(QueryError) { try total.add(value, for: "sum") }

  override func result() throws(QueryError) -> Value { try total.sum() }
}

/// `avg(value)`
final class MeanAccumulator: Accumulator {
  private var total = NumberTotal()

  override func add(_ value: Value) throws(QueryError) { try total.add(value, for: "avg") }

  override func result() throws(QueryError) -> Value { try total.mean() }
}
