/// The state of the sentence before a possible boundary.
struct BoundaryState {
  /// The first token of the sentence and of the paragraph at hand.
  var sentence = 0
  var paragraph = 0
  /// Tokens of the sentence before, at most 63; 0 at a paragraph's beginning.
  var previousLength = 0
  /// Brackets opened and not closed in the sentence, at most 3.
  var depth = 0
  /// A quotation is open in the paragraph.
  var isQuoted = false
  /// The sentence has a word in small letters; a colon; final punctuation stands in the paragraph so far.
  var hasLower = false
  var hasColon = false
  var hasFinal = false
  /// Capitalized words in a row up to the boundary.
  var capitals = 0

  /// Takes in token `record`.
  @inline(__always)
  mutating func pass(_ record: BoundaryRecords.Record) {
    let kind = BoundaryClass(rawValue: record.kind) ?? .outside
    switch kind {
    case .lower: hasLower = true
    case .opening: depth = min(depth + 1, 3)
    case .closing: depth = max(depth - 1, 0)
    case .openingQuote: isQuoted = true
    case .closingQuote: isQuoted = false
    case .colon: hasColon = true
    case .fullStop, .question, .exclamation, .mixedFinal, .ellipsis: hasFinal = true
    default: break
    }
    capitals = kind == .capitalized || kind == .upper || kind == .initial ? min(capitals + 1, 7) : 0
  }

  mutating func close(at k: Int, startsParagraph: Bool) {
    previousLength = startsParagraph ? 0 : min(k - sentence, 63)
    sentence = k
    (depth, hasLower, hasColon, capitals) = (0, false, false, 0)
    if startsParagraph { (paragraph, isQuoted, hasFinal) = (k, false, false) }
  }
}

/// The features of a possible sentence boundary: hashes of what stands around it.
enum BoundaryTemplates {
  static let capacity = 48

  private struct Writer {
    let features: UnsafeMutablePointer<UInt32>
    var count = 0

    @inline(__always)
    mutating func add(_ value: UInt32) {
      features[count] = FeatureHash.mix(UInt32(truncatingIfNeeded: count + 1), value)
      count += 1
    }

    @inline(__always)
    mutating func add(_ a: UInt32, _ b: UInt32) { add(FeatureHash.mix(a, b)) }
  }

  /// Writes the features of the gap before token `k`, whose record is at `at`; gives their number. `document` says
  /// what the text is like as a whole, `lexicon` what the word tables say of an abbreviation before the gap.
  static func write(
    _ at: UnsafePointer<BoundaryRecords.Record>, _ state: BoundaryState, _ k: Int, _ records: BoundaryRecords,
    document: UInt32, rule: Bool, lexicon: UInt32, into features: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var writer = Writer(features: features)
    let (p1, p2, n1) = (at[-1], at[-2], at[0])
    let pair = UInt32(p1.kind) << 8 | UInt32(n1.kind) << 1 | (n1.isJoined ? 1 : 0)
    addWindow(at, pair, &writer)
    // What the sentence is like so far.
    let length = bucket(k - state.sentence)
    let start = (at - (k - state.sentence))[0]
    let reach = UInt32(n1.reach & 64) | bucket(Int(n1.reach & 63))
    writer.add(pair, length | reach << 8)
    writer.add(pair, length | 1 << 20)
    writer.add(pair, reach)
    writer.add(pair, UInt32(state.depth) | (state.isQuoted ? 8 : 0))
    writer.add(pair, start.form)
    writer.add(pair, UInt32(start.kind) | length << 8)
    let flags: UInt32 = (state.hasLower ? 1 : 0) | (state.hasColon ? 2 : 0) | (state.hasFinal ? 4 : 0)
    writer.add(pair, flags | UInt32(state.capitals) << 4)
    writer.add(pair, bucket(k - state.paragraph) | flags << 8)
    writer.add(pair, bucket(state.previousLength))
    // What the document is like.
    let isKnown = records.isSeenLower(n1.form)
    writer.add(pair, document | (isKnown ? 16 : 0))
    writer.add(pair, (isKnown ? 1 : 0) | flags << 1 | UInt32(min(state.capitals, 3)) << 4)
    // Abbreviations.
    writer.add(rule ? 1 : 0)
    writer.add(pair, rule ? 1 : 0)
    writer.add(pair, lexicon | UInt32(min(p1.length, 8)) << 8)
    writer.add(p1.ending, pair)
    writer.add(n1.ending, pair)
    writer.add(p2.form, pair)
    return writer.count
  }

  /// Kinds and forms of the tokens around.
  @inline(__always)
  private static func addWindow(
    _ at: UnsafePointer<BoundaryRecords.Record>, _ pair: UInt32, _ writer: inout Writer
  ) {
    let (p1, p2, n1, n2) = (at[-1], at[-2], at[0], at[1])
    let wide = pair << 16 | UInt32(p2.kind) << 8 | UInt32(n2.kind)
    writer.add(pair)
    writer.add(wide)
    writer.add(pair << 16 | UInt32(p2.kind) << 8 | UInt32(at[-3].kind))
    writer.add(pair << 16 | UInt32(n2.kind) << 8 | UInt32(at[2].kind))
    writer.add(wide, UInt32(at[-3].kind) << 8 | UInt32(at[2].kind))
    writer.add(p1.form, UInt32(n1.kind))
    writer.add(n1.form, UInt32(p1.kind) << 1 | (n1.isJoined ? 1 : 0))
    writer.add(p1.form, n1.form)
    writer.add(p2.form, p1.form)
    writer.add(n1.form, n2.form)
    writer.add(n1.form, UInt32(p1.kind) << 8 | UInt32(n2.kind))
    writer.add(p1.form, UInt32(n1.kind) << 8 | UInt32(n2.kind))
    writer.add(p1.form, UInt32(n1.kind) << 8 | UInt32(p2.kind) | 1 << 24)
    writer.add(n2.form, pair)
    writer.add(FeatureHash.mix(p2.form, p1.form), n1.form)
  }

  /// 0 to 6 as they are, then 7 for up to 9, 8 for up to 13, 9 to 20, 10 to 30, 11 to 45, 12 beyond.
  @inline(__always)
  private static func bucket(_ n: Int) -> UInt32 {
    if n < 7 { return UInt32(truncatingIfNeeded: max(n, 0)) }
    return n < 10 ? 7 : n < 14 ? 8 : n < 21 ? 9 : n < 31 ? 10 : n < 46 ? 11 : 12
  }
}
