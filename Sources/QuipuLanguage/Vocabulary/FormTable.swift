/// A read-only map from the 32-bit hashes of word forms to small numbers, as three sections of a model file, in four
/// bytes an entry and four a bucket.
///
/// The hash's upper bits choose a bucket, of which sixteen more are compared: with eight entries a bucket one form in
/// 8,000 that is not in the map is taken for one that is. A view into a `ModelFile`, which it keeps.
public struct FormTable: Sendable {
  // Views into the file, which is read only: safe to share.
  private nonisolated(unsafe) let buckets: UnsafeBufferPointer<UInt32>
  private nonisolated(unsafe) let keys: UnsafeBufferPointer<UInt16>
  private nonisolated(unsafe) let values: UnsafeBufferPointer<UInt16>
  private let bits: UInt32
  private let file: ModelFile

  /// Reads the sections `name.buckets`, `name.keys` and `name.values`; no value may be `limit` or more.
  public init(_ file: ModelFile, _ name: String, limit: Int) throws(ModelError) {
    buckets = try file.integers(name + ".buckets")
    keys = try file.integers(name + ".keys")
    values = try file.integers(name + ".values")
    self.file = file
    let count = buckets.count - 1
    guard count > 0, count & (count - 1) == 0, count <= 1 << FormTable.largestBits else {
      throw file.malformed(name + ".buckets", "has \(buckets.count) rows, not one more than a power of two")
    }
    bits = UInt32(count.trailingZeroBitCount)
    guard keys.count == values.count, buckets[0] == 0, Int(buckets[count]) == keys.count,
      (0..<count).allSatisfy({ buckets[$0] <= buckets[$0 + 1] })
    else { throw file.malformed(name + ".buckets", "does not divide the keys and values") }
    if let value = values.first(where: { Int($0) >= limit }) {
      throw file.malformed(name + ".values", "has the value \(value), and only \(limit) are known")
    }
  }

  /// The value of a form by its hash; nil when it is not there. Complexity: O(1) expected.
  @inline(__always)
  public func value(_ hash: UInt32) -> UInt16? {
    let (bucket, key) = FormTable.place(hash, bits: bits)
    var i = Int(buckets[bucket])
    let end = Int(buckets[bucket + 1])
    while i < end {
      if keys[i] == key { return values[i] }
      i += 1
    }
    return nil
  }

  static let largestBits = 16

  @inline(__always)
  static func place(_ hash: UInt32, bits: UInt32) -> (bucket: Int, key: UInt16) {
    let spread = hash &* 0x9E37_79B1
    // A shift by 32, of a single bucket, gives 0.
    return (Int(spread >> (32 - bits)), UInt16(truncatingIfNeeded: (spread << bits) >> 16))
  }
}

extension ModelFileBuilder {
  /// Adds a `FormTable`. Later entries of a form are left out; the order of the entries is of no matter otherwise.
  public mutating func add(_ name: String, forms entries: [(hash: UInt32, value: UInt16)]) {
    var bits: UInt32 = 0
    while bits < FormTable.largestBits, entries.count > 8 << Int(bits) { bits += 1 }
    var buckets = [[(key: UInt16, value: UInt16)]](repeating: [], count: 1 << Int(bits))
    for (hash, value) in entries {
      let (bucket, key) = FormTable.place(hash, bits: bits)
      if !buckets[bucket].contains(where: { $0.key == key }) { buckets[bucket].append((key, value)) }
    }
    var starts: [UInt32] = [0]
    for i in buckets.indices {
      buckets[i].sort { $0.key < $1.key }
      starts.append(starts[i] + UInt32(buckets[i].count))
    }
    add(name + ".buckets", integers: starts)
    add(name + ".keys", integers: buckets.flatMap { $0.map(\.key) })
    add(name + ".values", integers: buckets.flatMap { $0.map(\.value) })
  }
}
