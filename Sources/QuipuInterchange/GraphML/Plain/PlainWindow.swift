#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A part of a regular file in memory, with zeros behind it. It grows until one construct of the document fits in.
///
/// Read and not mapped: a file that another process cuts off while it is read is then an early end, not a signal.
struct PlainWindow: ~Copyable {
  /// The zeros behind the window's last byte.
  static let padding = 64
  /// What stays in a processor's cache while it is read; and the size up to which a window grows.
  private static let firstCapacity = 1 << 18
  private static let lastCapacity = 1 << 23

  private let descriptor: Int32
  private var capacity: Int
  private var bytes: UnsafeMutablePointer<UInt8>
  private var decoded: UnsafeMutablePointer<UInt8>?
  private var count = 0
  /// Of the window's first byte in the file.
  private(set) var offset = 0
  /// In bytes, when the file was opened.
  let fileSize: Int
  /// Whether the file has nothing behind the window.
  private(set) var isLast = false

  /// Nil for what is no regular file, or cannot be opened.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    self.descriptor = descriptor
    fileSize = Int(status.st_size)
    capacity = PlainWindow.firstCapacity
    bytes = .allocate(capacity: capacity + PlainWindow.padding)
    bytes.initialize(repeating: 0, count: capacity + PlainWindow.padding)
    // What cannot be read shows when the first construct is looked for.
    isLast = !fill()
  }

  deinit {
    bytes.deallocate()
    decoded?.deallocate()
    close(descriptor)
  }

  var start: UnsafePointer<UInt8> { UnsafePointer(bytes) }
  /// Behind the last byte.
  var limit: UnsafePointer<UInt8> { UnsafePointer(bytes + count) }

  /// Room for decoded texts, of the window's size.
  var scratch: UnsafeMutablePointer<UInt8> {
    mutating get {
      if let decoded { return decoded }
      let room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + PlainWindow.padding)
      decoded = room
      return room
    }
  }

  /// Drops what stands before the mark, and reads on behind the rest; false when nothing is to be had.
  mutating func moveOn(from mark: UnsafePointer<UInt8>) -> Bool {
    let kept = limit - mark
    if kept == capacity { return grow() && fill() }
    offset += mark - start
    bytes.update(from: mark, count: kept)
    count = kept
    return fill()
  }

  private mutating func grow() -> Bool {
    guard capacity < PlainWindow.lastCapacity else { return false }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + PlainWindow.padding)
    larger.initialize(repeating: 0, count: 2 * capacity + PlainWindow.padding)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    decoded?.deallocate()
    decoded = nil
    bytes = larger
    capacity *= 2
    return true
  }

  /// Fills the window up; false on an error.
  private mutating func fill() -> Bool {
    while count < capacity, !isLast {
      let length = read(descriptor, bytes + count, capacity - count)
      if length > 0 {
        count += length
      } else if length == 0 {
        isLast = true
      } else if errno != EINTR {
        return false
      }
    }
    (bytes + count).update(repeating: 0, count: PlainWindow.padding)
    return true
  }
}
