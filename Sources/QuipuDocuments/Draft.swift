import QuipuCore

/// What a format's reader makes of one document, before the run gives it an id.
struct Draft: Equatable {
  /// As the input names it; nil when it does not.
  var id: String?
  var title: String?
  var date: CivilDate?
  var source: String?
  var bytes: [UInt8]
  var gold: GoldTokens?
  var notes: [String] = []
  /// 1-based line of a file with several documents where this one begins.
  var line: Int?
  /// Completes the input's id where a document of several has none of its own.
  var number: Int?

  init(title: String? = nil, date: CivilDate? = nil, bytes: [UInt8]) {
    self.title = title
    self.date = date
    self.bytes = bytes
  }
}

/// The documents of one input, one at a time; a failure stands for one document and does not end it.
protocol DraftIterator {
  mutating func next() -> Result<Draft, DocumentError>?
}

/// Drafts made beforehand.
struct DraftList: DraftIterator {
  private var items: [Result<Draft, DocumentError>]
  private var position = 0

  init(_ items: [Result<Draft, DocumentError>]) { self.items = items }

  mutating func next() -> Result<Draft, DocumentError>? {
    guard position < items.count else { return nil }
    defer { position += 1 }
    // Taken out rather than copied, so that a large text is not kept alive here.
    let item = items[position]
    items[position] = .success(Draft(bytes: []))
    return item
  }
}
