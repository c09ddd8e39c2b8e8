import Quipu

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What comes through standard input.
enum StandardInput {
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// All of it, up to its end.
  static func bytes() throws(InterchangeError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// All of it in a nameless file at its start, for readers that want a file, and its first byte that is neither white
  /// space nor a byte order mark. The caller closes the descriptor.
  static func spool() throws(InterchangeError) -> (descriptor: Int32, firstByte: UInt8?) {
    guard let file = tmpfile() else { throw failure("cannot make a temporary file") }
    defer { fclose(file) }
    var firstByte: UInt8?
    var isWritten = true
    try forEachChunk { chunk in
      let blank: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
      firstByte = firstByte ?? chunk.first { !blank.contains($0) }
      isWritten = isWritten && chunk.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) } == chunk.count
    }
    guard isWritten, fflush(file) == 0 else { throw failure("cannot write a temporary file") }
    let descriptor = dup(fileno(file))
    guard descriptor >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw failure("cannot read") }
    return (descriptor, firstByte)
  }

  /// Its first bytes, which are read again afterwards: what comes through a pipe is gathered in a nameless file, which
  /// then stands for standard input. Empty where that fails.
  static func head(_ count: Int) -> [UInt8] {
    if lseek(STDIN_FILENO, 0, SEEK_CUR) < 0 {
      guard let spooled = try? spool() else { return [] }
      dup2(spooled.descriptor, STDIN_FILENO)
      close(spooled.descriptor)
    }
    let start = lseek(STDIN_FILENO, 0, SEEK_CUR)
    var bytes = [UInt8](repeating: 0, count: count)
    let found = read(STDIN_FILENO, &bytes, count)
    lseek(STDIN_FILENO, start, SEEK_SET)
    return Array(bytes.prefix(max(found, 0)))
  }

  private static func forEachChunk(_ body: (ArraySlice<UInt8>) -> Void) throws(InterchangeError) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        body(chunk[..<count])
      } else if count == 0 {
        return
      } else if errno != EINTR {
        throw failure("cannot read")
      }
    }
  }

  private static func failure(_ what: String) -> InterchangeError {
    InterchangeError(path: "standard input", reason: "\(what): \(String(cString: strerror(errno)))")
  }
}
