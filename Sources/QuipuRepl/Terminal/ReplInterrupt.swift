import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C while a query runs.
enum ReplInterrupt {
  private static let flag = Atomic<Bool>(false)

  static var isPending: Bool { flag.load(ordering: .relaxed) }

  /// Forgets what came before; from now on Ctrl-C sets the flag and does nothing else.
  static func watch() {
    flag.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in ReplInterrupt.flag.store(true, ordering: .relaxed) }
  }
}
