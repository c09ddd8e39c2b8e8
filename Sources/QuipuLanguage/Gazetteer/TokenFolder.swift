import QuipuCore

/// A token of the text after folding: its number in the vocabulary and what was lost.
public struct FoldedToken: Sendable, Equatable {
  /// The id in the folder's vocabulary; `FoldedToken.unknown` when the word is not in it.
  public var id: UInt32
  /// The token holds a capital letter.
  public var hasCapital: Bool

  /// No id: the word is in no phrase.
  public static let unknown = UInt32.max

  @inlinable public init(id: UInt32, hasCapital: Bool) {
    self.id = id
    self.hasCapital = hasCapital
  }
}

/// Folds tokens (lower case, Latin diacritics stripped, the period of an abbreviation dropped) and looks them up in a
/// vocabulary, each token of a text once, however many matchers ask.
public struct TokenFolder: Sendable {
  public internal(set) var vocabulary: StringInterner

  public init(vocabulary: StringInterner = StringInterner()) { self.vocabulary = vocabulary }

  /// The folded tokens of a text, one each. Complexity: O(bytes).
  public func fold(_ tokens: [Token], text: UnsafeBufferPointer<UInt8>) -> [FoldedToken] {
    var folded: [FoldedToken] = []
    folded.reserveCapacity(tokens.count)
    var scratch: [UInt8] = []
    for token in tokens {
      let range = TokenFolder.core(of: token, text)
      if TokenFolder.isLowerASCII(text, range) {
        let id = vocabulary.find(UnsafeBufferPointer(rebasing: text[range])) ?? FoldedToken.unknown
        folded.append(FoldedToken(id: id, hasCapital: false))
        continue
      }
      scratch.removeAll(keepingCapacity: true)
      let hasCapital = CaseFolding.fold(text, range, into: &scratch)
      let id = scratch.withUnsafeBufferPointer { vocabulary.find($0) } ?? FoldedToken.unknown
      folded.append(FoldedToken(id: id, hasCapital: hasCapital))
    }
    return folded
  }

  /// Folds one token and adds it to the vocabulary when it is new.
  mutating func intern(_ token: Token, text: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]) -> FoldedToken {
    scratch.removeAll(keepingCapacity: true)
    let hasCapital = CaseFolding.fold(text, TokenFolder.core(of: token, text), into: &scratch)
    let id = scratch.withUnsafeBufferPointer { vocabulary.intern($0) }
    return FoldedToken(id: id, hasCapital: hasCapital)
  }

  /// The token's bytes without the period of an abbreviation: 'Inc.' is looked up as 'Inc', so that both spellings of a
  /// name are one.
  @inline(__always)
  static func core(of token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let range = token.range.range
    let isAbbreviated = token.kind == .word && range.count > 1 && text[range.upperBound - 1] == 0x2E
    return isAbbreviated ? range.lowerBound..<range.upperBound - 1 : range
  }

  /// Nothing to fold: no capital, no byte outside ASCII, no back-tick.
  @inline(__always)
  private static func isLowerASCII(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range where text[i] >= 0x80 || text[i] &- 0x41 < 26 || text[i] == 0x60 { return false }
    return true
  }
}
