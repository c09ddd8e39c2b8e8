#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One line that is written over and over: a bar by bytes of text, the documents done, the seconds.
struct ProgressBar {
  /// Takes the line away and returns to its start.
  static let erasing = "\r\u{1B}[K"

  private let totalBytes: Int
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var documents = 0
  private var bytes = 0

  /// The total is the length of the files: text out of markup and gzip is shorter or longer, so the bar is a guess.
  /// Without a length, as of a pipe, there is no bar.
  init(paths: [String]) {
    totalBytes = paths.reduce(0) { sum, path in
      var status = stat()
      return sum + (stat(path, &status) == 0 ? Int(status.st_size) : 0)
    }
  }

  /// What to write, ten times a second at most.
  mutating func advance(documents: Int, bytes: Int) -> String? {
    self.documents += documents
    self.bytes += bytes
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100) { return nil }
    lastShown = now
    return ProgressBar.erasing + line(seconds: (now - start).components.seconds)
  }

  private func line(seconds: Int64) -> String {
    let counts = "\(documents) \(documents == 1 ? "document" : "documents"), \(seconds) s"
    guard totalBytes > 0 else { return counts }
    let width = 30
    let share = min(Double(bytes) / Double(totalBytes), 1)
    let filled = Int(share * Double(width))
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    return "[\(bar)] \(Int(share * 100))%  \(counts)"
  }
}
