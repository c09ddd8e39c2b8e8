/// `stDev(value)` and `stDevP(value)`, in one pass (B. P. Welford 1962). Zero where there is nothing to deviate from.
final class DeviationAccumulator: Accumulator {
  private let isSample: Bool
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  init(isSample: Bool) { self.isSample = isSample }

  override func add(_ value: Value) throws(QueryError) {
    if value.isNull { return }
    let number = try value.number(for: isSample ? "stDev" : "stDevP")
    count += 1
    let distance = number - mean
    mean += distance / count
    squares += distance * (number - mean)
  }

  override func result() -> Value {
    let divisor = isSample ? count - 1 : count
    return .double(divisor > 0 ? (squares / divisor).squareRoot() : 0)
  }
}
