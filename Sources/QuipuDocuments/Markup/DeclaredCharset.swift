/// The charset that an HTML file declares in its first 4 KiB: in its XML declaration or a `<meta>`.
enum HTMLCharset {
  static func declared(_ bytes: [UInt8]) -> String? {
    if let name = XMLCharset.declared(bytes) { return name }
    let head = bytes.prefix(4096).map(ASCII.lower)
    var start = 0
    while let meta = head.firstRange(of: "<meta", from: start) {
      let end = head[meta...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
      if let mark = head.firstRange(of: "charset", from: meta), mark < end {
        return CharsetLabel.after(mark + 7, in: head[..<end])
      }
      start = end
    }
    return nil
  }
}

/// The encoding named in an XML declaration.
enum XMLCharset {
  static func declared(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(512).map(ASCII.lower)
    let start = head.prefix(while: ASCII.isSpace).count
    guard head[start...].starts(with: "<?xml".utf8), let end = head.firstRange(of: "?>", from: 0),
      let mark = head.firstRange(of: "encoding", from: start), mark < end
    else { return nil }
    return CharsetLabel.after(mark + 8, in: head[..<end])
  }
}

enum CharsetLabel {
  /// The word after `=` and an optional quotation mark.
  static func after(_ start: Int, in bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes[start...].drop(while: ASCII.isSpace)
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { ASCII.isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let label = rest.prefix { ASCII.isLetterOrDigit($0) || "-_.:".utf8.contains($0) }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Where the text occurs first at or after an index. Complexity: O(n · length).
  func firstRange(of text: StaticString, from start: Int) -> Int? {
    let wanted = Array(text.description.utf8)
    guard start + wanted.count <= count else { return nil }
    return (start...(count - wanted.count)).first { self[$0...].starts(with: wanted) }
  }
}
