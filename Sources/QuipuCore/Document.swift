/// A text to be read: valid UTF-8 bytes with what is known about where and when they come from.
///
/// Readers (module Documents) make it, Language analyses it; offsets everywhere are bytes into `bytes`, and become
/// Unicode scalar offsets only on output (`ScalarOffsets`).
public struct Document: Sendable, Equatable {
  /// Unique within a run; a file's name without its extension, or the `id` of a JSON line.
  public var id: String
  public var title: String?
  /// The day the text was written or published; anchors expressions such as 'on Tuesday'.
  public var date: CivilDate?
  /// Path or URI that the text was read from.
  public var source: String?
  /// The text: valid UTF-8 without a byte-order mark.
  public var bytes: [UInt8]

  public init(id: String, title: String? = nil, date: CivilDate? = nil, source: String? = nil, bytes: [UInt8]) {
    self.id = id
    self.title = title
    self.date = date
    self.source = source
    self.bytes = bytes
  }

  public init(id: String, title: String? = nil, date: CivilDate? = nil, source: String? = nil, text: String) {
    self.init(id: id, title: title, date: date, source: source, bytes: Array(text.utf8))
  }

  /// The text of a range, decoded. Complexity: O(length of the range).
  public func text(_ range: ByteRange) -> String {
    String(decoding: bytes[range.range], as: UTF8.self)
  }
}
