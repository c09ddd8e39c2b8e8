/// Cuts a stream into lines without holding more than one of them (and a piece of 256 KiB).
struct LineReader {
  private let stream: any ByteStream
  private let path: String
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var ended = false
  /// 1-based number of the line given out last; 0 before the first.
  private(set) var line = 0
  /// Offset of that line's first byte in the stream.
  private(set) var lineOffset = 0
  private var nextOffset = 0
  /// The rest of a line that was too long is being passed over.
  private(set) var isPassingOver = false

  init(_ stream: any ByteStream, path: String, limit: Int) {
    self.stream = stream
    self.path = path
    self.limit = limit
  }

  /// The next line without its line feed (and carriage return before it), the first one without a byte-order mark; nil
  /// at the end. After the error that a line is too long, the line that follows it is next.
  mutating func next() throws(DocumentError) -> [UInt8]? {
    var searched = position
    while true {
      if let end = System.firstIndex(of: 0x0A, in: buffer, from: searched) {
        let bytes = take(upTo: end, consuming: 1)
        if !isPassingOver { return bytes }
        isPassingOver = false
        searched = position
        continue
      }
      searched = buffer.count
      if ended { return position < buffer.count && !isPassingOver ? take(upTo: buffer.count, consuming: 0) : nil }
      if buffer.count - position > limit {
        nextOffset += buffer.count - position
        position = buffer.count
        if !isPassingOver {
          isPassingOver = true
          throw tooLong()
        }
      }
      searched -= try refill()
    }
  }

  private mutating func take(upTo end: Int, consuming separator: Int) -> [UInt8] {
    line += 1
    lineOffset = nextOffset
    nextOffset += end + separator - position
    var bytes: [UInt8]
    if position == 0, end + separator == buffer.count {
      // The line is all there is: no copy of it, so that a large one is in memory once.
      bytes = buffer
      buffer = []
      bytes.removeLast(separator)
    } else {
      bytes = Array(buffer[position..<end])
      position = end + separator
    }
    if bytes.last == 0x0D { bytes.removeLast() }
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return bytes
  }

  /// Moves what is left to the front and reads another piece; returns by how many bytes it moved.
  private mutating func refill() throws(DocumentError) -> Int {
    let moved = position
    if moved > 0 {
      buffer.removeSubrange(0..<moved)
      position = 0
    }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    let count = try stream.read(into: piece)
    if count == 0 { ended = true }
    buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<count]))
    return moved
  }

  private func tooLong() -> DocumentError {
    DocumentError(
      .tooLarge, path: path, line: line + 1, reason: "the line holds more than \(limit) bytes",
      advice: "split the document")
  }
}
