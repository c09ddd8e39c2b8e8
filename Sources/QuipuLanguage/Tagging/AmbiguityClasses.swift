/// For words seen often in training: which set of tags they were seen with, as a number for `TokenRecord.wordClass`.
///
/// A tagger from left to right cannot know the tags to come; what the next words can be at all is the next best (as in
/// Giménez and Màrquez, SVMTool, 2004).
public struct AmbiguityClasses: Sendable {
  private let map: HashedMap

  /// Reads the sections `name.keys` and `name.values`.
  public init(_ file: ModelFile, _ name: String) throws(ModelError) {
    map = try HashedMap(file, name, limit: Int(HashedMap.absent))
  }

  /// Fills the slot of a record; 0 for words that are not known.
  @inline(__always)
  public func fill(_ record: inout TokenRecord) {
    record.wordClass = UInt32(map.value(AmbiguityClasses.key(record.folded)) &+ 1)
  }

  /// The key of a word by the hash of its folded form.
  public static func key(_ folded: UInt32) -> UInt64 { UInt64(folded) &* 0x9E37_79B9_7F4A_7C15 }
}
