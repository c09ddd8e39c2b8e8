/// Writes annotated documents in one format, one after the other. Reentrant: documents may be written on any thread and
/// put together in their order.
public protocol AnnotationWriting: Sendable {
  /// What stands before the first document.
  var opening: [UInt8] { get }
  /// What stands behind the last one.
  var closing: [UInt8] { get }

  /// Appends one document.
  func write(_ annotated: AnnotatedDocument, into output: inout [UInt8])
}

extension AnnotationWriting {
  public var opening: [UInt8] { [] }
  public var closing: [UInt8] { [] }
}

/// The formats of annotations.
public enum AnnotationFormat: String, Sendable, CaseIterable {
  case conllu, jsonl, html

  /// By the extension of a file's name; nil for another one.
  public init?(path: String) {
    let extensions: [(String, AnnotationFormat)] = [
      (".conllu", .conllu), (".jsonl", .jsonl), (".ndjson", .jsonl), (".html", .html), (".htm", .html),
    ]
    guard let known = extensions.first(where: { path.hasSuffix($0.0) }) else { return nil }
    self = known.1
  }
}
