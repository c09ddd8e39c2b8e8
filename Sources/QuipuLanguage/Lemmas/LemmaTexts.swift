/// The lemmas of a document's tokens as text: one buffer of UTF-8 with the end of each.
public struct LemmaTexts: Sendable, Equatable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  public init() {}

  public var count: Int { ends.count }

  public mutating func reserve(tokens: Int, bytes count: Int) {
    ends.reserveCapacity(tokens)
    bytes.reserveCapacity(count)
  }

  /// The next token's lemma. At most 4 GiB in all.
  public mutating func append(_ lemma: [UInt8]) {
    bytes.append(contentsOf: lemma)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Lends the bytes of one lemma.
  public func withBytes<R>(of token: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    let start = token == 0 ? 0 : Int(ends[token - 1])
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[start..<Int(ends[token])]))
    }
  }

  public subscript(token: Int) -> String { withBytes(of: token) { String(decoding: $0, as: UTF8.self) } }
}
