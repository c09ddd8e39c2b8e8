/// Turns the bytes of a file into UTF-8 and says what it took them for.
///
/// In this order: a byte-order mark decides; then zero bytes in every other place (UTF-16 without a mark); then a
/// charset that the file declares; then UTF-8. Bytes that are nearly UTF-8 are repaired: where at most five sequences
/// or one byte in a thousand are broken, and more are right or merely cut short, each broken one becomes U+FFFD. What
/// is left is Windows-1252, the superset of Latin-1 that the WHATWG Encoding Standard reads under both names.
/// NUL bytes, or more than one control character in a hundred bytes, are no text in any of them.
struct TextDecoder {
  /// Valid UTF-8 without a byte-order mark.
  var bytes: [UInt8]
  var notes: [String] = []

  /// `declared` finds a charset in bytes that are no UTF-16; nil when the format has no such declaration.
  init(
    _ raw: consuming [UInt8], path: String, declared: (([UInt8]) -> String?)? = nil
  ) throws(DocumentError) {
    bytes = raw
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
      notes.append("read as UTF-8 with a byte-order mark")
      try decodeASCIICompatible(declared: nil, path: path)
    } else if let order = UTF16Reader.byteOrder(of: bytes) {
      try decodeUTF16(order, path: path)
    } else {
      try decodeASCIICompatible(declared: declared?(bytes), path: path)
    }
  }

  private mutating func decodeUTF16(_ order: UTF16Reader.ByteOrder, path: String) throws(DocumentError) {
    let reader = UTF16Reader(bytes, order: order)
    if let offset = reader.firstNull { throw TextDecoder.notText(path: path, offset: offset, "a NUL character") }
    bytes = reader.text
    notes.append(
      "read as UTF-16 \(order.isLittle ? "LE" : "BE") \(order.hasMark ? "with" : "without") a byte-order mark")
    if reader.unpaired > 0 {
      notes.append("replaced \(counted(reader.unpaired, "broken UTF-16 unit")) with U+FFFD")
    }
  }

  private mutating func decodeASCIICompatible(declared: String?, path: String) throws(DocumentError) {
    let scan = UTF8Scan(bytes)
    if let offset = scan.firstNull { throw TextDecoder.notText(path: path, offset: offset, "a NUL byte") }
    if scan.controls > 2, scan.controls * 100 > bytes.count, let offset = scan.firstControl {
      throw TextDecoder.notText(path: path, offset: offset, "control characters")
    }
    switch Charset(label: declared) {
    case .windows1252: return decodeWindows1252(because: "declared as \(declared ?? "")")
    case .other(let name):
      if let decoded = Charset.convert(bytes, from: name) {
        bytes = decoded
        notes.append("read as \(name), as declared")
        return
      }
      notes.append("the declared charset '\(name)' is unknown or does not fit the bytes")
    case .utf8, .none: break
    }
    guard scan.broken > 0, let first = scan.firstBroken else { return }
    if TextDecoder.isNearlyUTF8(scan, count: bytes.count) {
      bytes = UTF8Repair.repaired(bytes)
      notes.append("replaced \(counted(scan.broken, "broken UTF-8 sequence")) with U+FFFD, the first at byte \(first)")
    } else {
      decodeWindows1252(because: "not UTF-8 at byte \(first)")
    }
  }

  private mutating func decodeWindows1252(because reason: String) {
    bytes = Windows1252.decode(bytes)
    notes.append("read as Windows-1252 (\(reason))")
  }

  static func isNearlyUTF8(_ scan: UTF8Scan, count: Int) -> Bool {
    let foreign = scan.broken - scan.cutShort
    return scan.multibyte + scan.cutShort > foreign && (scan.broken <= 5 || scan.broken * 1000 < count)
  }

  static func notText(path: String, offset: Int, _ what: String) -> DocumentError {
    DocumentError(
      .notText, path: path, byteOffset: offset, reason: "is no text: \(what)",
      advice: "convert it to text first, or leave it out")
  }
}

/// '1 line', '2 lines'.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Replaces what is not UTF-8.
enum UTF8Repair {
  /// Each maximal subpart of a broken sequence becomes one U+FFFD. Complexity: O(n).
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    bytes.withUnsafeBytes { bytes in
      var i = 0
      while i < bytes.count {
        if bytes[i] < 0x80 {
          result.append(bytes[i])
          i += 1
          continue
        }
        let (length, isRight) = UTF8Scan.sequence(in: bytes, at: i)
        if isRight {
          result.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[i..<i + length]))
        } else {
          result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        }
        i += length
      }
    }
    return result
  }
}
