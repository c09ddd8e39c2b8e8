import QuipuGraph

extension Value {
  /// How two comparable values stand to each other.
  public enum Comparison: Hashable, Sendable {
    case less, equal, greater
    /// One of them is NaN: neither `<`, nor `=`, nor `>` holds, and each is false rather than null.
    case unordered
  }

  /// What `<`, `<=`, `>` and `>=` go by; nil (null) where the values are not comparable.
  ///
  /// Numbers compare with numbers by exact value, strings by code points, false is less than true, lists go element by
  /// element and a prefix is less, dates and times compare within their type. All else is null: null itself, values of
  /// different types, maps, nodes, relationships, paths and durations.
  public static func compare(_ a: Value, _ b: Value) -> Comparison? {
    switch (a, b) {
    case (.int(let x), .int(let y)): x < y ? .less : x == y ? .equal : .greater
    case (.double(let x), .double(let y)): compare(x, y)
    case (.int(let x), .double(let y)): compare(x, y)
    case (.double(let x), .int(let y)): compare(y, x).reversed
    case (.string(let x), .string(let y)): Comparison(sign: compareText(x, y))
    case (.bool(let x), .bool(let y)): x == y ? .equal : y ? .less : .greater
    case (.list(let x), .list(let y)): compare(x, y)
    default: compareTemporals(a, b).map(Comparison.init(sign:))
    }
  }

  /// The value of `a operator b`; nil is null.
  public static func compare(_ a: Value, _ comparison: ComparisonOperator, _ b: Value) -> Bool? {
    switch comparison {
    case .equal: return equal(a, b)
    case .notEqual: return equal(a, b).map { !$0 }
    case .less: return compare(a, b).map { $0 == .less }
    case .lessOrEqual: return compare(a, b).map { $0 == .less || $0 == .equal }
    case .greater: return compare(a, b).map { $0 == .greater }
    case .greaterOrEqual: return compare(a, b).map { $0 == .greater || $0 == .equal }
    }
  }

  static func compare(_ a: Double, _ b: Double) -> Comparison {
    a < b ? .less : a == b ? .equal : a > b ? .greater : .unordered
  }

  /// Exact, where the conversion of the integer to a float would round.
  static func compare(_ a: Int64, _ b: Double) -> Comparison {
    guard !b.isNaN else { return .unordered }
    if b >= 0x1p63 { return .less }
    if b < -0x1p63 { return .greater }
    let whole = Int64(b)
    if a != whole { return a < whole ? .less : .greater }
    let fraction = b - Double(whole)
    return fraction > 0 ? .less : fraction == 0 ? .equal : .greater
  }

  private static func compare(_ a: [Value], _ b: [Value]) -> Comparison? {
    for i in 0..<min(a.count, b.count) where equal(a[i], b[i]) != true {
      return compare(a[i], b[i])
    }
    return a.count < b.count ? .less : a.count == b.count ? .equal : .greater
  }
}

extension Value.Comparison {
  /// Below zero, zero or above.
  init(sign: Int) { self = sign < 0 ? .less : sign == 0 ? .equal : .greater }

  var reversed: Value.Comparison {
    switch self {
    case .less: .greater
    case .greater: .less
    case .equal, .unordered: self
    }
  }
}

/// Below zero, zero or above as `a` stands before, at or after `b` by UTF-8 bytes, with one comparison of memory.
func compareText(_ a: String, _ b: String) -> Int {
  let order = a.utf8.withContiguousStorageIfAvailable { x in
    b.utf8.withContiguousStorageIfAvailable { y in compareBuffers(x, y) }
  }
  if let order, let order { return order }
  return compareBytes(a, b)
}

private func compareBuffers(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
  for i in 0..<min(a.count, b.count) where a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
  return a.count - b.count
}
