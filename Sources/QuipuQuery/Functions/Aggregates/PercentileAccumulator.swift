/// `percentileCont(value, p)` and `percentileDisc(value, p)`
final class PercentileAccumulator: Accumulator {
  private let isContinuous: Bool
  private var values: [Value] = []
  private var percentile = 0.0

  init(isContinuous: Bool) { self.isContinuous = isContinuous }

  private var name: String { isContinuous ? "percentileCont" : "percentileDisc" }

  override func add(_ value: Value) throws(QueryError) {
    if value.isNull { return }
    _ = try value.number(for: name)
    values.append(value)
  }

  override func setParameter(_ value: Value) throws(QueryError) {
    let number = try value.number(for: name)
    guard 0...1 ~= number else {
      throw .outOfRange("\(name)() takes a percentile from 0 to 1, and was given \(number)")
    }
    percentile = number
  }

  override func result() -> Value {
    if values.isEmpty { return .null }
    values.sort { Value.order($0, $1) < 0 }
    return isContinuous ? interpolated : values[nearestRank]
  }

  override var memorySize: Int { 64 + values.count * MemoryLayout<Value>.stride }

  /// The least value that so great a part of all is not above.
  private var nearestRank: Int {
    let rank = (percentile * Double(values.count)).rounded(.up)
    return max(0, min(values.count, Int(rank)) - 1)
  }

  /// Linear between the two nearest values.
  private var interpolated: Value {
    let place = percentile * Double(values.count - 1)
    let index = Int(place)
    guard let low = values[index].number else { return .null }
    guard index + 1 < values.count, let high = values[index + 1].number else { return .double(low) }
    let fraction = place - Double(index)
    return .double(fraction == 0 ? low : low * (1 - fraction) + high * fraction)
  }
}
