#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many times longer `body` computes for `large` than for `small`, each the quickest of three runs.
///
/// Counts the processor time of the calling thread, not the clock's: a test that waits for a core beside others must not
/// fail for it. `body` must be synchronous.
public func growth(from small: Int, to large: Int, of body: (Int) throws -> Void) rethrows -> Double {
  func quickest(_ size: Int) throws -> Double {
    var best = Double.infinity
    for _ in 0..<3 {
      let start = threadNanoseconds()
      try body(size)
      best = min(best, Double(threadNanoseconds() - start))
    }
    return max(best, 1)
  }
  return try quickest(large) / quickest(small)
}

/// The processor time that the calling thread has used, in nanoseconds.
public func threadNanoseconds() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
