import QuipuCore

/// CoNLL-U (universaldependencies.org/format): the text of each document, with its tokens and sentences.
///
/// Documents begin at `# newdoc`; a file without one is one document. Sentences follow each other after a space,
/// paragraphs (`# newpar`) after a blank line. Read line by line; one document is in memory at a time.
struct CoNLLU: DraftIterator {
  private var lines: LineReader
  private let path: String
  private var builder: CoNLLUBuilder
  /// Whether anything of the current document has been read.
  private var isInside = false
  private var number = 0
  private var failure: DocumentError?
  private var hasEnded = false

  init(_ lines: LineReader, path: String) {
    self.lines = lines
    self.path = path
    builder = CoNLLUBuilder(line: 1)
  }

  mutating func next() -> Result<Draft, DocumentError>? {
    guard !hasEnded else { return nil }
    while !hasEnded {
      do throws(DocumentError) {
        guard let raw = try lines.next() else { break }
        if let finished = read(raw) { return finished }
      } catch {
        failure = failure ?? error
        isInside = true
        // Only a line that is too long leaves something to go on with.
        hasEnded = !lines.isPassingOver
      }
    }
    hasEnded = true
    return finish(andBeginAt: 0)
  }

  /// A result when the line begins another document.
  private mutating func read(_ raw: [UInt8]) -> Result<Draft, DocumentError>? {
    var finished: Result<Draft, DocumentError>?
    if raw.starts(with: "# newdoc".utf8) {
      finished = finish(andBeginAt: lines.line)
      isInside = true
    } else if !UTF8Text.isBlank(raw) {
      isInside = true
    }
    guard failure == nil else { return finished }
    do throws(DocumentError) {
      let decoder = try TextDecoder(raw, path: path)
      for note in decoder.notes { builder.note("line \(lines.line): \(note)") }
      try builder.add(decoder.bytes, path: path, line: lines.line)
    } catch {
      failure = error
      failure?.line = lines.line
    }
    return finished
  }

  private mutating func finish(andBeginAt line: Int) -> Result<Draft, DocumentError>? {
    defer {
      builder = CoNLLUBuilder(line: line)
      failure = nil
      isInside = false
    }
    // Comments before the first `# newdoc` make no document.
    guard isInside, failure != nil || !builder.isEmpty || builder.hasHeader else { return nil }
    number += 1
    if let failure { return .failure(failure) }
    let isOnly = number == 1 && hasEnded
    return .success(builder.draft(number: isOnly ? nil : number))
  }
}
