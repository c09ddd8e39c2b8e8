import Quipu

/// Works on one document after the other on several threads, and gives the results out in the order of reading.
///
/// Reading happens in the calling task, one document at a time; what is read and not yet given out is bounded in number
/// and in bytes, so that memory does not grow with the input.
struct DocumentPipeline<Output: Sendable>: Sendable {
  enum Outcome: Sendable {
    /// `textBytes` is the length of the text, for whoever counts.
    case done(Output, notes: [String], textBytes: Int)
    case failure(DocumentError)

    fileprivate var bytes: Int {
      if case .done(_, _, let count) = self { return count }
      return 0
    }
  }

  private struct Finished: Sendable {
    var index: Int
    var outcome: Outcome
  }

  private typealias Group = ThrowingTaskGroup<Finished, any Error>

  /// What is on its way.
  private struct Window {
    /// Done before its turn, by index.
    var waiting: [Int: Outcome] = [:]
    var started = 0
    var given = 0
    var running = 0
    /// Text of the documents that are worked on or wait.
    var bytes = 0
  }

  /// Documents worked on at once.
  let threads: Int
  /// Text in memory from which on no further document is read, in bytes; one document always is.
  var maximumBytes = 64 << 20
  /// What is done with a document and the tokens that it brought along.
  let work: @Sendable (Document, GoldTokens?) -> Output

  /// Stops at the first error that `body` throws.
  func run(_ reader: DocumentReader, _ body: (Outcome) throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Finished.self) { group in
      var window = Window()
      var hasMore = true
      while true {
        if hasMore { hasMore = fill(&window, from: reader, in: &group) }
        while let outcome = window.waiting.removeValue(forKey: window.given) {
          try body(outcome)
          window.bytes -= outcome.bytes
          window.given += 1
        }
        if window.running > 0, let finished = try await group.next() {
          window.running -= 1
          window.waiting[finished.index] = finished.outcome
        } else if !hasMore {
          return
        }
      }
    }
  }

  /// Reads and starts documents until enough are on their way; false at the end of the input.
  private func fill(_ window: inout Window, from reader: DocumentReader, in group: inout Group) -> Bool {
    while window.running < threads, window.started - window.given < threads * 4, window.bytes < maximumBytes {
      switch reader.next() {
      case nil: return false
      case .failure(let error): window.waiting[window.started] = .failure(error)
      case .document(let document, let gold, let notes):
        start(document, gold, notes, index: window.started, in: &group)
        window.running += 1
        window.bytes += document.bytes.count
      }
      window.started += 1
    }
    return true
  }

  private func start(
    _ document: Document, _ gold: GoldTokens?, _ notes: [String], index: Int, in group: inout Group
  ) {
    group.addTask { [work] in
      let outcome = Outcome.done(work(document, gold), notes: notes, textBytes: document.bytes.count)
      return Finished(index: index, outcome: outcome)
    }
  }
}
