import QuipuLanguage
import QuipuOntology

/// Finds the arguments of verbs and nouns in a sentence: subjects, objects, prepositional phrases, as indexes of chunks.
///
/// The dependency tree answers first (`ClauseTree`), the order of the chunks where it says nothing (`ClauseOrder`).
struct Clause {
  let analysis: Analysis
  let lexicon: Lexicon
  let chunks: [Chunk]
  let words: MarkerWords
  private let tree: ClauseTree
  private let order: ClauseOrder

  /// `families` are the root classes of the entities that the chunks' heads name, nil for none.
  init(analysis: Analysis, lexicon: Lexicon, chunks: [Chunk], families: [ClassID?], words: MarkerWords) {
    self.analysis = analysis
    self.lexicon = lexicon
    self.chunks = chunks
    self.words = words
    tree = ClauseTree(analysis: analysis, chunks: chunks, words: words)
    order = ClauseOrder(analysis: analysis, lexicon: lexicon, chunks: chunks, families: families, words: words)
  }

  /// The noun phrases that are the grammatical subject of the verb group at `v`.
  func subject(of v: Int) -> [Int] { whole(tree.subject(of: v), order.subject(of: v)) }

  /// The noun phrases that are the object of the verb group at `v`; none for a passive.
  func object(of v: Int) -> [Int] { whole(tree.object(of: v), order.object(of: v)) }

  /// What the tree says, unless the order of the chunks says more of the same: trees lose members of long lists.
  private func whole(_ attached: [Int]?, _ ordered: @autoclosure () -> [Int]) -> [Int] {
    guard let attached else { return ordered() }
    let ordered = ordered()
    return attached.allSatisfy(ordered.contains) ? ordered : attached
  }

  /// The phrases that a preposition joins to the chunk at `i`: the word of each preposition with its noun phrases.
  ///
  /// What the tree attaches comes first; what merely follows may be meant as well ('talks in Rome with X').
  func prepositional(after i: Int) -> [(preposition: WordID, nouns: [Int])] {
    let ordered = order.prepositional(after: i)
    let attached = tree.prepositional(after: i).map { phrase in
      let same = ordered.first { $0.preposition == phrase.preposition }
      return (preposition: phrase.preposition, nouns: whole(phrase.nouns, same?.nouns ?? []))
    }
    return attached
      + ordered.filter { phrase in !attached.contains { $0.preposition == phrase.preposition } }
  }

  /// The verb group whose object the noun phrase at `n` is.
  func governor(of n: Int) -> Int? { tree.governor(of: n) ?? order.governor(of: n) }

  /// The finite verb group whose subject the noun phrase at `n` is.
  func verb(withSubject n: Int) -> Int? { tree.verb(withSubject: n) ?? order.verb(withSubject: n) }

  /// Token range of the clause around a chunk: between stops, subordinators and finite-verb boundaries.
  func extent(around c: Int) -> Range<Int> { order.extent(around: c) }
}
