import QuipuGraph

/// Durations from text: `PnYnMnWnDTnHnMnS`, where each number may have a sign and a fraction, and the form of a date and
/// time, `PYYYY-MM-DDThh:mm:ss.fff`. A sign before the `P` turns all.
struct DurationText {
  private var bytes: ArraySlice<UInt8>
  private var parts = DurationParts()

  static func duration(_ text: String) throws(QueryError) -> CalendarDuration {
    var reader = DurationText(bytes: Array(text.utf8)[...])
    guard let parts = try reader.read() else {
      throw .badTemporal(
        "'\(text)' is not the text of a duration: expected a form such as 'P1Y2M10DT2H30M', 'PT0.5S' or 'P2W'")
    }
    return try parts.duration()
  }

  private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard bytes.first == UInt8(ascii: character) else { return false }
    bytes.removeFirst()
    return true
  }

  private mutating func read() throws(QueryError) -> DurationParts? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    _ = take("-") || take("+")
    guard take("P"), !bytes.isEmpty else { return nil }
    let whole = bytes
    if try !unitForm() {
      (bytes, parts) = (whole, DurationParts())
      guard try dateForm() else { return nil }
    }
    if isNegative { (parts.months, parts.days, parts.seconds) = (-parts.months, -parts.days, -parts.seconds) }
    return parts
  }

  private struct Unit {
    var letter: UInt8
    var part: WritableKeyPath<DurationParts, Int128> & Sendable
    var factor: Int128
  }

  private static let dateUnits = [
    Unit(letter: UInt8(ascii: "Y"), part: \.months, factor: 12),
    Unit(letter: UInt8(ascii: "M"), part: \.months, factor: 1),
    Unit(letter: UInt8(ascii: "W"), part: \.days, factor: 7),
    Unit(letter: UInt8(ascii: "D"), part: \.days, factor: 1),
  ]
  private static let clockUnits = [
    Unit(letter: UInt8(ascii: "H"), part: \.seconds, factor: 3600),
    Unit(letter: UInt8(ascii: "M"), part: \.seconds, factor: 60),
    Unit(letter: UInt8(ascii: "S"), part: \.seconds, factor: 1),
  ]

  private mutating func unitForm() throws(QueryError) -> Bool {
    guard try units(DurationText.dateUnits) else { return false }
    guard !bytes.isEmpty else { return true }
    guard take("T"), !bytes.isEmpty else { return false }
    return try units(DurationText.clockUnits) && bytes.isEmpty
  }

  /// Numbers with these units' letters, in this order, up to a `T` or the end.
  private mutating func units(_ units: [Unit]) throws(QueryError) -> Bool {
    var rest = units[...]
    while let first = bytes.first, first != UInt8(ascii: "T") {
      let length = bytes.prefix { ($0 >= 48 && $0 <= 57) || $0 == 43 || $0 == 45 || $0 == 44 || $0 == 46 }.count
      let number = bytes.prefix(length)
      guard DurationText.isNumber(number), let letter = bytes.dropFirst(length).first,
        let unit = rest.firstIndex(where: { $0.letter == letter })
      else { return false }
      guard let value = ExactDecimal(number) else { throw .durationOverflow }
      let amount = try value.multiplied(by: rest[unit].factor * DurationParts.one)
      parts[keyPath: rest[unit].part] = try DurationParts.sum(parts[keyPath: rest[unit].part], amount)
      rest = rest[(unit + 1)...]
      bytes = bytes.dropFirst(length + 1)
    }
    return true
  }

  /// A sign perhaps, digits, and perhaps a decimal sign with digits after it.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    let unsigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
    let pieces = unsigned.split(omittingEmptySubsequences: false) { $0 == 44 || $0 == 46 }
    return pieces.count <= 2 && pieces.allSatisfy { piece in !piece.isEmpty && piece.allSatisfy { $0 >= 48 } }
  }

  /// `YYYY-MM-DD` and `hh:mm:ss.fff`, or without hyphens and colons, one of them at least. The parts count as numbers:
  /// months to 12, days to 30, hours to 24, minutes and seconds to 60 (ISO 8601).
  private mutating func dateForm() throws(QueryError) -> Bool {
    if bytes.first != UInt8(ascii: "T") {
      guard let years = digits(4) else { return false }
      let isExtended = take("-")
      guard let months = digits(2), months <= 12, !isExtended || take("-"), let days = digits(2), days <= 31 else {
        return false
      }
      parts.months = (years * 12 + months) * DurationParts.one
      parts.days = days * DurationParts.one
    }
    guard !bytes.isEmpty else { return true }
    return take("T") && clockForm() && bytes.isEmpty
  }

  private mutating func clockForm() -> Bool {
    guard let hours = digits(2), hours <= 24 else { return false }
    parts.seconds = hours * 3600 * DurationParts.one
    let isExtended = bytes.first == UInt8(ascii: ":")
    for factor in [60, 1] as [Int128] {
      guard isExtended ? take(":") : bytes.first.map({ $0 >= 48 && $0 <= 57 }) == true else { return true }
      guard let part = digits(2), part < 60 else { return false }
      parts.seconds += part * factor * DurationParts.one
    }
    guard take(".") || take(",") else { return true }
    let decimals = bytes.prefix { $0 >= 48 && $0 <= 57 }
    guard (1...9).contains(decimals.count), let fraction = digits(decimals.count) else { return false }
    parts.seconds += (decimals.count..<18).reduce(fraction) { value, _ in value * 10 }
    return true
  }

  private mutating func digits(_ count: Int) -> Int128? {
    let found = bytes.prefix(count)
    guard found.count == count, found.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    bytes = bytes.dropFirst(count)
    return found.reduce(0) { $0 * 10 + Int128($1 - 48) }
  }
}
