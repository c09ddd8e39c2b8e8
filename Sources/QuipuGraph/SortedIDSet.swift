/// A set of 32-bit identifiers in ascending order: two levels of sorted arrays.
///
/// Complexity: O(1) to add at the end, O(log n + 1024) elsewhere and to remove; iteration is O(n).
public struct SortedIDSet<ID: RowIdentifier>: Sendable {
  /// Not empty, each of at most `chunkCapacity`, ascending within and from one to the next.
  @usableFromInline var chunks: [[UInt32]] = []
  public private(set) var count = 0

  static var chunkCapacity: Int { 1024 }

  public init() {}

  public var isEmpty: Bool { count == 0 }

  /// Complexity: O(log n).
  public func contains(_ id: ID) -> Bool {
    let c = chunk(for: id.rawValue)
    guard c < chunks.count else { return false }
    let i = chunks[c].lowerBound(of: id.rawValue)
    return i < chunks[c].count && chunks[c][i] == id.rawValue
  }

  /// False when it was there already.
  @discardableResult
  mutating func insert(_ id: ID) -> Bool {
    let value = id.rawValue
    let c = chunk(for: value)
    guard c < chunks.count else {
      append(value)
      return true
    }
    let i = chunks[c].lowerBound(of: value)
    if chunks[c][i] == value { return false }
    chunks[c].insert(value, at: i)
    count += 1
    if chunks[c].count > Self.chunkCapacity { split(c) }
    return true
  }

  /// False when it was not there.
  @discardableResult
  mutating func remove(_ id: ID) -> Bool {
    let c = chunk(for: id.rawValue)
    guard c < chunks.count else { return false }
    let i = chunks[c].lowerBound(of: id.rawValue)
    guard chunks[c][i] == id.rawValue else { return false }
    chunks[c].remove(at: i)
    count -= 1
    if chunks[c].isEmpty { chunks.remove(at: c) }
    return true
  }

  /// The first chunk whose last element is not below `value`.
  private func chunk(for value: UInt32) -> Int {
    guard let last = chunks.last?.last, value <= last else { return chunks.count }
    var low = 0
    var high = chunks.count - 1
    while low < high {
      let middle = (low + high) / 2
      if chunks[middle][chunks[middle].count - 1] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func append(_ value: UInt32) {
    count += 1
    if chunks.isEmpty || chunks[chunks.count - 1].count >= Self.chunkCapacity {
      chunks.append([value])
    } else {
      chunks[chunks.count - 1].append(value)
    }
  }

  private mutating func split(_ c: Int) {
    let half = chunks[c].count / 2
    chunks.insert(Array(chunks[c][half...]), at: c + 1)
    chunks[c].removeSubrange(half...)
  }

  /// Bytes of memory held, by capacity, with 32 bytes for each array's header.
  var memoryFootprint: Int {
    chunks.reduce(chunks.isEmpty ? 0 : 32 + 8 * chunks.capacity) { $0 + 32 + 4 * $1.capacity }
  }
}

extension SortedIDSet: Sequence {
  public struct Iterator: IteratorProtocol {
    @usableFromInline let chunks: [[UInt32]]
    @usableFromInline var current: [UInt32]
    @usableFromInline var nextChunk = 1
    @usableFromInline var position = 0

    @inlinable init(_ chunks: [[UInt32]]) {
      self.chunks = chunks
      current = chunks.first ?? []
    }

    @inlinable public mutating func next() -> ID? {
      if position >= current.count {
        guard nextChunk < chunks.count else { return nil }
        current = chunks[nextChunk]
        nextChunk += 1
        position = 0
      }
      defer { position += 1 }
      return ID(rawValue: current[position])
    }
  }

  @inlinable public func makeIterator() -> Iterator { Iterator(chunks) }
  public var underestimatedCount: Int { count }
}

extension [UInt32] {
  /// The first position whose element is not below `value`.
  func lowerBound(of value: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
