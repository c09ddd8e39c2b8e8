#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a model file: mapped from a file, or a copy in memory. Read only, and given back at the end.
///
/// Sendable since nothing is ever written to it.
final class ModelBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps a file. The file must not be written to while it is mapped: replace it by renaming another onto it.
  init(path: String) throws(ModelError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ModelBytes.unreadable(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ModelBytes.unreadable(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ModelError(.unreadable, path: path, reason: "is no regular file", advice: "name a model file")
    }
    let size = Int(status.st_size)
    isMapped = size > 0
    guard isMapped else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address, address != MAP_FAILED else { throw ModelBytes.unreadable(path, errno) }
    bytes = UnsafeRawBufferPointer(start: address, count: size)
  }

  /// Copies bytes into memory that is aligned as a mapping is.
  init(_ source: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: ModelFormat.alignment)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else if bytes.baseAddress != nil {
      bytes.deallocate()
    }
  }

  private static func unreadable(_ path: String, _ code: Int32) -> ModelError {
    ModelError(
      .unreadable, path: path, reason: "cannot be read: \(String(cString: strerror(code)))",
      advice: "name a model file that is there and may be read")
  }
}
