import CKernels

/// A trained part-of-speech tagger: each decision a sum of weights of hashed features (averaged perceptron, Collins
/// 2002), then the morphology where a part of speech has a choice.
///
/// It goes over a sentence from left to right and from right to left, each time with the tags that it has just given,
/// and decides by the sum of both. The features of words alone are summed up once.
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

  /// Memory for features and sums, one for each thread; allocates only when a sentence is longer than all before it.
  public final class Scratch {
    let features = UnsafeMutablePointer<UInt32>.allocate(capacity: WeightTable.maximumFeatures)
    /// Those of the next token, while the memory is asked for their weights.
    let nextFeatures = UnsafeMutablePointer<UInt32>.allocate(capacity: WeightTable.maximumFeatures)
    let sums = UnsafeMutablePointer<Int32>.allocate(capacity: 256)
    /// For each token the sums of the words alone, then those of everything.
    private(set) var words: UnsafeMutablePointer<Int32>
    private(set) var totals: UnsafeMutablePointer<Int32>
    private var capacity: Int

    public init() {
      capacity = 4096
      words = .allocate(capacity: capacity)
      totals = .allocate(capacity: capacity)
      features.initialize(repeating: 0, count: WeightTable.maximumFeatures)
      nextFeatures.initialize(repeating: 0, count: WeightTable.maximumFeatures)
      sums.initialize(repeating: 0, count: 256)
      words.initialize(repeating: 0, count: capacity)
      totals.initialize(repeating: 0, count: capacity)
    }

    deinit {
      features.deallocate()
      nextFeatures.deallocate()
      sums.deallocate()
      words.deallocate()
      totals.deallocate()
    }

    func reserve(_ count: Int) {
      guard count > capacity else { return }
      words.deallocate()
      totals.deallocate()
      capacity = 2 * count
      words = .allocate(capacity: capacity)
      totals = .allocate(capacity: capacity)
      words.initialize(repeating: 0, count: capacity)
      totals.initialize(repeating: 0, count: capacity)
    }
  }

  /// Tags one closed sentence: fills the slots `wordClass` and `tag` of its records.
  public func tag(_ records: TokenRecords, _ scratch: Scratch) {
    let (first, count, width) = (records.first, records.count, weights.sumCount)
    // A score writes `sumCount` numbers, some of them past a row of `columns`: rows are that wide.
    scratch.reserve(count * width)
    for i in 0..<count { classes.fill(&first[i]) }
    scoreWords(first, count, scratch)
    pass(first, from: 0, step: 1, count, scratch)
    pass(first, from: count - 1, step: -1, count, scratch)
    for i in 0..<count { first[i].tag = UInt32(best(scratch.totals + i * width, weights.columns)) + 1 }
    let verb = Int(PartOfSpeech.verb.rawValue)
    ClauseConstraints(first, count: count).apply { i in
      let totals = scratch.totals + i * width
      return totals[Int(first[i].partOfSpeech.rawValue)] &- totals[verb]
    }
    for i in 0..<count { decideMorphology(first + i, scratch) }
  }

  private func scoreWords(_ first: UnsafePointer<TokenRecord>, _ count: Int, _ scratch: Scratch) {
    guard count > 0 else { return }
    let width = weights.sumCount
    var (now, next) = (scratch.features, scratch.nextFeatures)
    var written = TaggerTemplates.writeWords(first, into: now)
    for i in 0..<count {
      var ahead = 0
      if i + 1 < count {
        ahead = TaggerTemplates.writeWords(first + i + 1, into: next)
        weights.prefetch(next, count: ahead)
      }
      weights.score(now, count: written, into: scratch.words + i * width)
      (scratch.totals + i * width).update(from: scratch.words + i * width, count: width)
      swap(&now, &next)
      written = ahead
    }
  }

  /// Goes over the sentence in one direction by its own tags and adds what they say to the totals. The weights of words
  /// are those of both directions, so tags count double on the way.
  private func pass(
    _ first: UnsafePointer<TokenRecord>, from start: Int, step: Int, _ count: Int, _ scratch: Scratch
  ) {
    let (width, columns, sums) = (weights.sumCount, weights.columns, scratch.sums)
    var (tag1, tag2): (UInt32, UInt32) = (0, 0)
    var i = start
    for _ in 0..<count {
      let features = TaggerTemplates.writeTags(first + i, step: step, tag1, tag2, into: scratch.features)
      weights.score(scratch.features, count: features, into: sums)
      let (words, totals) = (scratch.words + i * width, scratch.totals + i * width)
      for column in 0..<columns {
        totals[column] &+= sums[column]
        sums[column] = words[column] &+ 2 &* sums[column]
      }
      (tag1, tag2) = (UInt32(best(sums, columns)) + 1, tag1)
      i += step
    }
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
    quipu_first_largest(sums, nil, count)
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
