/// Amounts of memory as people write them: `512M`, `2G`, `1.5GB`, `65536`; units are powers of 1,024.
enum MemoryText {
  private static let units: [Character] = ["K", "M", "G", "T"]

  /// In bytes; nil for what is no amount above zero.
  static func bytes(_ text: String) -> Int? {
    var rest = Substring(text.uppercased())
    if rest.hasSuffix("IB") { rest = rest.dropLast(2) } else if rest.hasSuffix("B") { rest = rest.dropLast() }
    var factor = 1.0
    if let unit = rest.last, let power = units.firstIndex(of: unit) {
      for _ in 0...power { factor *= 1024 }
      rest = rest.dropLast()
    }
    guard let number = Double(rest), number > 0 else { return nil }
    return Int(exactly: (number * factor).rounded())
  }

  /// In the largest unit that leaves a whole number.
  static func text(_ bytes: Int) -> String {
    var (number, unit) = (bytes, "")
    for name in units where number >= 1024 && number % 1024 == 0 { (number, unit) = (number / 1024, String(name)) }
    return "\(number)\(unit)"
  }
}
