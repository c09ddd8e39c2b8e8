extension Function {
  static let numeric: [Function] = [
    .unary("abs", .number, .number, "abs(number): without its sign") { (value, _) throws(QueryError) in
      guard case .int(let x) = value else { return .double(abs(try value.number(for: "abs"))) }
      guard x != .min else { throw .integerOverflow("abs(\(x))") }
      return .int(abs(x))
    },
    .unary("sign", .number, .integer, "sign(number): -1, 0 or 1") { (value, _) throws(QueryError) in
      let number = try value.number(for: "sign")
      return .int(number > 0 ? 1 : number < 0 ? -1 : 0)
    },
    real("ceil", "ceil(number): the least whole number that is no less") { $0.rounded(.up) },
    real("floor", "floor(number): the greatest whole number that is no more") { $0.rounded(.down) },
    .variadic(
      "round", 1...3, [.number, .integer, .string], .float,
      "round(number[, decimals[, mode]]): rounded; modes are UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN",
      round),
    .unary("isNaN", .number, .boolean, "isNaN(number): whether it is no number at all") {
      (value, _) throws(QueryError) in
      .bool(try value.number(for: "isNaN").isNaN)
    },
    Function(
      "rand", arity: 0...0, parameters: [], result: .float, isDeterministic: false,
      summary: "rand(): a random number from 0 up to, but not, 1",
      body: .nullary { context in .double(Double(context.random.next() >> 11) * 0x1p-53) }),
  ]

  /// A function of one number that gives a float.
  static func real(_ name: String, _ summary: String, _ body: @escaping @Sendable (Double) -> Double) -> Function {
    .unary(name, .number, .float, summary) { (value, _) throws(QueryError) in
      .double(body(try value.number(for: name)))
    }
  }

  /// With one argument halves go up; with decimals they go away from zero, unless a mode says otherwise.
  @Sendable private static func round(_ values: [Value], _ context: EvaluationContext) throws(QueryError) -> Value {
    let number = try values[0].number(for: "round")
    guard values.count > 1 else {
      let floor = number.rounded(.down)
      return .double(number - floor >= 0.5 ? floor + 1 : floor)
    }
    let decimals = try values[1].natural(for: "round")
    var mode = DecimalRounding.halfUp
    if values.count > 2 {
      let name = try values[2].string(for: "round")
      guard let named = DecimalRounding(rawValue: name.uppercased()) else {
        throw QueryError(
          .argument, .runtime, "InvalidArgumentValue",
          "'\(name)' is no rounding mode; there are UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN")
      }
      mode = named
    }
    return .double(mode.round(number, decimals: decimals))
  }
}

/// Ways to round a float's shortest decimal form, so that 1.005 to two places is 1.01, as people read it.
enum DecimalRounding: String {
  case up = "UP"
  case down = "DOWN"
  case ceiling = "CEILING"
  case floor = "FLOOR"
  case halfUp = "HALF_UP"
  case halfDown = "HALF_DOWN"
  case halfEven = "HALF_EVEN"

  func round(_ number: Double, decimals: Int) -> Double {
    guard number.isFinite, number != 0 else { return number }
    let (digits, exponent) = DecimalRounding.decimal(number.magnitude)
    // The value is the digits times ten to the exponent; what is to go is the digits below -decimals.
    let dropped = -decimals - exponent
    guard dropped > 0 else { return number }
    let kept = dropped > digits.count ? [] : Array(digits.dropLast(dropped))
    let rest = dropped > digits.count ? [0] + digits : Array(digits.suffix(dropped))
    let isOdd = (kept.last ?? 0) % 2 == 1
    let goesUp = movesAway(rest, isOdd: isOdd, isNegative: number < 0)
    let text = DecimalRounding.increment(kept, by: goesUp ? 1 : 0).map { String($0) }.joined()
    let magnitude = Double((text.isEmpty ? "0" : text) + "e-\(decimals)") ?? number.magnitude
    return number < 0 ? -magnitude : magnitude
  }

  /// Whether the magnitude grows, given the digits that go.
  private func movesAway(_ rest: [Int], isOdd: Bool, isNegative: Bool) -> Bool {
    guard rest.contains(where: { $0 != 0 }) else { return false }
    let isHalf = rest[0] == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    switch self {
    case .up: return true
    case .down: return false
    case .ceiling: return !isNegative
    case .floor: return isNegative
    case .halfUp: return rest[0] >= 5
    case .halfDown: return rest[0] >= 5 && !isHalf
    case .halfEven: return isHalf ? isOdd : rest[0] >= 5
    }
  }

  /// The shortest decimal form: digits, and the power of ten of the last.
  private static func decimal(_ number: Double) -> (digits: [Int], exponent: Int) {
    let description = number.description.utf8
    let mantissa = description.prefix { $0 != UInt8(ascii: "e") }
    let exponent = Int(String(Substring(description.dropFirst(mantissa.count + 1)))) ?? 0
    let fraction = mantissa.drop { $0 != UInt8(ascii: ".") }.dropFirst()
    let digits = mantissa.filter { $0 != UInt8(ascii: ".") }.map { Int($0) - 0x30 }
    return (digits, exponent - fraction.count)
  }

  private static func increment(_ digits: [Int], by amount: Int) -> [Int] {
    var (digits, carry) = (digits, amount)
    for i in digits.indices.reversed() where carry > 0 {
      carry = digits[i] == 9 ? 1 : 0
      digits[i] = digits[i] == 9 ? 0 : digits[i] + 1
    }
    return carry > 0 ? [1] + digits : digits
  }
}
