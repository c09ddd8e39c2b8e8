/// One pass over bytes: where they are not UTF-8 (Unicode 15, table 3-7) and where they hold control characters.
///
/// Complexity: O(n), eight bytes at a time over ASCII text.
struct UTF8Scan {
  /// Sequences that are not UTF-8, each counted once per maximal subpart (Unicode 15, section 3.9).
  private(set) var broken = 0
  private(set) var firstBroken: Int?
  /// Of the broken ones, those that break off after at least one right continuation byte.
  private(set) var cutShort = 0
  /// Right sequences of two bytes or more.
  private(set) var multibyte = 0
  private(set) var firstNull: Int?
  /// Control characters that text has no use for: all but NUL, tab, line feed, vertical tab, form feed, return, escape.
  private(set) var controls = 0
  private(set) var firstControl: Int?

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { scan($0) }
  }

  private mutating func scan(_ bytes: UnsafeRawBufferPointer) {
    let count = bytes.count
    var i = 0
    while i < count {
      while i + 8 <= count {
        let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        // High bit set where a byte is not ASCII, or below 0x20 (borrows only ever add false alarms).
        let odd = (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080
        if odd != 0 { break }
        i += 8
      }
      let stop = min(i + 8, count)
      while i < stop { i += bytes[i] < 0x80 ? ascii(bytes[i], at: i) : sequence(in: bytes, at: i) }
    }
  }

  private mutating func ascii(_ byte: UInt8, at index: Int) -> Int {
    if byte >= 0x20 { return 1 }
    switch byte {
    case 0x09...0x0D, 0x1B: break
    case 0: if firstNull == nil { firstNull = index }
    default:
      controls += 1
      if firstControl == nil { firstControl = index }
    }
    return 1
  }

  /// Counts the sequence and returns its length, or that of its maximal subpart when it is broken.
  private mutating func sequence(in bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let (length, isRight) = UTF8Scan.sequence(in: bytes, at: index)
    if isRight {
      multibyte += 1
    } else {
      broken += 1
      if length > 1 { cutShort += 1 }
      if firstBroken == nil { firstBroken = index }
    }
    return length
  }

  /// The length of the right sequence or of the maximal subpart of a broken one.
  static func sequence(in bytes: UnsafeRawBufferPointer, at index: Int) -> (length: Int, isRight: Bool) {
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let needed: Int
    switch bytes[index] {
    case 0xC2...0xDF: needed = 2
    case 0xE0: (needed, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: needed = 3
    case 0xED: (needed, second) = (3, 0x80...0x9F)
    case 0xF0: (needed, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: needed = 4
    case 0xF4: (needed, second) = (4, 0x80...0x8F)
    default: return (1, false)
    }
    guard index + 1 < bytes.count, second.contains(bytes[index + 1]) else { return (1, false) }
    var length = 2
    while length < needed {
      guard index + length < bytes.count, bytes[index + length] & 0xC0 == 0x80 else { return (length, false) }
      length += 1
    }
    return (needed, true)
  }
}
