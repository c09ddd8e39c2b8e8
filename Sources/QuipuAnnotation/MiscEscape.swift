/// Text in the last column of CoNLL-U, where blanks, bars and line feeds would be taken for the format's own.
///
/// After UDPipe (ufal.mff.cuni.cz/udpipe/1/users-manual): `\s` blank, `\t`, `\r`, `\n`, `\p` bar, `\\` backslash. White
/// space and controls beyond these are `\u` and four hexadecimal digits, or `\U` and eight.
public enum MiscEscape {
  public static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    var decoder = UTF8()
    var bytes = text.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { append(scalar, to: &output) }
  }

  static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch scalar {
    case " ": output.append(contentsOf: "\\s".utf8)
    case "\t": output.append(contentsOf: "\\t".utf8)
    case "\r": output.append(contentsOf: "\\r".utf8)
    case "\n": output.append(contentsOf: "\\n".utf8)
    case "|": output.append(contentsOf: "\\p".utf8)
    case "\\": output.append(contentsOf: "\\\\".utf8)
    case "!"..."~": output.append(UInt8(ascii: scalar))
    default:
      if isPlain(scalar) {
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = digits.utf8.count <= 4 ? 4 : 8
        output.append(contentsOf: (width == 4 ? "\\u" : "\\U").utf8)
        output.append(contentsOf: String(repeating: "0", count: width - digits.utf8.count).utf8)
        output.append(contentsOf: digits.utf8)
      }
    }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.properties.isWhitespace else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return false
    default: return true
    }
  }

  /// What `append` was given. Nil when the text is no such escape.
  public static func unescaped(_ text: some StringProtocol) -> String? {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars.makeIterator()
    while let scalar = rest.next() {
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      switch rest.next() {
      case "s": result.append(" ")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "n": result.append("\n")
      case "p": result.append("|")
      case "\\": result.append("\\")
      case "u":
        guard let value = hexadecimal(4, &rest) else { return nil }
        result.append(value)
      case "U":
        guard let value = hexadecimal(8, &rest) else { return nil }
        result.append(value)
      default: return nil
      }
    }
    return String(result)
  }

  private static func hexadecimal(
    _ count: Int, _ rest: inout some IteratorProtocol<Unicode.Scalar>
  ) -> Unicode.Scalar? {
    var digits = String.UnicodeScalarView()
    for _ in 0..<count { if let digit = rest.next() { digits.append(digit) } }
    return digits.count == count ? UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init) : nil
  }
}
