/// The bytes outside of comments and quotes; a quoted part is given out as its opening quote only.
struct QueryScan: Sequence, IteratorProtocol {
  private let bytes: String.UTF8View
  private var index: String.Index
  /// Whether the text ended inside a string, backticks or a block comment.
  private(set) var isInsideQuotes = false

  init(_ bytes: String.UTF8View) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  mutating func next() -> (byte: UInt8, index: String.Index)? {
    while index < bytes.endIndex {
      let start = index
      let byte = bytes[index]
      index = bytes.index(after: index)
      let following = index < bytes.endIndex ? bytes[index] : 0
      switch (byte, following) {
      case (UInt8(ascii: "/"), UInt8(ascii: "/")): skipLine()
      case (UInt8(ascii: "/"), UInt8(ascii: "*")): skipBlock()
      case (UInt8(ascii: "'"), _), (UInt8(ascii: "\""), _), (UInt8(ascii: "`"), _):
        skipQuoted(byte)
        return (byte, start)
      default: return (byte, start)
      }
    }
    return nil
  }

  private mutating func skipLine() {
    while index < bytes.endIndex, bytes[index] != 0x0A { index = bytes.index(after: index) }
  }

  private mutating func skipBlock() {
    index = bytes.index(after: index)
    var last: UInt8 = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      index = bytes.index(after: index)
      if last == UInt8(ascii: "*"), byte == UInt8(ascii: "/") { return }
      last = byte
    }
    isInsideQuotes = true
  }

  private mutating func skipQuoted(_ quote: UInt8) {
    while index < bytes.endIndex {
      let byte = bytes[index]
      index = bytes.index(after: index)
      if byte == quote { return }
      if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "`"), index < bytes.endIndex {
        index = bytes.index(after: index)
      }
    }
    isInsideQuotes = true
  }
}
