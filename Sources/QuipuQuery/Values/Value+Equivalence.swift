import QuipuGraph

extension Value {
  /// Whether DISTINCT and grouping take the two for one: like `=`, but null is equivalent to null and NaN to NaN.
  public static func equivalent(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.int(let x), .int(let y)): x == y
    case (.string(let x), .string(let y)): sameText(x, y)
    case (.node(let x), .node(let y)): x == y
    case (.edge(let x), .edge(let y)): x == y
    case (.list(let x), .list(let y)): x.elementsEqual(y, by: equivalent)
    default: order(a, b) == 0
    }
  }

  /// Equivalent values feed the same bytes.
  func hashEquivalence(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0 as UInt8)
    case .bool(let x): hasher.combine(x)
    case .int(let x): hasher.combine(x)
    case .double(let x): Value.hash(x, into: &hasher)
    case .string(let x): Value.hash(x, into: &hasher)
    case .node(let x): hasher.combine(x.rawValue)
    case .edge(let x): hasher.combine(x.rawValue)
    case .path(let x): hasher.combine(x)
    case .list(let x): Value.hash(x, into: &hasher)
    case .map(let x): Value.hash(x, into: &hasher)
    case .date(let x): hasher.combine(x)
    case .localTime(let x): hasher.combine(x)
    case .time(let x): hasher.combine(x)
    case .localDateTime(let x): hasher.combine(x)
    case .dateTime(let x): hasher.combine(x.nanosecondsSinceEpoch)
    case .duration(let x): hasher.combine(x)
    }
  }

  /// A float of whole value like that integer; every NaN alike, and both zeros.
  private static func hash(_ number: Double, into hasher: inout Hasher) {
    if let whole = Int64(exactly: number) {
      hasher.combine(whole)
    } else {
      hasher.combine(number.isNaN ? 0x7FF8_0000_0000_0000 : number.bitPattern)
    }
  }

  private static func hash(_ text: String, into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    hasher.combine(0xFF as UInt8)
  }

  private static func hash(_ elements: [Value], into hasher: inout Hasher) {
    hasher.combine(elements.count)
    for element in elements { element.hashEquivalence(into: &hasher) }
  }

  private static func hash(_ map: ValueMap, into hasher: inout Hasher) {
    hasher.combine(map.count)
    for entry in map.entries {
      hash(entry.key, into: &hasher)
      entry.value.hashEquivalence(into: &hasher)
    }
  }
}

/// A value under equivalence, as a key for DISTINCT.
public struct EquivalentValue: Hashable, Sendable {
  public var value: Value

  @inlinable public init(_ value: Value) { self.value = value }

  public static func == (a: EquivalentValue, b: EquivalentValue) -> Bool { Value.equivalent(a.value, b.value) }
  public func hash(into hasher: inout Hasher) { value.hashEquivalence(into: &hasher) }
}

/// Several values under equivalence, as the key of a group or of a distinct row. Keys of one use have one length.
public struct GroupKey: Hashable, Sendable {
  public var values: [Value]

  @inlinable public init(_ values: [Value]) { self.values = values }

  public static func == (a: GroupKey, b: GroupKey) -> Bool { a.values.elementsEqual(b.values, by: Value.equivalent) }
  public func hash(into hasher: inout Hasher) { for value in values { value.hashEquivalence(into: &hasher) } }
}
