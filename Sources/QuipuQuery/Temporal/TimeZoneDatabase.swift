import QuipuGraph
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The offsets from UTC of named time zones, past and future: the IANA time zone database as the operating system has it.
public struct TimeZoneDatabase: Sendable {
  /// The operating system's, read when a zone is first asked for.
  public static let system = TimeZoneDatabase()

  /// Where zone files are looked for, in this order.
  public let directories: [String]
  private let cache = Cache()

  private final class Cache: Sendable {
    let rules = Mutex<[String: TimeZoneRules]>([:])
  }

  /// `TZDIR` of the environment, then the places where Linux distributions keep the database.
  public init() {
    var directories = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]
    if let own = getenv("TZDIR") { directories.insert(String(cString: own), at: 0) }
    self.init(directories: directories)
  }

  public init(directories: [String]) { self.directories = directories }

  /// The rules of a zone such as `Europe/Stockholm`; nil when no zone of this name is known or its file is damaged.
  /// Names go by exact case. Complexity: reads a file the first time, one look-up after that.
  public func rules(of name: String) -> TimeZoneRules? {
    if let known = cache.rules.withLock({ $0[name] }) { return known }
    guard TimeZoneDatabase.isZoneName(name), let rules = load(name) else { return nil }
    cache.rules.withLock { $0[name] = rules }
    return rules
  }

  private func load(_ name: String) -> TimeZoneRules? {
    // Without any database on the machine there is still UTC.
    if TimeZoneDatabase.namesOfUTC.contains(name) { return .utc }
    if let canonical = TimeZoneLinks.merged[name], let rules = read(canonical) { return rules }
    return read(name)
  }

  private func read(_ name: String) -> TimeZoneRules? {
    for directory in directories {
      guard let bytes = readFile("\(directory)/\(name)", limit: TimeZoneDatabase.largestFile) else { continue }
      if let rules = TimeZoneRules(tzif: bytes) { return rules }
    }
    return nil
  }

  /// In bytes; the database's own largest file has 3.6 KB.
  private static let largestFile = 1 << 20

  private static let namesOfUTC: Set<String> = [
    "UTC", "GMT", "Etc/UTC", "Etc/GMT", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu",
  ]

  /// Whether a text may be joined to a folder's path: letters, digits and `_+-` between slashes, so no way up or out.
  /// The folders `right` (which count leap seconds) and `posix` are no zones.
  static func isZoneName(_ name: String) -> Bool {
    guard name.utf8.count <= 64 else { return false }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, first != "right", first != "posix" else { return false }
    return parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy(isNameByte) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

/// A regular file's bytes; nil when it cannot be read or is larger than `limit` bytes.
private func readFile(_ path: String, limit: Int) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else { return nil }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 4096)
  while bytes.count <= limit {
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { return nil }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
  }
  return nil
}
