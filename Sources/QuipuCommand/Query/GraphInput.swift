import Quipu

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A graph from a file, or from standard input, whose format its first byte tells.
enum GraphInput {
  /// `-` is standard input.
  static func read(_ path: String) throws(InterchangeError) -> ImportedGraph {
    guard path == "-" else { return try GraphImport.read(path) }
    let head = try StandardInput.spool()
    defer { close(head.descriptor) }
    guard let first = head.firstByte else {
      throw InterchangeError(
        path: "standard input", reason: "holds no graph", advice: "give a graph as GraphML or JSON")
    }
    do throws(InterchangeError) {
      return try GraphImport.read(
        "/dev/fd/\(head.descriptor)", format: first == UInt8(ascii: "<") ? .graphML : .json)
    } catch {
      var error = error
      error.path = "standard input"
      throw error
    }
  }
}
