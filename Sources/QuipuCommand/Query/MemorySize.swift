import ArgumentParser

/// A number of bytes as a user writes it: `512M`, `2G`, `1.5GB`, `65536`. Units are powers of 1024.
struct MemorySize: ExpressibleByArgument, Hashable {
  var bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    var text = Substring(argument.uppercased())
    for suffix in ["IB", "B"] where text.hasSuffix(suffix) {
      text = text.dropLast(suffix.count)
      break
    }
    var factor = 1.0
    if let unit = text.last, let exponent = Array("KMGT").firstIndex(of: unit) {
      for _ in 0...exponent { factor *= 1024 }
      text = text.dropLast()
    }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else { return nil }
    guard let number = Double(text), let bytes = Int(exactly: (number * factor).rounded()), bytes > 0 else {
      return nil
    }
    self.bytes = bytes
  }

  var defaultValueDescription: String { bytes % (1 << 30) == 0 ? "\(bytes >> 30)G" : "\(bytes)" }
}
