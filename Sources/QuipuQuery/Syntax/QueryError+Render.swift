import QuipuCore

extension QueryError {
  /// A place in a text, both counted from 1; columns in Unicode scalars.
  public struct Position: Hashable, Sendable {
    public var line: Int
    public var column: Int
  }

  /// Where the error begins in the query's text; nil where it has no one place. Lines end with LF, CR or CR LF.
  public func position(in text: String) -> Position? {
    guard let range else { return nil }
    return SourceLine(Array(text.utf8), at: Int(range.start)).position
  }

  /// Kind, place and message; below them the line of the text, cut around the place if it is long, and carets under
  /// the error's range. No line break at the end.
  public func render(in text: String) -> String {
    guard let range else { return "\(kind.rawValue): \(message)" }
    let line = SourceLine(Array(text.utf8), at: Int(range.start))
    let place = "line \(line.position.line), column \(line.position.column)"
    let (source, carets) = line.excerpt(length: range.count)
    return "\(kind.rawValue) at \(place): \(message)\n  \(source)\n  \(carets)"
  }
}

/// The line of a text in which a byte lies.
private struct SourceLine {
  /// Scalars of the line that are shown at most before and after the place.
  static let reach = 60

  let scalars: [Unicode.Scalar]
  let position: QueryError.Position

  init(_ bytes: [UInt8], at offset: Int) {
    let offset = min(offset, bytes.count)
    var (number, start) = (1, 0)
    for index in 0..<offset {
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      guard bytes[index] == 0x0A || bytes[index] == 0x0D && !isPair else { continue }
      (number, start) = (number + 1, index + 1)
    }
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let column = String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.count
    scalars = Array(String(decoding: bytes[start..<max(end, start)], as: UTF8.self).unicodeScalars)
    position = QueryError.Position(line: number, column: column + 1)
  }

  /// The part of the line around the place, and a line with carets under as many of its bytes as asked.
  func excerpt(length: Int) -> (source: String, carets: String) {
    let place = min(position.column - 1, scalars.count)
    let first = max(0, place - SourceLine.reach)
    let last = min(scalars.count, place + SourceLine.reach)
    var source = first > 0 ? "…" : ""
    var carets = first > 0 ? " " : ""
    var rest = max(length, 1)
    for index in first..<last {
      let scalar = scalars[index]
      let isControl = scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value
      source.unicodeScalars.append(isControl ? " " : scalar)
      let columns = isControl ? 1 : scalar.terminalColumns
      if index < place {
        carets += String(repeating: " ", count: columns)
      } else if rest > 0 {
        carets += String(repeating: "^", count: columns)
        rest -= UTF8.width(scalar)
      }
    }
    if last < scalars.count { source += "…" }
    return (source, place == scalars.count ? carets + "^" : carets)
  }
}

extension Unicode.Scalar {
  /// How many columns a terminal gives the character: none to a combining mark, two to East Asian wide ones and emoji.
  fileprivate var terminalColumns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
