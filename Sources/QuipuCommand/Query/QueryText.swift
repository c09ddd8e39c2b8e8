import Quipu
import QuipuInterchange

/// Queries as they come from files.
enum QueryText {
  static func read(_ path: String) throws(InterchangeError) -> String { try checked(try bytes(path), path) }

  /// The bytes as text, without a byte order mark; throws unless they are UTF-8.
  static func checked(_ bytes: [UInt8], _ path: String) throws(InterchangeError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InterchangeError(path: path, reason: "is no UTF-8 text", advice: "convert it to UTF-8 first")
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  static func bytes(_ path: String) throws(InterchangeError) -> [UInt8] { try InputFile.bytes(path) }
}
