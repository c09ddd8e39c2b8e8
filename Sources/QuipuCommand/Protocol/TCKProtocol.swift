import Quipu

/// The line protocol of openCypher's Technology Compatibility Kit: a request a line on standard input, an answer a line
/// on standard output. Every request has a new graph. An error of any kind is an answer, and the next line is read.
enum TCKProtocol {
  static func run() {
    while let line = readLine(strippingNewline: true) {
      guard !line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) else { continue }
      // Whoever asked has gone.
      guard (try? StandardOutput.write(answer(line) + [0x0A])) != nil else { return }
    }
  }

  /// The answer to one request, without a line feed.
  static func answer(_ line: String) -> [UInt8] {
    var answer = TCKAnswer()
    do throws(TCKFailure) {
      let request = try TCKRequest(line)
      answer.id = request.id
      try answer.run(request)
    } catch {
      answer.failure = error
    }
    return answer.bytes
  }
}

/// Why a request has no result, and which of its queries is to blame.
struct TCKFailure: Error {
  enum Stage: String { case setup, query, control }

  var stage: Stage
  var error: QueryError

  init(_ stage: Stage, _ error: QueryError) {
    self.stage = stage
    self.error = error
  }

  /// Of a request that is none; set-up errors never count as an expected one.
  init(request reason: String) {
    self.init(.setup, QueryError(.argument, .compile, "InvalidRequest", reason))
  }
}
