import FoundationEssentials
import QuipuCore

/// One document of JSON: `{"id", "text", "title"?, "date"?, "source"?}`; other members are left alone.
struct JSONRecord: Decodable {
  var draft: Draft

  private enum CodingKeys: String, CodingKey { case id, text, title, date, source }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    draft = Draft(bytes: Array(try members.decode(String.self, forKey: .text).utf8))
    draft.id = try JSONRecord.identifier(members)
    draft.title = try members.decodeIfPresent(String.self, forKey: .title).flatMap(UTF8Text.cleaned)
    draft.source = try members.decodeIfPresent(String.self, forKey: .source)
    if let text = try members.decodeIfPresent(String.self, forKey: .date) {
      draft.date = DateText.field(text)
      if draft.date == nil, UTF8Text.cleaned(text) != nil {
        draft.notes.append("the date '\(text)' was not understood")
      }
    }
    if draft.date == nil { draft.date = DateLine.date(in: draft.bytes) }
  }

  /// A string or an integer; an empty one counts as missing.
  private static func identifier(_ members: KeyedDecodingContainer<CodingKeys>) throws -> String? {
    if let number = try? members.decodeIfPresent(Int.self, forKey: .id) { return String(number) }
    let id = try members.decodeIfPresent(String.self, forKey: .id)
    return id == "" ? nil : id
  }

  /// Decodes one value; `line` is where it begins, and 1 when the bytes are the whole file.
  static func decode(_ bytes: [UInt8], path: String, line: Int) throws(DocumentError) -> Draft {
    do {
      return try withBorrowedData(bytes) { try JSONDecoder().decode(JSONRecord.self, from: $0).draft }
    } catch {
      throw failure(error, bytes, path: path, line: line)
    }
  }

  /// The bytes as Foundation's data, without a copy, for the time of the call.
  static func withBorrowedData<Result>(_ bytes: [UInt8], _ body: (Data) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, buffer.count > 0 else { return try body(Data()) }
      return try body(
        Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: base), count: buffer.count, deallocator: .none))
    }
  }

  /// The decoder's error in our words: a syntax error with its place, or the member that is wrong.
  static func failure(_ error: any Error, _ bytes: [UInt8]?, path: String, line: Int) -> DocumentError {
    if let bytes, let fault = JSONSyntax.firstFault(in: bytes) {
      let place = JSONSyntax.place(of: fault.offset, in: bytes)
      return DocumentError(
        .malformed, path: path, line: line + place.line - 1, column: place.column,
        reason: "is no JSON: \(fault.reason)",
        advice: "correct the JSON")
    }
    return DocumentError(
      .malformed, path: path, line: line, reason: reason(error),
      advice: "write an object with \"id\" and \"text\" as strings")
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "cannot be decoded" }
    switch error {
    case .keyNotFound(let key, _): return "the member \"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      guard let key = context.codingPath.last(where: { $0.intValue == nil }) else { return "the value is no object" }
      return "the member \"\(key.stringValue)\" has the wrong type"
    default: return "holds a value that cannot be decoded (a lone surrogate, or too deep nesting)"
    }
  }
}

/// JSON Lines (jsonlines.org): one document a line, read line by line; blank lines are passed over.
struct JSONLines: DraftIterator {
  private var lines: LineReader
  private let path: String
  private var hasEnded = false

  init(_ lines: LineReader, path: String) {
    self.lines = lines
    self.path = path
  }

  mutating func next() -> Result<Draft, DocumentError>? {
    guard !hasEnded else { return nil }
    do throws(DocumentError) {
      while let line = try lines.next() {
        if UTF8Text.isBlank(line) { continue }
        return decode(line)
      }
    } catch {
      hasEnded = !lines.isPassingOver
      return .failure(error)
    }
    hasEnded = true
    return nil
  }

  private func decode(_ line: [UInt8]) -> Result<Draft, DocumentError> {
    do throws(DocumentError) {
      let decoder = try TextDecoder(line, path: path)
      if UTF8Text.isBlank(decoder.bytes) { return .failure(empty()) }
      var draft = try JSONRecord.decode(decoder.bytes, path: path, line: lines.line)
      draft.line = lines.line
      draft.number = lines.line
      draft.notes = decoder.notes + draft.notes
      return .success(draft)
    } catch {
      var located = error
      located.line = located.line ?? lines.line
      located.byteOffset = located.byteOffset.map { $0 + lines.lineOffset }
      return .failure(located)
    }
  }

  private func empty() -> DocumentError {
    DocumentError(.noText, path: path, line: lines.line, reason: "holds no text", advice: "remove the line")
  }
}
