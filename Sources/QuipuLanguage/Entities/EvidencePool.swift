/// What all places where a form stands in a document say of it together: names are decided at each place, but what is
/// clear at one place helps at the others (as in Finkel, Grenager and Manning 2005, without sampling).
///
/// Of each capitalised form the scores of the classes, without what distinguishes the beginning of a name from its
/// rest, are summed up; each place then adds a part of the mean of the others to its own.
struct EvidencePool {
  private struct Entry {
    var key: UInt32 = 0
    var count: Int32 = 0
    var sum = SIMD16<Int32>.zero
  }

  /// What the mean of the other places counts beside a place's own score, in 1/256. Names of GUM's development set are
  /// found at F1 80 with 0, 81 with 1/2, 82 with 1, 82 with 3/2; in short documents it is of little matter.
  static let share: Int32 = 256

  private var table: [Entry] = Array(repeating: Entry(), count: 256)
  private var used = 0
  private let classes: Int

  init(classes: Int) { self.classes = classes }

  mutating func removeAll() {
    guard used > 0 else { return }
    for i in table.indices { table[i] = Entry() }
    used = 0
  }

  /// The key of a form that takes part; 0 for those that do not.
  static func key(_ token: UnsafePointer<TokenRecord>) -> UInt32 {
    token.pointee.flags.contains(.startsUpper) ? token.pointee.form | 1 : 0
  }

  /// Notes what a place says.
  mutating func add(_ key: UInt32, _ emission: SIMD16<Int32>) {
    if (used + 1) * 2 > table.count { grow() }
    let slot = slot(key)
    if table[slot].key == 0 {
      table[slot].key = key
      used += 1
    }
    table[slot].count += 1
    table[slot].sum &+= spread(emission)
  }

  /// The emission of a place with its part of what the others say. They count less while they are few.
  func pooled(_ key: UInt32, _ emission: SIMD16<Int32>) -> SIMD16<Int32> {
    let entry = table[slot(key)]
    guard entry.count > 1 else { return emission }
    let others = entry.sum &- spread(emission)
    var result = emission
    for lane in 1...2 * classes { result[lane] &+= others[lane] * EvidencePool.share / (entry.count * 256) }
    return result
  }

  /// The larger score of beginning and rest for both, all relative to that of no name.
  private func spread(_ emission: SIMD16<Int32>) -> SIMD16<Int32> {
    var result = SIMD16<Int32>.zero
    for c in 0..<classes {
      let score = max(emission[EntityLabels.begin(c)], emission[EntityLabels.inside(c)]) &- emission[0]
      result[EntityLabels.begin(c)] = score
      result[EntityLabels.inside(c)] = score
    }
    return result
  }

  private func slot(_ key: UInt32) -> Int {
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B1 >> 8) & mask
    while table[slot].key != 0 && table[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = table
    table = Array(repeating: Entry(), count: old.count * 2)
    for entry in old where entry.key != 0 { table[slot(entry.key)] = entry }
  }
}
