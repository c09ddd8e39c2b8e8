import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C while a query runs: the first ends the query, a second one the process.
enum Interrupt {
  private static let flag = Atomic<Bool>(false)

  /// Whether Ctrl-C was pressed since the last `watch`.
  static var isPending: Bool { flag.load(ordering: .relaxed) }

  /// From now on Ctrl-C sets the flag.
  static func watch() {
    flag.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interrupt.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Gives Ctrl-C its usual meaning back.
  static func unwatch() { signal(SIGINT, SIG_DFL) }
}
