/// The places of word forms in a table, by their 32-bit hashes, as two sections of a model file: two bytes a form and
/// four a bucket.
///
/// The hash's upper bits choose a bucket, of which sixteen more are compared: with eight forms a bucket one form in
/// 8,000 that is not in the table is taken for one that is. A view into a `ModelFile`, which it keeps.
struct FormIndex: Sendable {
  // Views into the file, which is read only: safe to share.
  private nonisolated(unsafe) let buckets: UnsafeBufferPointer<UInt32>
  private nonisolated(unsafe) let keys: UnsafeBufferPointer<UInt16>
  private let bits: UInt32
  private let file: ModelFile

  /// Forms in the table.
  var count: Int { keys.count }

  /// Reads the sections `name.buckets` and `name.keys`.
  init(_ file: ModelFile, _ name: String) throws(ModelError) {
    buckets = try file.integers(name + ".buckets")
    keys = try file.integers(name + ".keys")
    self.file = file
    let count = buckets.count - 1
    guard count > 0, count & (count - 1) == 0, count <= 1 << FormIndex.largestBits else {
      throw file.malformed(name + ".buckets", "has \(buckets.count) rows, not one more than a power of two")
    }
    bits = UInt32(count.trailingZeroBitCount)
    guard buckets[0] == 0, Int(buckets[count]) == keys.count,
      (0..<count).allSatisfy({ buckets[$0] <= buckets[$0 + 1] })
    else { throw file.malformed(name + ".buckets", "does not divide the keys") }
  }

  /// The place of a form by its hash; nil when it is not there. Complexity: O(1) expected.
  @inline(__always)
  func place(_ hash: UInt32) -> Int? {
    let (bucket, key) = FormIndex.split(hash, bits: bits)
    var i = Int(buckets[bucket])
    let end = Int(buckets[bucket + 1])
    while i < end {
      if keys[i] == key { return i }
      i += 1
    }
    return nil
  }

  static let largestBits = 16

  @inline(__always)
  static func split(_ hash: UInt32, bits: UInt32) -> (bucket: Int, key: UInt16) {
    let spread = hash &* 0x9E37_79B1
    // A shift by 32, of a single bucket, gives 0.
    return (Int(spread >> (32 - bits)), UInt16(truncatingIfNeeded: (spread << bits) >> 16))
  }
}

extension ModelFileBuilder {
  /// Adds a `FormIndex` of forms by their hashes. Returns which of them stands at each place: later ones of a form are
  /// left out.
  mutating func add(_ name: String, index hashes: [UInt32]) -> [Int] {
    var bits: UInt32 = 0
    while bits < FormIndex.largestBits, hashes.count > 8 << Int(bits) { bits += 1 }
    var buckets = [[(key: UInt16, number: Int)]](repeating: [], count: 1 << Int(bits))
    for (number, hash) in hashes.enumerated() {
      let (bucket, key) = FormIndex.split(hash, bits: bits)
      if !buckets[bucket].contains(where: { $0.key == key }) { buckets[bucket].append((key, number)) }
    }
    var starts: [UInt32] = [0]
    for i in buckets.indices {
      buckets[i].sort { $0.key < $1.key }
      starts.append(starts[i] + UInt32(buckets[i].count))
    }
    add(name + ".buckets", integers: starts)
    add(name + ".keys", integers: buckets.flatMap { $0.map(\.key) })
    return buckets.flatMap { $0.map(\.number) }
  }
}
