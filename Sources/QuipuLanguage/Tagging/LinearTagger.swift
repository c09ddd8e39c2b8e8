/// A trained part-of-speech tagger: one pass from left to right, each decision a sum of weights of hashed features
/// (averaged perceptron, Collins 2002), then the morphology where a part of speech has a choice.
///
/// Reentrant; takes scratch memory from its caller. Complexity: O(tokens).
public struct LinearTagger: Sendable {
  private let weights: WeightTable
  private let morphologyWeights: WeightTable
  private let classes: AmbiguityClasses
  public let morphology: MorphologyLabels

  /// Reads the sections whose names begin with `tagger.`.
  public init(_ file: ModelFile) throws(ModelError) {
    let codes = PartOfSpeech.allCases.map(\.code)
    guard try file.strings("tagger.labels") == codes else {
      throw file.malformed("tagger.labels", "is not the list of universal parts of speech")
    }
    weights = try file.weights("tagger.weights", columns: codes.count)
    classes = try AmbiguityClasses(file, "tagger.classes")
    morphology = try MorphologyLabels(file, "tagger.morphology")
    morphologyWeights = try file.weights("tagger.morphology.weights", columns: morphology.columns)
  }

  /// Memory for features and sums, one for each thread.
  public final class Scratch {
    let features = UnsafeMutablePointer<UInt32>.allocate(capacity: WeightTable.maximumFeatures)
    let sums = UnsafeMutablePointer<Int32>.allocate(capacity: 256)

    public init() {
      features.initialize(repeating: 0, count: WeightTable.maximumFeatures)
      sums.initialize(repeating: 0, count: 256)
    }

    deinit {
      features.deallocate()
      sums.deallocate()
    }
  }

  /// Tags one closed sentence: fills the slots `wordClass` and `tag` of its records.
  public func tag(_ records: TokenRecords, _ scratch: Scratch) {
    let first = records.first
    for i in 0..<records.count { classes.fill(&first[i]) }
    var (tag1, tag2): (UInt32, UInt32) = (0, 0)
    for i in 0..<records.count {
      let count = TaggerTemplates.write(first + i, tag1, tag2, into: scratch.features)
      weights.score(scratch.features, count: count, into: scratch.sums)
      let tag = UInt32(best(scratch.sums, weights.columns)) + 1
      first[i].tag = tag
      (tag1, tag2) = (tag, tag1)
    }
    for i in 0..<records.count { decideMorphology(first + i, scratch) }
  }

  private func decideMorphology(_ token: UnsafeMutablePointer<TokenRecord>, _ scratch: Scratch) {
    let choices = morphology.count(token.pointee.partOfSpeech)
    guard choices > 1 else { return }
    let count = MorphologyTemplates.write(token, into: scratch.features)
    morphologyWeights.score(scratch.features, count: count, into: scratch.sums)
    token.pointee.tag |= UInt32(best(scratch.sums, choices)) << 8
  }

  /// The first of the largest sums.
  @inline(__always)
  private func best(_ sums: UnsafePointer<Int32>, _ count: Int) -> Int {
    var best = 0
    for i in 1..<count where sums[i] > sums[best] { best = i }
    return best
  }
}

extension TokenRecord {
  /// The part of speech that is decided; `other` before that.
  @inlinable public var partOfSpeech: PartOfSpeech {
    PartOfSpeech(rawValue: UInt8(truncatingIfNeeded: tag & 0xFF) &- 1) ?? .other
  }

  /// The morphology that is decided, as a number among those of the part of speech (`MorphologyLabels`).
  @inlinable public var morphology: UInt8 { UInt8(truncatingIfNeeded: tag >> 8) }
}
