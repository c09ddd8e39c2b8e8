#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Buffered bytes on their way into a file descriptor. The first failure is kept, what comes after it is dropped, and
/// `finish` throws it. A class, since libxml2 calls back with a pointer to it.
package final class OutputSink {
  let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16
  /// The error number of the first failure, 0 while there is none.
  private(set) var failure: Int32 = 0

  /// Whether a write has failed; `check` and `finish` tell why.
  package var hasFailed: Bool { failure != 0 }

  /// Takes over the descriptor's writing, not its closing.
  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    buffer.reserveCapacity(OutputSink.capacity + 4096)
  }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= OutputSink.capacity { flush() }
  }

  package func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= OutputSink.capacity { flush() }
  }

  package func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= OutputSink.capacity { flush() }
  }

  func write(_ byte: Unicode.Scalar) { buffer.append(UInt8(ascii: byte)) }

  private func flush() {
    buffer.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count, failure == 0, let base = bytes.baseAddress {
        let count = systemWrite(descriptor, base + done, bytes.count - done)
        if count >= 0 { done += count } else if errno != EINTR { failure = errno }
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Empties the buffer; throws when this or an earlier write failed.
  package func finish() throws(InterchangeError) {
    flush()
    try check()
  }

  /// Throws when a write has failed, so that long loops can stop early.
  package func check() throws(InterchangeError) {
    guard failure != 0 else { return }
    throw InterchangeError(
      path: path, reason: "cannot write: \(systemMessage(failure))", advice: writingAdvice(failure),
      isClosedPipe: failure == EPIPE)
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
