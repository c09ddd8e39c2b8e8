/// A read-only map from the 32-bit hashes of word forms to small numbers, as three sections of a model file, in four
/// bytes an entry and four a bucket (`FormIndex`). A view into a `ModelFile`, which it keeps.
public struct FormTable: Sendable {
  private let index: FormIndex
  // A view into the file, which is read only: safe to share.
  private nonisolated(unsafe) let values: UnsafeBufferPointer<UInt16>

  /// Reads the sections `name.buckets`, `name.keys` and `name.values`; no value may be `limit` or more.
  public init(_ file: ModelFile, _ name: String, limit: Int) throws(ModelError) {
    index = try FormIndex(file, name)
    values = try file.integers(name + ".values")
    guard values.count == index.count else {
      throw file.malformed(name + ".values", "has \(values.count) rows for \(index.count) keys")
    }
    if let value = values.first(where: { Int($0) >= limit }) {
      throw file.malformed(name + ".values", "has the value \(value), and only \(limit) are known")
    }
  }

  /// The value of a form by its hash; nil when it is not there. Complexity: O(1) expected.
  @inline(__always)
  public func value(_ hash: UInt32) -> UInt16? { index.place(hash).map { values[$0] } }
}

extension ModelFileBuilder {
  /// Adds a `FormTable`. Later entries of a form are left out; the order of the entries is of no matter otherwise.
  public mutating func add(_ name: String, forms entries: [(hash: UInt32, value: UInt16)]) {
    let order = add(name, index: entries.map(\.hash))
    add(name + ".values", integers: order.map { entries[$0].value })
  }
}
