import QuipuCore

extension Function {
  static let scalars: [Function] = [
    coalesce, nullIf, exists, isEmpty, valueType, timestamp, randomUUID,
    .unary("size", [.string, .list], .integer, "size(list or string): the number of elements or characters") {
      (value, _) throws(QueryError) in
      switch value {
      case .list(let elements): return .int(Int64(elements.count))
      case .string(let text): return .int(Int64(text.unicodeScalars.count))
      default: throw .argument(of: "size", value, expected: "a list or string")
      }
    },
    .unary("reverse", [.string, .list], [.string, .list], "reverse(list or string): the same from the end") {
      (value, _) throws(QueryError) in
      switch value {
      case .list(let elements): return .list(elements.reversed())
      case .string(let text): return .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
      default: throw .argument(of: "reverse", value, expected: "a list or string")
      }
    },
  ]

  private static let coalesce = Function(
    "coalesce", arity: 1...Int.max, parameters: [.any], result: .any, acceptsNull: true,
    summary: "coalesce(value, …): the first value that is not null",
    body: .variadic { (values, _) in values.first { !$0.isNull } ?? .null })

  private static let nullIf = Function(
    "nullIf", arity: 2...2, parameters: [.any], result: .any, acceptsNull: true,
    summary: "nullIf(a, b): null when a = b, else a",
    body: .binary { (a, b, _) in Value.equal(a, b) == true ? .null : a })

  private static let exists = Function(
    "exists", arity: 1...1, parameters: [.any], result: .boolean, acceptsNull: true,
    summary: "exists(n.key): whether the property is there", body: .unary { (value, _) in .bool(!value.isNull) })

  private static let isEmpty = Function.unary(
    "isEmpty", [.string, .list, .map], .boolean, "isEmpty(list, map or string): whether it has nothing in it"
  ) { (value, _) throws(QueryError) in
    switch value {
    case .list(let elements): return .bool(elements.isEmpty)
    case .map(let map): return .bool(map.isEmpty)
    case .string(let text): return .bool(text.isEmpty)
    default: throw .argument(of: "isEmpty", value, expected: "a list, map or string")
    }
  }

  private static let valueType = Function(
    "valueType", arity: 1...1, parameters: [.any], result: .string, acceptsNull: true,
    summary: "valueType(value): the name of its type, such as INTEGER NOT NULL",
    body: .unary { (value, _) in .string(ValueTypeName.of(value)) })

  private static let timestamp = Function(
    "timestamp", arity: 0...0, parameters: [], result: .integer,
    summary: "timestamp(): milliseconds from 1970 to the beginning of the statement",
    body: .nullary { context in
      let time = context.statementTime
      return .int(time.seconds &* 1_000 &+ Int64(time.nanoseconds / 1_000_000))
    })

  private static let randomUUID = Function(
    "randomUUID", arity: 0...0, parameters: [], result: .string, isDeterministic: false,
    summary: "randomUUID(): a new random identifier (RFC 9562, version 4)",
    body: .nullary { context in
      .string(uuid(context.random.next(), context.random.next()))
    })

  /// RFC 9562, 5.4: random bits but for the version (4) and the variant (binary 10).
  private static func uuid(_ a: UInt64, _ b: UInt64) -> String {
    let high = a & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = b & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = [high, low].map { number in
      let text = String(number, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    var uuid = ""
    for (i, digit) in digits.enumerated() {
      if i == 8 || i == 12 || i == 16 || i == 20 { uuid += "-" }
      uuid.append(digit)
    }
    return uuid
  }
}
