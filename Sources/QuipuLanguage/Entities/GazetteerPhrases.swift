/// Kinds of known names. As bits of `TokenRecord.gazetteer`: where a name begins in the lower half, where it goes on in
/// the upper one.
public enum GazetteerKind: UInt32, CaseIterable, Sendable {
  case country, region, city, feature, facility, organization, company, media, university, demonym, sports, person,
    product, event, group, work

  public var bit: UInt32 { 1 << rawValue }
}

/// Known names of several kinds as hashes of their folded words: needs nothing but the model file.
///
/// A phrase is the chain of its tokens' hashes; every beginning of a phrase is in the map too, so that a search stops
/// at
/// the first word that leads nowhere. A view into a `ModelFile`, which it keeps.
public struct GazetteerPhrases: Sendable {
  /// Bit of a value: longer phrases begin like this.
  public static let goesOn: UInt32 = 1 << 31
  /// Longer names are not kept, so that a search is O(1).
  public static let maximumLength = 8

  private let map: HashedMap
  private nonisolated(unsafe) let sets: UnsafeBufferPointer<UInt32>
  private let file: ModelFile

  /// Reads the sections `name.keys`, `name.values`, `name.sets`.
  public init(_ file: ModelFile, _ name: String) throws(ModelError) {
    sets = try file.integers(name + ".sets")
    map = try HashedMap(file, name, limit: sets.count)
    self.file = file
  }

  /// The hash of no word, from which chains begin.
  public static let start: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of a phrase that is longer by a word, by the hash of its folded form.
  @inlinable public static func extend(_ phrase: UInt64, by folded: UInt32) -> UInt64 {
    var x = (phrase ^ UInt64(folded)) &* 0xBF58_476D_1CE4_E5B9
    x ^= x >> 29
    return x &* 0x94D0_49BB_1331_11EB
  }

  /// Marks the longest known names of a sentence that begin with a capital. Complexity: O(tokens).
  public func mark(_ first: UnsafeMutablePointer<TokenRecord>, count: Int) {
    var i = 0
    while i < count {
      guard !first[i].flags.contains(.isPunctuation) else {
        i += 1
        continue
      }
      let (length, kinds) = longest(first + i, limit: min(count - i, GazetteerPhrases.maximumLength))
      if length > 0 {
        first[i].gazetteer |= kinds
        for k in 1..<max(length, 1) { first[i + k].gazetteer |= kinds << 16 }
      }
      i += max(length, 1)
    }
  }

  /// The tokens and kinds of the longest name that begins at a token; 0 when there is none.
  private func longest(_ token: UnsafePointer<TokenRecord>, limit: Int) -> (length: Int, kinds: UInt32) {
    var (length, kinds): (Int, UInt32) = (0, 0)
    var phrase = GazetteerPhrases.start
    for k in 0..<limit {
      phrase = GazetteerPhrases.extend(phrase, by: token[k].folded)
      let number = map.value(phrase)
      guard number != HashedMap.absent else { break }
      let set = sets[Int(number)]
      if set & 0xFFFF != 0 { (length, kinds) = (k + 1, set & 0xFFFF) }
      if set & GazetteerPhrases.goesOn == 0 { break }
    }
    return (length, kinds)
  }
}
