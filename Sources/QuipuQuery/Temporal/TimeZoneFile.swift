/// TZif files (RFC 9636): version 2 and later, whose second block has 64-bit times and whose footer holds a rule for the
/// time after; version 1 with its 32-bit times.
extension TimeZoneRules {
  /// Nil when the bytes are no sound TZif file, or one that counts leap seconds. Complexity: O(n).
  convenience init?(tzif bytes: [UInt8]) {
    guard let first = TZifBlock(bytes, at: 0, timeSize: 4) else { return nil }
    guard first.version >= 2 else {
      self.init(first, rule: nil)
      return
    }
    guard let second = TZifBlock(bytes, at: first.end, timeSize: 8),
      let footer = TimeZoneRules.footer(bytes[second.end...])
    else { return nil }
    let rule = POSIXTimeZone(footer)
    guard rule != nil || footer.isEmpty else { return nil }
    self.init(second, rule: rule)
  }

  private convenience init?(_ block: TZifBlock, rule: POSIXTimeZone?) {
    guard let offsets = block.offsets(), let initial = offsets.first, let changes = block.changes() else { return nil }
    var transitions: [Transition] = []
    var current = initial
    var last: Int?
    for (instant, type) in changes {
      guard type < offsets.count, last.map({ $0 < instant }) ?? true else { return nil }
      last = instant
      if offsets[type] != current {
        transitions.append(Transition(instant: instant, before: current, after: offsets[type]))
        current = offsets[type]
      }
    }
    self.init(transitions: transitions, initialOffset: initial, rule: rule, ruleStart: last ?? .min)
  }

  /// The text between the two line feeds at the end.
  private static func footer(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard bytes.first == 10, let end = bytes.dropFirst().firstIndex(of: 10) else { return nil }
    return bytes[bytes.startIndex + 1..<end]
  }
}

/// A header and the positions of the tables after it, all of which lie within the bytes.
private struct TZifBlock {
  /// 1 for the first version.
  let version: Int
  let end: Int
  private let bytes: [UInt8]
  private let start: Int
  private let timeSize: Int
  private let timeCount: Int
  private let typeCount: Int

  init?(_ bytes: [UInt8], at offset: Int, timeSize: Int) {
    let header = 44
    guard bytes.count - offset >= header, bytes[offset..<offset + 4].elementsEqual("TZif".utf8) else { return nil }
    func count(_ index: Int) -> Int { Int(UInt32(truncatingIfNeeded: bigEndian(bytes, offset + 20 + index * 4, 4))) }
    let (universal, standard, leap, times, types, characters) = (
      count(0), count(1), count(2), count(3), count(4), count(5)
    )
    version = bytes[offset + 4] == 0 ? 1 : Int(bytes[offset + 4]) - 48
    let size = times * (timeSize + 1) + types * 6 + characters + leap * (timeSize + 4) + standard + universal
    guard types >= 1, size <= bytes.count - offset - header else { return nil }
    // The first block of a newer file may count leap seconds for readers of that age only.
    guard leap == 0 || (timeSize == 4 && version >= 2) else { return nil }
    self.bytes = bytes
    self.timeSize = timeSize
    timeCount = times
    typeCount = types
    start = offset + header
    end = start + size
  }

  /// Seconds east of UTC of each local time type; nil when one is beyond 18 hours.
  func offsets() -> [Int]? {
    let table = start + timeCount * (timeSize + 1)
    let offsets = (0..<typeCount).map { bigEndian(bytes, table + $0 * 6, 4) }
    return offsets.allSatisfy { (-64_800...64_800).contains($0) } ? offsets : nil
  }

  /// Instants with the number of the type that begins there; nil when an instant is beyond every calendar.
  func changes() -> [(instant: Int, type: Int)]? {
    let types = start + timeCount * timeSize
    let changes = (0..<timeCount).map { i in
      (instant: bigEndian(bytes, start + i * timeSize, timeSize), type: Int(bytes[types + i]))
    }
    // Some writers open with a time before the Big Bang (-2^59), none go further.
    return changes.allSatisfy { $0.instant.magnitude <= 1 << 60 } ? changes : nil
  }
}

/// A signed number of `size` bytes, the most significant first. The bytes must be there.
private func bigEndian(_ bytes: [UInt8], _ position: Int, _ size: Int) -> Int {
  let bits = bytes[position..<position + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  let shift = UInt64(64 - size * 8)
  return Int(Int64(bitPattern: bits << shift) >> Int64(shift))
}
