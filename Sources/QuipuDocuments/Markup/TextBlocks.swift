/// Collects readable text block by block: white space collapsed, blocks separated by blank lines, items and table rows
/// on lines of their own.
///
/// Markup readers append characters as they come and say where blocks end; which blocks are kept is decided at the end.
struct TextBlocks {
  enum Kind { case paragraph, item, row, preformatted }

  /// Where in the source a block stood; decides whether it is kept.
  struct Scope: OptionSet {
    let rawValue: UInt8
    static let article = Scope(rawValue: 1)
    static let main = Scope(rawValue: 2)
    static let form = Scope(rawValue: 4)
  }

  struct Block {
    var range: Range<Int>
    var kind: Kind
    var scope: Scope
  }

  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []
  private var start = 0
  private var pendingSpace = false

  /// True when the current block holds nothing yet.
  var isAtStart: Bool { bytes.count == start }

  /// Adds characters; white space, no-break spaces included, becomes single spaces, soft hyphens are left out.
  mutating func append(_ characters: UnsafeBufferPointer<UInt8>) {
    var i = 0
    while i < characters.count {
      let byte = characters[i]
      let next = i + 1 < characters.count ? characters[i + 1] : 0
      i += 1
      if ASCII.isSpace(byte) {
        pendingSpace = true
      } else if byte == 0xC2, next == 0xA0 || next == 0xAD {
        pendingSpace = pendingSpace || next == 0xA0
        i += 1
      } else {
        if pendingSpace, !isAtStart, bytes.last != 0x0A { bytes.append(0x20) }
        pendingSpace = false
        bytes.append(byte)
      }
    }
  }

  /// Adds characters as they are, line breaks included.
  mutating func appendPreformatted(_ characters: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: characters)
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// A line break within the block.
  mutating func breakLine() {
    pendingSpace = false
    if !isAtStart, bytes.last != 0x0A { bytes.append(0x0A) }
  }

  /// Ends the current block; one without text leaves no trace.
  mutating func endBlock(_ kind: Kind, _ scope: Scope = []) {
    pendingSpace = false
    while bytes.count > start, let last = bytes.last, ASCII.isSpace(last) { bytes.removeLast() }
    if !isAtStart { blocks.append(Block(range: start..<bytes.count, kind: kind, scope: scope)) }
    start = bytes.count
  }

  /// The number of bytes in the blocks that meet the condition.
  func size(where condition: (Block) -> Bool) -> Int {
    blocks.reduce(0) { condition($1) ? $0 + $1.range.count : $0 }
  }

  /// The text of the blocks that meet the condition, ending with a line feed. Complexity: O(n).
  func text(where condition: (Block) -> Bool = { _ in true }) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + blocks.count * 3)
    var previous: Kind?
    for block in blocks where condition(block) {
      if let previous {
        let isTight = previous == block.kind && (block.kind == .item || block.kind == .row)
        result.append(contentsOf: isTight ? [0x0A] : [0x0A, 0x0A])
      }
      result.append(contentsOf: bytes[block.range])
      previous = block.kind
    }
    if !result.isEmpty { result.append(0x0A) }
    return result
  }
}
