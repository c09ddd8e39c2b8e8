import FoundationEssentials
import Quipu

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Inputs that `quipu extract` made: claims, which need no further reading.
enum ClaimsFiles {
  /// The inputs that hold claims, sorted, and the others. Only files named by themselves are looked at, and standard
  /// input where `looksAtStandardInput`, which is then gathered whole before anything is done.
  static func split(
    _ inputs: [String], looksAtStandardInput: Bool
  ) -> (claims: [String], others: [String]) {
    let claims = Set(
      inputs.filter { path in
        path == "-" ? looksAtStandardInput && holdsClaims(StandardInput.head(1 << 16)) : holdsClaims(path)
      }
    ).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return (claims, inputs.filter { !claims.contains($0) })
  }

  static func bytes(_ path: String) throws(ClaimsError) -> [UInt8] {
    if path == "-" {
      do throws(InterchangeError) { return try StandardInput.bytes() } catch {
        throw ClaimsError(source: "standard input", line: 1, offset: 0, problem: error.reason)
      }
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ClaimsError(source: path, line: 1, offset: 0, problem: "the file cannot be read; check its permissions")
    }
    return Array(data)
  }

  /// Whether the first line begins like claims, which have `entities`, and not like a document, which has a `text`.
  private static func holdsClaims(_ path: String) -> Bool {
    (path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson")) && holdsClaims(head(of: path))
  }

  private static func holdsClaims(_ head: [UInt8]) -> Bool {
    guard head.first == UInt8(ascii: "{") else { return false }
    let line = String(decoding: head.prefix { $0 != 0x0A }, as: UTF8.self)
    // A quote inside a string has a backslash before it: these are names of members.
    return ["\"entities\":", "\"entities\" :"].contains(where: line.contains) && !line.contains("\"text\":")
  }

  /// The first 64 KiB; nothing of what is no file or cannot be read.
  private static func head(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }
}
