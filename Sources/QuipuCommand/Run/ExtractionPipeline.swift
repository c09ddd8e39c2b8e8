import Quipu

/// Extracts the claims of one document after the other on several threads, and gives them out in the order of reading.
///
/// Reading happens in the calling task, one document at a time; what is read and not yet given out is bounded in number
/// and in bytes, so that memory does not grow with the input.
struct ExtractionPipeline {
  enum Outcome: Sendable {
    /// `textBytes` is the length of the text, for whoever counts.
    case claims(DocumentClaims, notes: [String], textBytes: Int)
    case failure(DocumentError)
  }

  private struct Finished: Sendable {
    var index: Int
    var outcome: Outcome
    var bytes: Int
  }

  let extractor: Extractor
  /// Documents worked on at once.
  let threads: Int
  /// Text in memory from which on no further document is read, in bytes; one document always is.
  var maximumBytes = 64 << 20

  /// Stops at the first error that `body` throws.
  func run(_ reader: DocumentReader, _ body: (Outcome) throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Finished.self) { group in
      var waiting: [Int: Outcome] = [:]
      var (started, given, running, bytes) = (0, 0, 0, 0)
      var hasMore = true
      while true {
        while hasMore, running < threads, started - given < threads * 4, bytes < maximumBytes {
          switch reader.next() {
          case nil: hasMore = false
          case .failure(let error): waiting[started] = .failure(error)
          case .document(let document, _, let notes):
            start(document, notes, index: started, in: &group)
            running += 1
            bytes += document.bytes.count
          }
          if hasMore { started += 1 }
        }
        while let outcome = waiting.removeValue(forKey: given) {
          try body(outcome)
          given += 1
        }
        if running > 0, let finished = try await group.next() {
          running -= 1
          bytes -= finished.bytes
          waiting[finished.index] = finished.outcome
        } else if !hasMore, waiting.isEmpty {
          return
        }
      }
    }
  }

  private func start(
    _ document: Document, _ notes: [String], index: Int, in group: inout ThrowingTaskGroup<Finished, any Error>
  ) {
    group.addTask { [extractor] in
      let claims = extractor.extract(document)
      let count = document.bytes.count
      return Finished(index: index, outcome: .claims(claims, notes: notes, textBytes: count), bytes: count)
    }
  }
}
