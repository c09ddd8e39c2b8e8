/// A decimal number, exact: `digits` · 10^`exponent`.
///
/// Amounts of money must not go through binary floating point: 4.6 stays 4.6.
struct DecimalNumber: Sendable, Equatable {
  private(set) var digits: Int
  private(set) var exponent: Int

  init(_ digits: Int, exponent: Int = 0) {
    self.digits = digits
    self.exponent = exponent
    while self.digits != 0, self.digits % 10 == 0 {
      self.digits /= 10
      self.exponent += 1
    }
    if digits == 0 { self.exponent = 0 }
  }

  func scaled(by power: Int) -> DecimalNumber { DecimalNumber(digits, exponent: exponent + power) }

  /// Nil where 64 bits do not hold the digits.
  static func + (a: DecimalNumber, b: DecimalNumber) -> DecimalNumber? {
    let low = min(a.exponent, b.exponent)
    guard let x = a.digits(at: low), let y = b.digits(at: low) else { return nil }
    let (sum, overflow) = x.addingReportingOverflow(y)
    return overflow ? nil : DecimalNumber(sum, exponent: low)
  }

  static func * (a: DecimalNumber, b: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = a.digits.multipliedReportingOverflow(by: b.digits)
    return overflow ? nil : DecimalNumber(product, exponent: a.exponent + b.exponent)
  }

  /// One part of so many, to four places: 1/3 is 0.3333.
  static func fraction(_ numerator: Int, _ denominator: Int) -> DecimalNumber {
    DecimalNumber((numerator * 20_000 / denominator + 1) / 2, exponent: -4)
  }

  private func digits(at low: Int) -> Int? {
    var value = digits
    guard exponent - low <= 18 else { return nil }
    for _ in 0..<(exponent - low) {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = next
    }
    return value
  }

  /// Whole and written with fewer digits than so many: the text had leading zeros.
  func isShorter(than count: Int) -> Bool { exponent >= 0 && description.utf8.count < count }

  /// The number where it is whole and fits.
  var integer: Int? { exponent < 0 ? nil : digits(at: 0) }

  static func isLess(_ a: DecimalNumber, _ b: DecimalNumber) -> Bool {
    let low = min(a.exponent, b.exponent)
    guard let x = a.digits(at: low), let y = b.digits(at: low) else { return a.exponent < b.exponent }
    return x < y
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// Plain digits, no grouping, no trailing zeros after the point.
  var description: String {
    if exponent >= 0 { return String(digits) + String(repeating: "0", count: digits == 0 ? 0 : exponent) }
    let text = String(abs(digits))
    let whole = text.count > -exponent ? String(text.prefix(text.count + exponent)) : "0"
    let zeros = String(repeating: "0", count: max(0, -exponent - text.count))
    return (digits < 0 ? "-" : "") + whole + "." + zeros + text.suffix(min(text.count, -exponent))
  }
}
