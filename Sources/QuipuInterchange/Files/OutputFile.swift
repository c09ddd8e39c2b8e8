import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file being written: beside its place under another name, renamed when all of it is there.
package struct OutputFile {
  /// As the caller named it.
  package let path: String
  /// Where it goes, links followed.
  let destination: String
  /// Nil when written in place: standard output, a device, a pipe.
  let temporary: String?
  let descriptor: Int32
  /// The other names of files that are being written.
  private static let unfinished = Mutex<Set<String>>([])

  /// Takes away whatever is half written, for a process that is about to end. Not for signal handlers.
  package static func discardUnfinished() {
    for temporary in unfinished.withLock({ $0 }) { unlink(temporary) }
  }

  /// Opens a sink for each path, runs `body`, and puts all files in their places, or none of them when it throws.
  static func write<Result>(
    _ paths: [String], _ body: ([OutputSink]) throws(InterchangeError) -> Result
  ) throws(InterchangeError) -> Result {
    var files: [OutputFile] = []
    do throws(InterchangeError) {
      for path in paths { files.append(try OutputFile(opening: path)) }
      let sinks = files.map { $0.makeSink() }
      let result = try body(sinks)
      for sink in sinks { try sink.finish() }
      try commit(&files)
      return result
    } catch {
      for file in files { file.discard() }
      throw error
    }
  }

  /// Opens the file under its other name; `-` is standard output. One of `commit` and `discard` must follow.
  package init(opening path: String) throws(InterchangeError) {
    self.path = path
    if path == "-" {
      (destination, temporary, descriptor) = (path, nil, 1)
      return
    }
    destination = OutputFile.resolved(path)
    if OutputFile.isSpecial(destination) {
      temporary = nil
      descriptor = open(destination, O_WRONLY | O_CLOEXEC)
    } else {
      (temporary, descriptor) = OutputFile.openTemporary(beside: destination)
    }
    guard descriptor >= 0 else { throw OutputFile.failure(path, "cannot write", errno) }
  }

  /// A buffer in front of the file; finish it before committing.
  package func makeSink() -> OutputSink {
    OutputSink(descriptor: descriptor, path: path == "-" ? "standard output" : path)
  }

  /// Puts the files in their places. All are closed before the first is renamed: what closing still finds wrong must
  /// not leave half of them.
  package static func commit(_ files: inout [OutputFile]) throws(InterchangeError) {
    var closed = 0
    defer { files.removeFirst(closed) }
    for file in files where file.descriptor > 2 {
      guard fsyncAndClose(file.descriptor) == 0 else {
        let code = errno
        for other in files { other.remove() }
        closed = files.count
        throw failure(file.path, "cannot write", code)
      }
    }
    closed = files.count
    for (i, file) in files.enumerated() {
      guard let temporary = file.temporary else { continue }
      guard rename(temporary, file.destination) == 0 else {
        let code = errno
        for other in files[i...] { other.remove() }
        throw failure(file.path, "cannot put the file in its place", code)
      }
      _ = OutputFile.unfinished.withLock { $0.remove(temporary) }
    }
  }

  /// Closes the file and takes it away.
  package func discard() {
    if descriptor > 2 { close(descriptor) }
    remove()
  }

  private func remove() {
    guard let temporary else { return }
    unlink(temporary)
    _ = OutputFile.unfinished.withLock { $0.remove(temporary) }
  }

  private static func failure(_ path: String, _ what: String, _ code: Int32) -> InterchangeError {
    InterchangeError(path: path, reason: "\(what): \(systemMessage(code))", advice: writingAdvice(code))
  }

  /// A name in the same folder, since renaming does not cross file systems; hidden, so that `*.graphml` misses it.
  private static func openTemporary(beside path: String) -> (String?, Int32) {
    let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    for attempt in 0..<100 {
      let name = "\(path[..<slash]).\(path[slash...]).\(getpid())-\(attempt).tmp"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        _ = unfinished.withLock { $0.insert(name) }
        return (name, descriptor)
      }
      if errno != EEXIST { break }
    }
    return (nil, -1)
  }

  /// The path that a link leads to; the path itself when it is none or nothing is there yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether something is there that cannot be renamed over: a device, a pipe, a folder.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }
}

/// Closing alone may report late errors of network file systems; the sync brings them out on the others.
private func fsyncAndClose(_ descriptor: Int32) -> Int32 {
  let synced = fsync(descriptor)
  // Pipes and devices have nothing to sync.
  let failed = synced != 0 && errno != EINVAL && errno != EROFS && errno != ENOTSUP
  let code = errno
  let closed = close(descriptor)
  if failed { errno = code }
  return failed ? -1 : closed
}
