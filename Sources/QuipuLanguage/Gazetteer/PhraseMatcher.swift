import QuipuCore

/// How much of a phrase's letter case the text must show.
public enum CaseRule: UInt8, Sendable {
  /// The same letters with the same case and diacritics, token by token: abbreviations ('US' is not 'us').
  case exact
  /// A capital letter in every token in which the phrase has one ('Turkey' is found in 'TURKEY', not in 'turkey').
  case capitalized
  /// Any case.
  case insensitive
}

/// A phrase found in a text.
public struct PhraseMatch: Sendable, Equatable {
  /// Half-open range of token indexes.
  public var tokens: Range<Int>
  /// What the phrase was added with, in the order of addition; never empty.
  public var payloads: ArraySlice<UInt32>
}

/// Finds the phrases of a gazetteer in a text: leftmost-longest, not overlapping, over folded tokens.
///
/// A trie over token ids; its transitions lie in one open-addressing table keyed by (state, token), those of the root
/// in a row indexed by token. There are no failure links: phrases hold at most `maximumLength` tokens, so a search from
/// each token costs at most that many look-ups, and the whole is O(tokens) with that bound as the factor (most tokens
/// start no phrase and cost one read). Building is O(bytes of the phrases) without a pass over the automaton.
public struct PhraseMatcher: Sendable {
  /// The longest phrase, in tokens.
  public static let maximumLength = 64

  public let folder: TokenFolder
  let trie: PhraseTrie
  /// `entries[entryStarts[s]..<entryStarts[s + 1]]` are those of the phrases that end in state s.
  let entryStarts: [UInt32]
  let entries: [PhraseEntry]
  /// The tokens of the `.exact` phrases, each ended by a zero byte.
  let exactBytes: [UInt8]

  /// The phrases in the tokens of a text. Complexity: O(bytes of the tokens).
  public func matches(in tokens: [Token], text: UnsafeBufferPointer<UInt8>) -> [PhraseMatch] {
    matches(folder.fold(tokens, text: text), of: tokens, text: text, in: tokens.indices)
  }

  /// The phrases that lie whole in `range` (token indexes, for example a sentence), given the text's tokens as
  /// folded by this matcher's `folder` or one whose vocabulary extends it.
  public func matches(
    _ folded: [FoldedToken], of tokens: [Token], text: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) -> [PhraseMatch] {
    var found: [(tokens: Range<Int>, payloads: Range<Int>)] = []
    var payloads: [UInt32] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let start = trie.start(folded[i].id)
      guard start != 0, let hit = longest(from: i, start, folded, tokens, text, range.upperBound) else {
        i += 1
        continue
      }
      let first = payloads.count
      for entry in entries(of: hit.state) where holds(entry, i, hit.end, folded, tokens, text) {
        payloads.append(entry.payload)
      }
      found.append((i..<hit.end, first..<payloads.count))
      i = hit.end
    }
    return found.map { PhraseMatch(tokens: $0.tokens, payloads: payloads[$0.payloads]) }
  }

  /// The longest phrase from token `i` on whose case rule holds.
  private func longest(
    from i: Int, _ start: UInt32, _ folded: [FoldedToken], _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>,
    _ limit: Int
  ) -> (state: UInt32, end: Int)? {
    var best: (state: UInt32, end: Int)?
    var state = start
    var end = i + 1
    while true {
      let candidates = entries(of: state)
      if !candidates.isEmpty, candidates.contains(where: { holds($0, i, end, folded, tokens, text) }) {
        best = (state, end)
      }
      guard end < limit else { return best }
      state = trie.next(state, folded[end].id)
      guard state != 0 else { return best }
      end += 1
    }
  }

  @inline(__always)
  private func entries(of state: UInt32) -> ArraySlice<PhraseEntry> {
    entries[Int(entryStarts[Int(state)])..<Int(entryStarts[Int(state) + 1])]
  }

  /// Whether the tokens `start..<end` satisfy the entry's case rule.
  private func holds(
    _ entry: PhraseEntry, _ start: Int, _ end: Int, _ folded: [FoldedToken], _ tokens: [Token],
    _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch entry.rule {
    case .insensitive: return true
    case .capitalized:
      var capitals = entry.capitals
      while capitals != 0 {
        guard folded[start + capitals.trailingZeroBitCount].hasCapital else { return false }
        capitals &= capitals - 1
      }
      return true
    case .exact:
      var position = Int(entry.exactStart)
      for k in start..<end {
        for j in TokenFolder.core(of: tokens[k], text) {
          guard exactBytes[position] == text[j] else { return false }
          position += 1
        }
        guard exactBytes[position] == 0 else { return false }
        position += 1
      }
      return true
    }
  }
}

/// A phrase at the state it ends in.
struct PhraseEntry: Sendable {
  var payload: UInt32
  /// Where its bytes start in `exactBytes`, for `.exact`.
  var exactStart: UInt32
  /// Bit k: token k of the phrase has a capital.
  var capitals: UInt64
  var rule: CaseRule
}
