/// A half-open range of byte offsets, `start..<end`, into a document's UTF-8 text.
///
/// Offsets are 32 bits wide: a document is at most 4 GiB, and annotations by the million stay small.
public struct ByteRange: Hashable, Sendable {
  public var start: UInt32
  public var end: UInt32

  @inlinable public init(_ start: UInt32, _ end: UInt32) {
    self.start = start
    self.end = end
  }

  @inlinable public init(_ range: Range<Int>) {
    self.init(UInt32(range.lowerBound), UInt32(range.upperBound))
  }

  /// The same range with platform-sized bounds, for slicing.
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
  @inlinable public var count: Int { Int(end) - Int(start) }
  @inlinable public var isEmpty: Bool { start >= end }

  @inlinable public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
  @inlinable public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  /// The smallest range that holds both.
  @inlinable public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(start, other.start), max(end, other.end))
  }
}

extension ByteRange: Comparable {
  /// Earlier start first; of two with one start, the longer first (so that containers precede their contents).
  @inlinable public static func < (a: ByteRange, b: ByteRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
