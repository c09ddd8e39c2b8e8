import QuipuCore

extension PhraseMatcher {
  /// Collects phrases and builds the matcher.
  public struct Builder: Sendable {
    private let tokenizer: RuleTokenizer
    private var folder: TokenFolder
    private var trie: PhraseTrie
    /// The state each entry ends in, beside the entry.
    private var states: [UInt32] = []
    private var entries: [PhraseEntry] = []
    private var exactBytes: [UInt8] = []
    private var scratch: [UInt8] = []

    /// - Parameters:
    ///   - folder: give the folder of another matcher to share its vocabulary: a text folded by this builder's matcher
    ///     then serves both.
    ///   - expectedPhrases: how many phrases to make room for.
    public init(
      tokenizer: RuleTokenizer = RuleTokenizer(), folder: TokenFolder = TokenFolder(), expectedPhrases: Int = 0
    ) {
      self.tokenizer = tokenizer
      self.folder = folder
      trie = PhraseTrie(expectedEdges: expectedPhrases)
      if folder.vocabulary.count == 0 && expectedPhrases > 0 {
        self.folder = TokenFolder(vocabulary: StringInterner(minimumCapacity: expectedPhrases))
      }
      states.reserveCapacity(expectedPhrases)
      entries.reserveCapacity(expectedPhrases)
    }

    /// Adds a phrase. A phrase added twice keeps both payloads, in the order of addition.
    ///
    /// - Returns: false when the phrase has no token or more than `maximumLength`: it is left out.
    @discardableResult
    public mutating func add(_ phrase: UnsafeBufferPointer<UInt8>, payload: UInt32, matching rule: CaseRule) -> Bool {
      let tokens = tokenizer.tokenize(phrase)
      guard !tokens.isEmpty && tokens.count <= PhraseMatcher.maximumLength else { return false }
      var entry = PhraseEntry(payload: payload, exactStart: UInt32(exactBytes.count), capitals: 0, rule: rule)
      var state: UInt32 = 0
      for (k, token) in tokens.enumerated() {
        let folded = folder.intern(token, text: phrase, scratch: &scratch)
        if folded.hasCapital { entry.capitals |= 1 << UInt64(k) }
        state = k == 0 ? trie.insertStart(folded.id) : trie.insert(state, folded.id)
        guard rule == .exact else { continue }
        exactBytes.append(contentsOf: phrase[TokenFolder.core(of: token, phrase)])
        exactBytes.append(0)
      }
      states.append(state)
      entries.append(entry)
      return true
    }

    /// Adds a phrase given as a string.
    @discardableResult
    public mutating func add(_ phrase: String, payload: UInt32, matching rule: CaseRule) -> Bool {
      var phrase = phrase
      return phrase.withUTF8 { add($0, payload: payload, matching: rule) }
    }

    /// The matcher of the phrases added so far. Complexity: O(states + phrases), a counting sort.
    public func build() -> PhraseMatcher {
      var starts = [UInt32](repeating: 0, count: Int(trie.stateCount) + 1)
      for state in states { starts[Int(state) + 1] += 1 }
      for s in 1..<starts.count { starts[s] += starts[s - 1] }
      var places = starts
      var sorted = entries
      for (entry, state) in zip(entries, states) {
        sorted[Int(places[Int(state)])] = entry
        places[Int(state)] += 1
      }
      return PhraseMatcher(folder: folder, trie: trie, entryStarts: starts, entries: sorted, exactBytes: exactBytes)
    }
  }
}
