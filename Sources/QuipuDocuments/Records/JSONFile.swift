import FoundationEssentials

/// A `.json` file: one document, an array of them, or JSON Lines under another name.
enum JSONFile {
  /// An element of an array: decoded, or the reason why not, so that one bad element does not spoil the others.
  private struct Element: Decodable {
    var result: Result<Draft, any Error>

    init(from decoder: any Decoder) throws {
      result = Result { try JSONRecord(from: decoder).draft }
    }
  }

  static func drafts(
    _ decoder: TextDecoder, path: String, options: ReadingOptions
  ) throws(DocumentError) -> any DraftIterator {
    let bytes = decoder.bytes
    let start = UTF8Text.trimmed(bytes[...])
    if start.first == UInt8(ascii: "[") { return DraftList(try array(bytes, decoder.notes, path: path)) }
    let head = String(decoding: start.prefix(1 << 16), as: UTF8.self)
    if FormatSniffer.jsonFormat(of: head[...]) == .jsonLines {
      return JSONLines(LineReader(MemoryStream(bytes), path: path, limit: options.maximumTextSize), path: path)
    }
    var draft = try JSONRecord.decode(bytes, path: path, line: 1)
    draft.notes = decoder.notes + draft.notes
    return DraftList([.success(draft)])
  }

  private static func array(
    _ bytes: [UInt8], _ notes: [String], path: String
  ) throws(DocumentError) -> [Result<Draft, DocumentError>] {
    let elements: [Element]
    do {
      elements = try JSONRecord.withBorrowedData(bytes) { try JSONDecoder().decode([Element].self, from: $0) }
    } catch {
      throw JSONRecord.failure(error, bytes, path: path, line: 1)
    }
    let lines = JSONSyntax.elementLines(of: bytes)
    var results: [Result<Draft, DocumentError>] = []
    for (i, element) in elements.enumerated() {
      let line = i < lines.count ? lines[i] : 1
      switch element.result {
      case .success(var draft):
        draft.line = line
        draft.number = i + 1
        if i == 0 { draft.notes = notes + draft.notes }
        results.append(.success(draft))
      case .failure(let error): results.append(.failure(JSONRecord.failure(error, nil, path: path, line: line)))
      }
    }
    return results
  }
}
