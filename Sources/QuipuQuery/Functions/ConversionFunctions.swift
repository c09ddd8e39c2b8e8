// Conversions between types. The plain form refuses a value of a type that it does not convert, and gives null for a
// string that it cannot read; the `OrNull` form gives null for both; the `List` form applies that to each element.
extension Function {
  static let conversions: [Function] =
    family("toBoolean", .boolean, "true or false of a string, or whether an integer is not 0", Conversion.boolean)
    + family("toInteger", .integer, "the integer in a string, or a number without its fraction", Conversion.integer)
    + family("toFloat", .float, "the number in a string, or a number as a float", Conversion.float)
    + family("toString", .string, "a number, boolean, date or time written out", Conversion.string)

  private static func family(
    _ name: String, _ result: TypeSet, _ explanation: String,
    _ convert: @escaping @Sendable (Value) -> Conversion.Outcome
  ) -> [Function] {
    [
      .unary(name, .any, result, "\(name)(value): \(explanation)") { (value, _) throws(QueryError) in
        switch convert(value) {
        case .value(let result): return result
        case .unreadable: return .null
        case .wrongType: throw .argument(of: name, value, expected: "a value that it can convert")
        }
      },
      .unary(name + "OrNull", .any, result, "\(name)OrNull(value): like \(name), null for all other types") {
        (value, _) in convert(value).valueOrNull
      },
      .unary(name + "List", .list, .list, "\(name)List(list): \(name)OrNull of each element") {
        (value, _) throws(QueryError) in
        .list(try value.list(for: name + "List").map { convert($0).valueOrNull })
      },
    ]
  }
}

/// How single values are converted.
enum Conversion {
  enum Outcome {
    case value(Value)
    /// A string that does not have the form.
    case unreadable
    case wrongType

    var valueOrNull: Value {
      if case .value(let value) = self { return value }
      return .null
    }
  }

  static func boolean(_ value: Value) -> Outcome {
    switch value {
    case .null, .bool: return .value(value)
    case .int(let x): return .value(.bool(x != 0))
    case .string(let text):
      switch trimmed(text).lowercased() {
      case "true": return .value(.bool(true))
      case "false": return .value(.bool(false))
      default: return .unreadable
      }
    default: return .wrongType
    }
  }

  static func integer(_ value: Value) -> Outcome {
    switch value {
    case .null, .int: return .value(value)
    case .bool(let x): return .value(.int(x ? 1 : 0))
    case .double(let x): return truncated(x)
    case .string(let text):
      let text = trimmed(text)
      if let integer = Int64(text) { return .value(.int(integer)) }
      return decimal(text).map(truncated) ?? .unreadable
    default: return .wrongType
    }
  }

  static func float(_ value: Value) -> Outcome {
    switch value {
    case .null, .double: return .value(value)
    case .int(let x): return .value(.double(Double(x)))
    case .string(let text): return decimal(trimmed(text)).map { .value(.double($0)) } ?? .unreadable
    default: return .wrongType
    }
  }

  static func string(_ value: Value) -> Outcome {
    switch value {
    case .null, .string: .value(value)
    case .bool, .int, .double: .value(.string(value.scalarText))
    default: value.temporalText.map { .value(.string($0)) } ?? .wrongType
    }
  }

  /// Without the fraction; what 64 bits cannot hold counts as unreadable.
  private static func truncated(_ number: Double) -> Outcome {
    Int64(exactly: number.rounded(.towardZero)).map { .value(.int($0)) } ?? .unreadable
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// A decimal number, `NaN` or `Infinity`; not the hexadecimal and other forms that Swift reads besides.
  private static func decimal(_ text: String) -> Double? {
    switch text {
    case "NaN": return .nan
    case "Infinity", "+Infinity": return .infinity
    case "-Infinity": return -.infinity
    default:
      let isDecimal = text.utf8.allSatisfy { byte in
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "+-.eE".utf8.contains(byte)
      }
      return isDecimal ? Double(text) : nil
    }
  }
}
