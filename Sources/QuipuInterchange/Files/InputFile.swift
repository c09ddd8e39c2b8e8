#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files to read from; `-` is standard input.
package enum InputFile {
  /// An open descriptor, which the caller closes.
  static func open(_ path: String) throws(InterchangeError) -> Int32 {
    if path == "-" { return dup(0) }
    let descriptor = systemOpen(path)
    guard descriptor >= 0 else { throw failure(path, errno) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw failure(path, EISDIR)
    }
    return descriptor
  }

  static func close(_ descriptor: Int32) { systemClose(descriptor) }

  /// All bytes of the file.
  package static func bytes(_ path: String) throws(InterchangeError) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw failure(path, errno)
      }
    }
  }

  private static func failure(_ path: String, _ code: Int32) -> InterchangeError {
    let advice =
      switch code {
      case ENOENT, ENOTDIR: "check the path"
      case EACCES, EPERM: "ask for the right to read it"
      case EISDIR: "name a file, not a folder"
      default: ""
      }
    return InterchangeError(path: path, reason: "cannot read: \(systemMessage(code))", advice: advice)
  }
}

private func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
private func systemClose(_ descriptor: Int32) { close(descriptor) }
