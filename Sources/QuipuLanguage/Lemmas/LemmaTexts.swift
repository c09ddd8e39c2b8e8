/// The lemmas of a document's tokens as text: one buffer of UTF-8 with the place of each in it.
public struct LemmaTexts: Sendable {
  private var bytes: [UInt8] = []
  private var places: [Place] = []

  private struct Place {
    var start, end: UInt32
  }

  public init() {}

  public var count: Int { places.count }

  public mutating func reserve(tokens: Int, bytes count: Int) {
    places.reserveCapacity(tokens)
    bytes.reserveCapacity(count)
  }

  /// The next token's lemma. At most 4 GiB in all.
  public mutating func append(_ lemma: [UInt8]) { places.append(place(of: lemma)) }

  /// Puts another lemma in the place of a token's. Complexity: O(bytes).
  mutating func replace(_ token: Int, by lemma: [UInt8]) { places[token] = place(of: lemma) }

  private mutating func place(of lemma: [UInt8]) -> Place {
    let start = UInt32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: lemma)
    return Place(start: start, end: UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Lends the bytes of one lemma.
  public func withBytes<R>(of token: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    let place = places[token]
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[Int(place.start)..<Int(place.end)]))
    }
  }

  public subscript(token: Int) -> String { withBytes(of: token) { String(decoding: $0, as: UTF8.self) } }
}

extension LemmaTexts: Equatable {
  public static func == (a: LemmaTexts, b: LemmaTexts) -> Bool {
    a.count == b.count
      && (0..<a.count).allSatisfy { t in
        a.withBytes(of: t) { x in b.withBytes(of: t) { x.elementsEqual($0) } }
      }
  }
}
