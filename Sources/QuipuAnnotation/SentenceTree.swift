import QuipuLanguage

/// The dependency tree of one sentence by its own word numbers, made sure to be one.
///
/// What the analysis gives is taken as it is when it is a tree. Otherwise (nothing was parsed, or a head lies outside)
/// the words without a head hang on the first of them, by the relation `dep`, and cycles are cut at their first word.
struct SentenceTree {
  /// 1-based number of each word's head, 0 at the root.
  private(set) var heads: [Int]
  private(set) var relations: [DependencyRelation]

  /// Complexity: O(tokens of the sentence).
  init(_ analysis: Analysis, _ sentence: Sentence) {
    let tokens = sentence.tokens
    heads = tokens.map { token in
      let head = Int(analysis.heads[token])
      return tokens.contains(head) && head != token ? head - tokens.lowerBound + 1 : 0
    }
    relations = tokens.map { analysis.relations[$0] }
    guard !heads.isEmpty else { return }
    cutCycles()
    joinRoots()
  }

  /// The 0-based index of the root.
  var root: Int { heads.firstIndex(of: 0) ?? 0 }

  /// Walks up from each word; a walk that meets its own trail has found a cycle.
  private mutating func cutCycles() {
    var trail = [Int](repeating: 0, count: heads.count)
    for start in heads.indices {
      var word = start
      while trail[word] == 0 {
        trail[word] = start + 1
        if heads[word] == 0 { break }
        word = heads[word] - 1
      }
      if trail[word] == start + 1, heads[word] != 0 { heads[word] = 0 }
    }
  }

  private mutating func joinRoots() {
    let roots = heads.indices.filter { heads[$0] == 0 }
    let root = roots.first { relations[$0] == .root } ?? roots[0]
    for other in roots where other != root { heads[other] = root + 1 }
    for word in relations.indices where word != root && relations[word] == .root { relations[word] = .unspecified }
    relations[root] = .root
  }
}
