import QuipuCore

/// What the sentence model asks of the tokens of one document, computed once: 16 bytes a token, and a set of the words
/// that the document writes in lower case.
///
/// Scratch memory: one for each thread, used for document after document; allocates only when a document is longer than
/// all before it. Not `Sendable` on purpose.
public final class BoundaryRecords {
  struct Record {
    /// Hash of the form with ASCII letters in lower case.
    var form: UInt32 = 0
    /// Hash of the first letters' shape and the last two bytes, for words that are rare.
    var ending: UInt32 = 0
    var kind: UInt8 = 0
    /// Bytes, at most 255.
    var length: UInt8 = 0
    /// Tokens to the next final punctuation or, when that comes before, the end of the paragraph: at most 63, and 64
    /// when it is final punctuation.
    var reach: UInt8 = 0
    var isJoined = false
    /// Line breaks before the token: 0, 1, or 2 for a blank line.
    var breaks: UInt8 = 0
  }

  /// How far templates look around.
  static let margin = 4

  private(set) var storage: [Record] = []
  /// A bit for each hash of a word in lower case. Not an array: every look at one would be checked for exclusive access.
  private let lowerCased = UnsafeMutablePointer<UInt64>.allocate(capacity: 256)
  private(set) var count = 0
  /// How informal the document is: final punctuation before small letters, in eighths of all (0 to 8).
  private(set) var informality: UInt32 = 0
  /// Whether it has addresses with '@' or in angle brackets: mail.
  private(set) var hasAddresses = false
  let features = UnsafeMutablePointer<UInt32>.allocate(capacity: BoundaryTemplates.capacity)

  public init() {
    lowerCased.initialize(repeating: 0, count: 256)
    features.initialize(repeating: 0, count: BoundaryTemplates.capacity)
  }

  deinit {
    lowerCased.deallocate()
    features.deallocate()
  }

  /// Complexity: O(tokens + bytes).
  func fill(_ tokens: [Token], in text: UnsafeBufferPointer<UInt8>, layout: LineLayout) {
    count = tokens.count
    let needed = count + 2 * BoundaryRecords.margin
    if storage.count < needed {
      storage = [Record](repeating: Record(), count: max(needed, 2 * storage.count))
    }
    lowerCased.update(repeating: 0, count: 256)
    storage.withUnsafeMutableBufferPointer { records in
      for i in 0..<BoundaryRecords.margin {
        records[i] = Record()
        records[count + BoundaryRecords.margin + i] = Record()
      }
      read(tokens, text, layout, records)
      measureReach(records)
    }
  }

  /// Gives the record of token 0; as many as `margin` lie before it and behind the last.
  func withStorage(_ body: (UnsafePointer<Record>) -> Void) {
    storage.withUnsafeBufferPointer { records in
      guard let base = records.baseAddress else { return }
      body(base + BoundaryRecords.margin)
    }
  }

  private func read(
    _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>, _ layout: LineLayout,
    _ records: UnsafeMutableBufferPointer<Record>
  ) {
    var (finals, lowerAfter) = (0, 0)
    var hasAddresses = false
    let count = self.count
    var wasFinal = false
    for k in 0..<count {
      let token = tokens[k]
      let kind = BoundaryClass(token, in: text, nextIsJoined: k + 1 < count && tokens[k + 1].isJoined)
      let range = token.range.range
      var record = Record()
      record.kind = kind.rawValue
      record.length = UInt8(min(range.count, 255))
      record.isJoined = token.isJoined
      record.breaks = k > 0 && !token.isJoined ? UInt8(layout.lineBreaks(before: k)) : 0
      (record.form, record.ending) = hashes(range, text, kind)
      if kind == .lower { insertLower(record.form) }
      if kind == .link && text[range.lowerBound..<range.upperBound].contains(0x40) { hasAddresses = true }
      if wasFinal && record.breaks < 2 {
        finals += 1
        if kind == .lower { lowerAfter += 1 }
      }
      wasFinal = kind.isFinal
      records[k + BoundaryRecords.margin] = record
    }
    self.hasAddresses = hasAddresses
    informality = finals == 0 ? 0 : UInt32(8 * lowerAfter / finals)
  }

  private func hashes(
    _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ kind: BoundaryClass
  ) -> (UInt32, UInt32) {
    // Long tokens are told apart by their first bytes; numbers by their length only.
    if kind == .integer || kind == .number || kind == .link {
      let hash = FeatureHash.mix(UInt32(kind.rawValue) &+ 1, UInt32(min(range.count, 12)))
      return (hash, hash)
    }
    var hash = FeatureHash.seed
    for i in range.lowerBound..<min(range.upperBound, range.lowerBound + 24) {
      let byte = text[i]
      hash = FeatureHash.step(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    let last = UInt32(text[range.upperBound - 1] | 0x20)
    let beforeLast = range.count > 1 ? UInt32(text[range.upperBound - 2] | 0x20) : 0
    return (FeatureHash.finish(hash), last << 16 | beforeLast << 8 | UInt32(kind.rawValue))
  }

  private func measureReach(_ records: UnsafeMutableBufferPointer<Record>) {
    var reach: UInt8 = 0
    var isFinal = false
    for k in stride(from: count - 1, through: 0, by: -1) {
      let i = k + BoundaryRecords.margin
      if records[i].kind >= BoundaryClass.fullStop.rawValue && records[i].kind <= BoundaryClass.ellipsis.rawValue {
        (reach, isFinal) = (0, true)
      }
      records[i].reach = reach | (isFinal ? 64 : 0)
      if records[i].breaks > 1 { (reach, isFinal) = (0, false) } else { reach = min(reach + 1, 63) }
    }
  }

  // MARK: Words in lower case

  private func insertLower(_ hash: UInt32) { lowerCased[Int(hash >> 6 & 255)] |= 1 << UInt64(hash & 63) }

  /// Whether the document writes a word in lower case somewhere (or, rarely, another of the same hash).
  func isSeenLower(_ hash: UInt32) -> Bool { lowerCased[Int(hash >> 6 & 255)] >> UInt64(hash & 63) & 1 == 1 }
}
