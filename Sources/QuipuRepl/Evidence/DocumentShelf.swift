import QuipuCore
import QuipuDocuments

/// The documents that a graph was built from, for whole sentences, titles and dates. Read when first asked for.
struct DocumentShelf {
  /// Of one document's text what evidence needs.
  struct Source {
    var title: String?
    var date: CivilDate?
    var scalars: [Unicode.Scalar]
  }

  private var paths: [String] = []
  private var sources: [String: Source]?

  init(_ paths: [String] = []) { self.paths = paths }

  /// The document of that id; nil when it is not among those named.
  mutating func document(_ id: String) -> Source? {
    if paths.isEmpty { return nil }
    if let sources { return sources[id] }
    var read: [String: Source] = [:]
    for case .document(let document, _, _) in DocumentReader(DocumentSource(paths)) {
      let scalars = Array(String(decoding: document.bytes, as: UTF8.self).unicodeScalars)
      read[document.id] = Source(title: document.title, date: document.date, scalars: scalars)
    }
    sources = read
    return read[id]
  }
}

extension DocumentShelf.Source {
  /// The text of a sentence on one line; nil where the document is too short to have it.
  func sentence(_ range: Range<Int>) -> String? {
    guard range.upperBound <= scalars.count, !range.isEmpty else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view).onOneLine
  }
}
