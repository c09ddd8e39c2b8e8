/// The records of one sentence, with `margin` outside records at either end so that templates look around unchecked.
///
/// Scratch memory: one for each thread, used for sentence after sentence; allocates only when a sentence is longer than
/// all before it. Not `Sendable` on purpose.
public final class TokenRecords {
  /// How far to the left and right of a sentence templates may look, in tokens.
  public static let margin = 3

  private var storage: UnsafeMutablePointer<TokenRecord>
  private var capacity: Int
  /// The folded forms of the sentence, and words in their place.
  private var folded: [UInt8] = []
  private var foldedRanges: [Range<Int>] = []
  public private(set) var count = 0

  public init(capacity: Int = 256) {
    self.capacity = capacity + 2 * TokenRecords.margin
    storage = .allocate(capacity: self.capacity)
    storage.initialize(repeating: .outside, count: self.capacity)
    folded.reserveCapacity(8 * capacity)
    foldedRanges.reserveCapacity(capacity)
  }

  deinit { storage.deallocate() }

  /// The sentence's first record: indexes from `-margin` to below `count + margin` may be read. Valid until the next
  /// `append` or `removeAll`.
  public var first: UnsafeMutablePointer<TokenRecord> { storage + TokenRecords.margin }

  public subscript(index: Int) -> TokenRecord {
    precondition(index >= 0 && index < count)
    return first[index]
  }

  public func removeAll() {
    count = 0
    folded.removeAll(keepingCapacity: true)
    foldedRanges.removeAll(keepingCapacity: true)
  }

  /// Adds a token by the bytes of its form. Complexity: O(bytes).
  public func append(_ form: UnsafeBufferPointer<UInt8>, isJoined: Bool) {
    if count + 1 + 2 * TokenRecords.margin > capacity { grow() }
    let record = first + count
    record.pointee = TokenRecord()
    let start = folded.count
    FormFolding.append(form, to: &folded)
    foldedRanges.append(start..<folded.count)
    record.pointee.form = FeatureHash.bytes(form)
    (record.pointee.shape, record.pointee.flags) = TokenRecords.shape(form)
    withFolded(count) { TokenRecords.hash($0, into: &record.pointee) }
    if isJoined { record.pointee.flags.insert(.isJoined) }
    count += 1
  }

  /// To be called after a sentence's last token: closes it with outside records and marks first token and shouting.
  public func close() {
    for i in 0..<TokenRecords.margin { first[count + i] = .outside }
    guard count > 0 else { return }
    first[0].flags.insert(.isFirst)
    var upper = 0
    for i in 0..<count {
      let flags = first[i].flags
      if flags.contains(.hasUpper) && !flags.contains(.isUpper) { return }
      if !flags.contains(.hasUpper) && !flags.contains(.isPunctuation) && !flags.contains(.hasDigit) { return }
      if flags.contains(.isUpper) { upper += 1 }
    }
    guard upper > 1 else { return }
    for i in 0..<count { first[i].flags.insert(.isShouted) }
  }

  /// Lends a token's folded form, or the word that was put in its place.
  public func withFolded<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    try folded.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[foldedRanges[index]])) }
  }

  /// Puts a folded word in the place of a token's form; shape and flags stay those of the form.
  func respell(_ index: Int, as word: UnsafeBufferPointer<UInt8>) {
    foldedRanges[index] = folded.count..<folded.count + word.count
    folded.append(contentsOf: word)
    first[index].form = FeatureHash.bytes(word)
    TokenRecords.hash(word, into: &first[index])
    first[index].flags.insert(.isRespelt)
  }

  private func grow() {
    let larger = UnsafeMutablePointer<TokenRecord>.allocate(capacity: capacity * 2)
    larger.initialize(repeating: .outside, count: capacity * 2)
    larger.update(from: storage, count: capacity)
    storage.deallocate()
    storage = larger
    capacity *= 2
  }
}

extension TokenRecords {
  /// Hashes, shape and flags of a form. `folded` is scratch, and holds the folded form afterwards.
  public static func read(_ form: UnsafeBufferPointer<UInt8>, into record: inout TokenRecord, folded: inout [UInt8]) {
    FormFolding.fold(form, into: &folded)
    record.form = FeatureHash.bytes(form)
    (record.shape, record.flags) = shape(form)
    folded.withUnsafeBufferPointer { hash($0, into: &record) }
  }

  @inline(__always)
  private static func hash(_ folded: UnsafeBufferPointer<UInt8>, into record: inout TokenRecord) {
    record.folded = FeatureHash.bytes(folded)
    record.prefix1 = hash(folded, prefix: 1)
    record.prefix2 = hash(folded, prefix: 2)
    record.prefix3 = hash(folded, prefix: 3)
    record.suffix1 = hash(folded, suffix: 1)
    record.suffix2 = hash(folded, suffix: 2)
    record.suffix3 = hash(folded, suffix: 3)
    record.suffix4 = hash(folded, suffix: 4)
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, prefix length: Int) -> UInt32 {
    FeatureHash.bytes(UnsafeBufferPointer(rebasing: bytes[..<min(length, bytes.count)]))
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, suffix length: Int) -> UInt32 {
    FeatureHash.bytes(UnsafeBufferPointer(rebasing: bytes[max(bytes.count - length, 0)...]))
  }

  private static func shape(_ form: UnsafeBufferPointer<UInt8>) -> (UInt32, TokenFlags) {
    var hash = FeatureHash.seed
    var flags: TokenFlags = []
    var (last, beforeLast): (UInt8, UInt8) = (0, 0)
    var (upper, letters, plain, at) = (0, 0, true, false)
    for byte in form {
      var sign = byte
      switch byte {
      case 0x41...0x5A: (sign, upper, letters) = (0x58, upper + 1, letters + 1)
      case 0x61...0x7A: (sign, letters) = (0x78, letters + 1)
      case 0x30...0x39:
        sign = 0x64
        flags.insert(.hasDigit)
      case 0x80...: (sign, plain) = (0x75, false)
      case 0x2D: flags.insert(.hasHyphen)
      case 0x2E:
        flags.insert(.hasPeriod)
        if at { flags.insert(.isAddress) }
      case 0x40 where letters > 0: at = true
      case 0x2F where last == 0x2F && beforeLast == 0x3A: flags.insert(.isAddress)
      default: break
      }
      if sign != last || sign != beforeLast { hash = FeatureHash.step(hash, sign) }
      (beforeLast, last) = (last, sign)
    }
    if upper > 0 { flags.insert(.hasUpper) }
    if upper > 0 && upper == letters { flags.insert(.isUpper) }
    if let first = form.first, first &- 0x41 < 26 { flags.insert(.startsUpper) }
    if letters == 0 && plain && !flags.contains(.hasDigit) { flags.insert(.isPunctuation) }
    return (FeatureHash.finish(hash), flags)
  }
}
