/// Amounts of memory as people write them: `512M`, `2G`, `1.5GB`, `65536`; units are powers of 1,024.
public enum MemoryText {
  private static let units: [Character] = ["K", "M", "G", "T"]

  /// In bytes; nil for what is no amount above zero.
  public static func bytes(_ text: String) -> Int? {
    var rest = Substring(text.uppercased())
    if rest.hasSuffix("IB") { rest = rest.dropLast(2) } else if rest.hasSuffix("B") { rest = rest.dropLast() }
    var factor = 1.0
    if let unit = rest.last, let power = units.firstIndex(of: unit) {
      for _ in 0...power { factor *= 1024 }
      rest = rest.dropLast()
    }
    // Numbers as people write them, not those of `Double`: 0x10, 1e3, inf.
    guard rest.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }), let number = Double(rest),
      let bytes = Int(exactly: (number * factor).rounded()), bytes > 0
    else { return nil }
    return bytes
  }

  /// In the largest unit that leaves a whole number.
  public static func text(_ bytes: Int) -> String {
    var (number, unit) = (bytes, "")
    for name in units where number >= 1024 && number % 1024 == 0 { (number, unit) = (number / 1024, String(name)) }
    return "\(number)\(unit)"
  }
}
