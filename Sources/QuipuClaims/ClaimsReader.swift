#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads claims from JSON Lines, one document a line: a document or what is wrong with its line.
///
/// A bad line does not stop those after it. Blank lines are passed over, unknown members ignored. What a line may leave
/// out: `sentences` (0), `sentence` (the evidence), `quote` and `rule` (empty), `sentenceText` (none), `confidence` (1), `polarity`
/// (`positive`), `modality` (`asserted`), and every list and object.
public struct ClaimsReader: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let source: String
  private let decoder = JSONDecoder()
  private var position = 0
  private var line = 0

  /// `source` stands for the bytes in errors.
  public init(_ bytes: [UInt8], source: String) {
    self.bytes = bytes
    self.source = source
  }

  /// All documents, or the first error. Complexity: O(n).
  public static func read(_ bytes: [UInt8], source: String) throws(ClaimsError) -> [DocumentClaims] {
    var documents: [DocumentClaims] = []
    for result in ClaimsReader(bytes, source: source) { documents.append(try result.get()) }
    return documents
  }

  public mutating func next() -> Result<DocumentClaims, ClaimsError>? {
    while position < bytes.count {
      let start = position
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      position = end + 1
      line += 1
      if bytes[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      return read(bytes[start..<end])
    }
    return nil
  }

  private func read(_ text: ArraySlice<UInt8>) -> Result<DocumentClaims, ClaimsError> {
    let wire: WireDocument
    do { wire = try decoder.decode(WireDocument.self, from: Data(text)) } catch {
      return .failure(explain(error, text))
    }
    do throws(WireProblem) { return .success(try DocumentClaims(wire)) } catch {
      return .failure(failure(text, path: error.path, error.problem))
    }
  }

  private func failure(_ text: ArraySlice<UInt8>, at offset: Int = 0, path: String = "", _ problem: String)
    -> ClaimsError
  {
    ClaimsError(source: source, line: line, offset: text.startIndex + offset, path: path, problem: problem)
  }

  private func explain(_ error: any Error, _ text: ArraySlice<UInt8>) -> ClaimsError {
    if let broken = JSONSyntax.failure(in: text) {
      return failure(text, at: broken.offset, "bad JSON: \(broken.problem)")
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      return failure(text, path: path(context.codingPath), "the member \"\(key.stringValue)\" is missing")
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      return failure(text, path: path(context.codingPath), "expected \(described(type))")
    default:
      return failure(text, "a value that cannot be read, such as a number out of range")
    }
  }

  private func path(_ keys: [any CodingKey]) -> String {
    keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += (path.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }

  private func described(_ type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Double.Type: "a number"
    case is any Collection.Type where !(type is any ExpressibleByDictionaryLiteral.Type): "a list"
    default: "an object"
    }
  }
}
