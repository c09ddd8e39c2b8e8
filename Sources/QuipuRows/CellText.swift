import QuipuGraph
import QuipuQuery

/// A value in a field of a table.
enum CellText {
  /// Strings as they are, all else as openCypher writes it.
  static func plain(_ value: Value, _ graph: PropertyGraph) -> String { value.cellText(in: graph) }

  /// Controls, which would break the line or steer the terminal, as escapes: `\n`, `\t`, `\u001B`.
  static func onOneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isControl(scalar):
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }
}
