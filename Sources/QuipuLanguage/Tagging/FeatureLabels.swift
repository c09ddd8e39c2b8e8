/// All morphological features of a token as CoNLL-U has them: those that the tagger decides and those that follow from
/// them and the form (PronType, Definite, NumType, Gender, …), by a table that is learnt from treebanks.
///
/// Reentrant. A view into a `ModelFile`, which it keeps.
public struct FeatureLabels: Sendable {
  /// The combinations ('Number=Sing|Person=3'); the first is '', for none.
  public let names: [String]
  private let map: HashedMap

  /// Reads the sections whose names begin with `tagger.features`.
  public init(_ file: ModelFile) throws(ModelError) {
    names = try file.strings("tagger.features")
    guard names.first == "", names.count < Int(HashedMap.absent) else {
      throw file.malformed("tagger.features", "does not begin with the empty combination, or has too many")
    }
    map = try HashedMap(file, "tagger.features.map", limit: names.count)
  }

  /// The number among `names` of the features of a token whose record holds its tag and morphology: by its form, or
  /// else its shape, or else its tag. Complexity: O(1), allocates nothing.
  @inline(__always)
  public func number(_ record: TokenRecord) -> UInt16 {
    for level in FeatureLabels.levels {
      let number = map.value(FeatureLabels.key(level, record))
      if number != HashedMap.absent { return number }
    }
    return 0
  }

  /// The features of a token as in CoNLL-U, '' for none.
  public func text(_ record: TokenRecord) -> String { names[Int(number(record))] }

  /// The number of what is looked up, the most particular first.
  public static let levels: ClosedRange<UInt64> = 0...2

  @inline(__always)
  public static func key(_ level: UInt64, _ record: TokenRecord) -> UInt64 {
    LemmaKey.key(level, level == 0 ? record.folded : level == 1 ? record.shape : 0, record.tag)
  }
}
