/// What a token's surroundings tell that no single neighbour does: the run of capitalised words that it stands in, and
/// what the rest of the document says of its form.
public struct EntityContext: Sendable, Equatable {
  /// Folded forms before, at the beginning, at the end of and after the run; 0 outside of runs.
  public var before: UInt32 = 0
  public var first: UInt32 = 0
  public var last: UInt32 = 0
  public var after: UInt32 = 0
  /// Length of the run (up to 7) and place in it.
  public var position: UInt32 = 0
  /// `DocumentMemory` bits of the other places where the form stands.
  public var memory: UInt32 = 0

  @inlinable public init() {}
}

/// Finds runs of capitalised words, joined by hyphens and by 'of', 'for', '&' between them.
public enum CapitalRuns {
  private static let joints: [UInt32] = ["-", "&", "of", "for", "'", "de", "and", "the"].map { FeatureHash.word($0) }

  /// Fills all fields but `memory`. Complexity: O(tokens).
  static func fill(
    _ records: UnsafePointer<TokenRecord>, count: Int, into contexts: UnsafeMutablePointer<EntityContext>
  ) {
    var i = 0
    while i < count {
      contexts[i] = EntityContext()
      guard isCapital(records[i]) else {
        i += 1
        continue
      }
      var end = i + 1
      while end < count {
        if isCapital(records[end]) {
          end += 1
        } else if end + 1 < count, isCapital(records[end + 1]), isJoint(records[end]) {
          end += 2
        } else {
          break
        }
      }
      for k in i..<end {
        contexts[k] = EntityContext()
        contexts[k].before = records[i - 1].folded
        contexts[k].first = records[i].folded
        contexts[k].last = records[end - 1].folded
        contexts[k].after = records[end].folded
        contexts[k].position = UInt32(min(end - i, 7)) << 3 | (k == i ? 1 : 0) | (k == end - 1 ? 2 : 0)
      }
      i = end
    }
  }

  @inline(__always)
  private static func isCapital(_ record: TokenRecord) -> Bool { record.flags.contains(.startsUpper) }

  /// Only hyphens, '&' and 'of': 'and', 'for' and commas part more names than they join.
  @inline(__always)
  private static func isJoint(_ record: TokenRecord) -> Bool {
    record.folded == joints[0] || record.folded == joints[1] || record.folded == joints[2]
  }
}
