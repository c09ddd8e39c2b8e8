import QuipuInterchange
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C. While a query runs the first ends the query, a second one the process; while files are written it takes the
/// half-written ones away and ends the process.
enum Interrupt {
  private static let flag = Atomic<Bool>(false)
  /// Where a handler of signals tells the thread that cleans up; -1 while there is none.
  private static let pipeEnd = Atomic<Int32>(-1)

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

  /// From now on Ctrl-C, a hang-up and SIGTERM first take half-written files away. A handler may do next to nothing:
  /// it wakes a thread that does it.
  static func protectFiles() {
    var ends: [Int32] = [-1, -1]
    guard pipeEnd.load(ordering: .relaxed) < 0, pipe(&ends) == 0 else { return }
    pipeEnd.store(ends[1], ordering: .relaxed)
    guard startCleaner(reading: ends[0]) else { return }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Interrupt.pipeEnd.load(ordering: .relaxed), &byte, 1)
      }
      // As under nohup, which wants the signal to stay without effect.
      if let before, unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  private static func startCleaner(reading end: Int32) -> Bool {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    return pthread_create(
      &thread, nil,
      { argument in
        let end = Int32(Int(bitPattern: argument))
        var byte: UInt8 = 0
        while read(end, &byte, 1) < 0, errno == EINTR {}
        OutputFile.discardUnfinished()
        signal(Int32(byte), SIG_DFL)
        kill(getpid(), Int32(byte))
        return nil
      }, UnsafeMutableRawPointer(bitPattern: Int(end))) == 0
  }
}
