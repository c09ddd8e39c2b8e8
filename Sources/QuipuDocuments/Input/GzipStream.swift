import CZlib

/// Inflates gzip members one after the other (RFC 1952) while they are read.
///
/// Memory: 64 KiB of input and zlib's window. Trailing bytes that begin no member are left out, as gzip(1) does.
final class GzipStream: ByteStream {
  private let base: any ByteStream
  private let path: String
  private let options: ReadingOptions
  private var stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  /// Compressed bytes taken from `base`, inflated bytes given out.
  private var taken = 0
  private var given = 0
  private var baseEnded = false
  private var ended = false
  private var inMember = true
  var expectedSize: Int { 0 }

  init(_ base: any ByteStream, path: String, options: ReadingOptions) throws(DocumentError) {
    self.base = base
    self.path = path
    self.options = options
    stream.initialize(to: z_stream())
    // 15 bits of window, plus 16: a gzip header is required.
    let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK { throw malformed("zlib could not be started (status \(status))") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int {
    guard !ended, buffer.count > 0 else { return 0 }
    let room = min(buffer.count, Int(UInt32.max))
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room)
    while !ended, Int(stream.pointee.avail_out) == room { try step() }
    let count = room - Int(stream.pointee.avail_out)
    given += count
    try checkSize()
    return count
  }

  /// Feeds zlib once, or goes on to the next member.
  private func step() throws(DocumentError) {
    try refill()
    if stream.pointee.avail_in == 0 {
      if inMember { throw truncated() }
      ended = true
      return
    }
    if !inMember, try !beginMember() {
      ended = true
      return
    }
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: inMember = false
    default:
      let words = stream.pointee.msg.map { String(cString: $0) } ?? "unknown error"
      throw malformed("the gzip data is damaged (\(words))")
    }
  }

  /// After a member: true when another one begins here.
  private func beginMember() throws(DocumentError) -> Bool {
    guard stream.pointee.next_in.pointee == 0x1F else { return false }
    inflateReset(stream)
    inMember = true
    return true
  }

  private func refill() throws(DocumentError) {
    guard stream.pointee.avail_in == 0, !baseEnded else { return }
    let count = try base.read(into: input)
    baseEnded = count == 0
    taken += count
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
  }

  private func checkSize() throws(DocumentError) {
    if given > options.maximumInflatedSize {
      throw DocumentError(
        .tooLarge, path: path, reason: "inflates to more than \(options.maximumInflatedSize) bytes",
        advice: "split the file, or raise the limit if you trust it")
    }
    if given > options.inflationGrace, given / max(taken, 1) > options.maximumInflationRatio {
      throw DocumentError(
        .refused, path: path,
        reason: "inflates to more than \(options.maximumInflationRatio) times its size, as a decompression bomb does",
        advice: "unpack it by hand if you trust it")
    }
  }

  private func truncated() -> DocumentError {
    DocumentError(
      .truncated, path: path, byteOffset: taken, reason: "the gzip data breaks off before its end",
      advice: "fetch or compress the file again")
  }

  private func malformed(_ reason: String) -> DocumentError {
    DocumentError(
      .malformed, path: path, byteOffset: taken - Int(stream.pointee.avail_in), reason: reason,
      advice: "fetch or compress the file again")
  }
}
