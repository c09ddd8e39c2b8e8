@preconcurrency import Glibc

/// Bytes of physical memory that the process holds now (`/proc/self/statm`); 0 where the system has no such file.
func residentBytes() -> Int {
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var buffer = [CChar](repeating: 0, count: 256)
  guard fgets(&buffer, 255, file) != nil else { return 0 }
  let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  let fields = text.split(separator: " ")
  return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
}

/// The most physical memory that the process held at any time, in bytes.
func peakResidentBytes() -> Int {
  var usage = rusage()
  return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss * 1024 : 0
}

/// Seconds since it was made: on the wall clock, and those that the processor worked for this process.
struct Stopwatch {
  private let start = ContinuousClock.now
  private let startTicks = clock()

  var processorSeconds: Double { Double(clock() - startTicks) / Double(CLOCKS_PER_SEC) }

  var seconds: Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}

func complain(_ line: String) { fputs(line + "\n", stderr) }

func exitProcess(_ status: Int32) -> Never { exit(status) }
