/// Bytes that come piece by piece.
protocol ByteStream: AnyObject {
  /// Fills the buffer from its start, as far as bytes come at once: 0 means the end, for good.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int
  /// A hint of how many bytes are left; 0 when unknown.
  var expectedSize: Int { get }
}

extension ByteStream {
  /// All that is left. Memory: the bytes themselves where the size is known beforehand, otherwise up to twice that.
  func readAll(path: String, limit: Int) throws(DocumentError) -> [UInt8] {
    let expected = expectedSize
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(expected, limit) + 1)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = try read(into: piece)
      if count == 0 { return bytes }
      if bytes.count + count > limit {
        throw DocumentError(
          .tooLarge, path: path, reason: "holds more than \(limit) bytes of text in one document",
          advice: "split it into several documents")
      }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<count]))
    }
  }
}

/// The bytes of an open file, a pipe or standard input; closes what it opened.
final class FileStream: ByteStream {
  let path: String
  private(set) var expectedSize: Int
  private let descriptor: Int32

  /// `-` is standard input. Throws when the path cannot be opened.
  init(path: String) throws(DocumentError) {
    self.path = path
    if path == "-" {
      descriptor = 0
      expectedSize = 0
      return
    }
    descriptor = System.openForReading(path)
    if descriptor < 0 {
      expectedSize = 0
      throw FileStream.failure(path: path, "cannot be opened")
    }
    expectedSize = System.status(path).map { $0.kind == .file ? $0.size : 0 } ?? 0
  }

  deinit { if descriptor > 0 { System.close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int {
    let count = System.read(descriptor, into: buffer)
    if count < 0 { throw FileStream.failure(path: path, "cannot be read") }
    expectedSize = max(0, expectedSize - count)
    return count
  }

  static func failure(path: String, _ what: String) -> DocumentError {
    let error = System.lastError
    return DocumentError(
      .unreadable, path: path, reason: "\(what) (\(error.text))",
      advice: "check the file's permissions and the disk it is on")
  }
}

/// Bytes already in memory.
final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var position = 0
  var expectedSize: Int { bytes.count - position }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count])) }
    position += count
    return count
  }
}

/// A stream whose first bytes can be looked at before they are read.
final class PeekableStream: ByteStream {
  private let base: any ByteStream
  private var head: [UInt8] = []
  private var position = 0

  init(_ base: any ByteStream) { self.base = base }

  var expectedSize: Int { base.expectedSize == 0 ? 0 : base.expectedSize + head.count - position }

  /// Up to `count` bytes from the current position, fewer only at the end.
  func peek(_ count: Int) throws(DocumentError) -> ArraySlice<UInt8> {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, 1), alignment: 16)
    defer { piece.deallocate() }
    while head.count - position < count {
      let wanted = count - (head.count - position)
      let read = try base.read(into: UnsafeMutableRawBufferPointer(rebasing: piece[..<wanted]))
      if read == 0 { break }
      head.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<read]))
    }
    return head[position..<min(head.count, position + count)]
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int {
    let available = min(head.count - position, buffer.count)
    guard available > 0 else { return try base.read(into: buffer) }
    head.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + available]))
    }
    position += available
    if position == head.count {
      head = []
      position = 0
    }
    return available
  }
}
