extension Function {
  static let listFunctions: [Function] = [
    .unary("head", .list, .any, "head(list): its first element") { (value, _) throws(QueryError) in
      try value.list(for: "head").first ?? .null
    },
    .unary("last", .list, .any, "last(list): its last element") { (value, _) throws(QueryError) in
      try value.list(for: "last").last ?? .null
    },
    .unary("tail", .list, .list, "tail(list): all but the first element") { (value, _) throws(QueryError) in
      .list(Array(try value.list(for: "tail").dropFirst()))
    },
    .variadic("range", 2...3, [.any], .list, "range(from, to[, step]): the integers from one to the other, both in") {
      (values, _) throws(QueryError) in
      let range = try IntegerRange(values)
      try Operators.checkSize(elements: range.count)
      return .list((0..<range.count).map { .int(range.element($0)) })
    },
  ]
}

/// What `range()` stands for, so that it can be run through without being stored.
public struct IntegerRange: Hashable, Sendable {
  public let start: Int64
  public let step: Int64
  /// At most `Int.max`, for ranges that no one could store or finish.
  public let count: Int

  /// From the two or three arguments of `range()`, none of them null.
  public init(_ arguments: [Value]) throws(QueryError) {
    var numbers: [Int64] = []
    for argument in arguments {
      guard case .int(let number) = argument else {
        throw QueryError(
          .argument, .runtime, "InvalidArgumentType",
          "range() goes from integer to integer by integers, and was given \(argument.typeName)")
      }
      numbers.append(number)
    }
    step = numbers.count > 2 ? numbers[2] : 1
    guard numbers.count > 1, step != 0 else { throw .outOfRange("the step of range() must not be 0") }
    start = numbers[0]
    let distance = (Int128(numbers[1]) - Int128(start)) / Int128(step)
    let isEmpty = step > 0 ? numbers[1] < start : numbers[1] > start
    count = isEmpty ? 0 : Int(clamping: distance + 1)
  }

  /// The element at a place below `count`.
  @inlinable public func element(_ index: Int) -> Int64 { start &+ Int64(index) &* step }
}
