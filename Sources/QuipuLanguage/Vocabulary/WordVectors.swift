/// What a word's vector is, in seven bytes: a cluster of words that are used alike, and codes of how the vector differs
/// from the middle of that cluster.
///
/// The cluster has eleven bits, of which the first seven and nine are larger clusters. Of the codes each says what is
/// left by those before it (residual vector quantization; Juang and Gray 1982). What they stand for is told by the
/// section `vocabulary.vectors.centroids`, for training. No cluster and no code of a word that has a vector is 0.
/// Beside them stands a type: whether the word alone, with a capital, names people, organisations or places.
public struct WordCode: Sendable, Hashable {
  /// Bits 0 to 10: cluster; 11 to 15: type; from bit 16 on: codes, eight bits each.
  public var bits: UInt64

  @inlinable public init(bits: UInt64 = 0) { self.bits = bits }

  /// Numbers of clusters are below this.
  public static let clusterCount = 1 << 11
  public static let codeCount = 5
  /// Numbers of types are below this.
  public static let typeCount = 1 << 5

  /// `cluster` below `clusterCount`, `codeCount` codes; of type 0.
  public init(cluster: UInt16, codes: [UInt8]) {
    precondition(cluster < WordCode.clusterCount && codes.count == WordCode.codeCount)
    bits = UInt64(cluster)
    for (k, code) in codes.enumerated() { bits |= UInt64(code) << (16 + 8 * UInt64(k)) }
  }

  /// A word without a vector.
  public static let none = WordCode()

  /// The numbers of the clusters, none of which is 0; 0 for words without a vector.
  @inlinable public var fine: UInt32 { UInt32(truncatingIfNeeded: bits & 0x7FF) }
  @inlinable public var middle: UInt32 { fine >> 2 }
  @inlinable public var coarse: UInt32 { fine >> 4 }

  /// Words of a type are as likely to be names of people, of organisations and of places; 0 where nothing is known.
  @inlinable public var type: UInt32 { UInt32(truncatingIfNeeded: bits >> 11 & 0x1F) }

  /// The same of another type, below `typeCount`.
  public func with(type: UInt8) -> WordCode {
    precondition(type < WordCode.typeCount)
    return WordCode(bits: bits & ~(0x1F << 11) | UInt64(type) << 11)
  }

  /// The code of a stage, from 0 on.
  @inlinable public func code(_ stage: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: bits >> (16 + 8 * UInt64(stage)) & 0xFF)
  }
}

/// The codes of words, by the hashes of their folded forms: nine bytes a word. A view into a `ModelFile`, which it
/// keeps.
struct WordVectors: Sendable {
  private static let width = 2 + WordCode.codeCount
  private let index: FormIndex
  // A view into the file, which is read only: safe to share.
  private nonisolated(unsafe) let rows: UnsafeBufferPointer<UInt8>

  /// Reads the sections `name.buckets`, `name.keys` and `name.codes`.
  init(_ file: ModelFile, _ name: String) throws(ModelError) {
    index = try FormIndex(file, name)
    rows = try file.integers(name + ".codes")
    guard rows.count == index.count * WordVectors.width else {
      throw file.malformed(name + ".codes", "has \(rows.count) bytes for \(index.count) words")
    }
  }

  /// Complexity: O(1) expected.
  @inline(__always)
  func code(_ hash: UInt32) -> WordCode {
    guard let place = index.place(hash) else { return .none }
    let row = place * WordVectors.width
    var bits: UInt64 = 0
    for k in 0..<WordCode.codeCount { bits = bits << 8 | UInt64(rows[row + 1 + WordCode.codeCount - k]) }
    return WordCode(bits: bits << 16 | UInt64(rows[row]) | UInt64(rows[row + 1]) << 8)
  }

  static func bytes(of code: WordCode) -> [UInt8] {
    let numbers = [UInt8(truncatingIfNeeded: code.bits), UInt8(truncatingIfNeeded: code.bits >> 8)]
    return numbers + (0..<WordCode.codeCount).map { UInt8(truncatingIfNeeded: code.code($0)) }
  }
}

extension ModelFileBuilder {
  /// Adds what `WordVectors` reads.
  public mutating func addVectors(_ words: [(hash: UInt32, code: WordCode)]) {
    let order = add("vocabulary.vectors", index: words.map(\.hash))
    let codes = order.flatMap { WordVectors.bytes(of: words[$0].code) }
    add("vocabulary.vectors.codes", integers: codes, columns: 2 + WordCode.codeCount)
  }
}
