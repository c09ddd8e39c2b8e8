/// Ends a query that runs too long, holds too much, or is no longer wanted.
final class RunControl {
  private let deadline: ContinuousClock.Instant?
  private let timeout: Double
  private let memoryLimit: Int
  private let isCancelled: (@Sendable () -> Bool)?
  @exclusivity(unchecked) private var ticks = 0
  private var held = 0

  init(_ options: QueryOptions) {
    timeout = options.timeout ?? 0
    deadline = options.timeout.map { ContinuousClock.now + .seconds($0) }
    memoryLimit = options.memoryLimit ?? .max
    isCancelled = options.isCancelled
  }

  /// To be called for every row or relationship looked at; looks at the clock once in 4,096 calls.
  @inline(__always)
  func tick() throws(QueryError) {
    ticks &+= 1
    if ticks & 0xFFF == 0 { try check() }
  }

  func check() throws(QueryError) {
    if isCancelled?() == true {
      throw QueryError(.limit, .runtime, "Cancelled", "the query was cancelled")
    }
    if let deadline, ContinuousClock.now >= deadline {
      throw QueryError(
        .limit, .runtime, "Timeout",
        "the query ran longer than \(timeout) s; make its patterns more specific, or allow more time")
    }
  }

  /// Takes so many bytes to hold rows.
  func hold(_ bytes: Int) throws(QueryError) {
    held += bytes
    guard held > memoryLimit else { return }
    throw RunControl.memoryError(memoryLimit)
  }

  static func memoryError(_ limit: Int) -> QueryError {
    QueryError(
      .limit, .runtime, "MemoryLimit",
      "the query needs more than \(limit) bytes to hold its rows; ask for fewer rows, or allow more memory")
  }

  func release(_ bytes: Int) { held -= bytes }
}
