import QuipuLanguage

/// A sentence's dependency tree, asked in terms of chunks: who does what a verb group says, to whom, with which phrases.
///
/// Every answer is nil where the tree says nothing (no parse, or a construction that it leaves open), so that
/// `Clause` can go by the order of chunks. Relations are those of Universal Dependencies v2. Complexity of a look-up:
/// O(depth of the tree + children).
struct ClauseTree {
  private let analysis: Analysis
  private let chunks: [Chunk]
  private let words: MarkerWords
  private let first: Int
  /// The chunk over each token of the sentence.
  private let chunkAt: [Int]
  /// The children of each token of the sentence in order: those of token i are at `starts[i]..<starts[i + 1]`.
  private let starts: [Int]
  private let children: [Int]
  let isParsed: Bool

  /// How many heads a look-up climbs at most: what shares a subject over more is too far from it to be trusted.
  private static let climb = 6

  init(analysis: Analysis, chunks: [Chunk], words: MarkerWords) {
    self.analysis = analysis
    self.chunks = chunks
    self.words = words
    let sentence = (chunks.first?.tokens.lowerBound ?? 0)..<(chunks.last?.tokens.upperBound ?? 0)
    first = sentence.lowerBound
    var chunkAt = [Int](repeating: -1, count: sentence.count)
    for (c, chunk) in chunks.enumerated() { for t in chunk.tokens { chunkAt[t - sentence.lowerBound] = c } }
    self.chunkAt = chunkAt
    var starts = [Int](repeating: 0, count: sentence.count + 2)
    let heads = sentence.map { Int(analysis.heads[$0]) }
    for head in heads where sentence.contains(head) { starts[head - sentence.lowerBound + 2] += 1 }
    for i in 2..<max(starts.count, 2) { starts[i] += starts[i - 1] }
    var children = [Int](repeating: 0, count: starts.last ?? 0)
    for (i, head) in heads.enumerated() where sentence.contains(head) {
      let slot = head - sentence.lowerBound + 1
      children[starts[slot]] = sentence.lowerBound + i
      starts[slot] += 1
    }
    self.starts = starts
    self.children = children
    isParsed = !children.isEmpty
  }

  // MARK: Looking around

  private func children(of token: Int) -> ArraySlice<Int> {
    let i = token - first
    return i >= 0 && i < chunkAt.count ? children[starts[i]..<starts[i + 1]] : []
  }

  private func child(of token: Int, _ relations: Set<DependencyRelation>) -> Int? {
    children(of: token).first { relations.contains(analysis.relations[$0]) }
  }

  private func head(of token: Int) -> Int? {
    let head = Int(analysis.heads[token])
    return head >= first && head < first + chunkAt.count ? head : nil
  }

  private func chunk(over token: Int) -> Int? {
    let i = token - first
    return i >= 0 && i < chunkAt.count && chunkAt[i] >= 0 ? chunkAt[i] : nil
  }

  /// The noun phrase over a token, and those coordinated with it, in order; empty when a token stands in none.
  private func nouns(_ token: Int) -> [Int] {
    var out: [Int] = []
    func add(_ token: Int) {
      guard let c = chunk(over: token), chunks[c].kind == .noun, !out.contains(c) else { return }
      out.append(c)
    }
    add(token)
    guard !out.isEmpty else { return [] }
    for member in children(of: token) where analysis.relations[member] == .conjunct { add(member) }
    return out.sorted()
  }

  /// The word of the tree that the verb group stands for: what an auxiliary or a copula belongs to.
  private func predicate(of v: Int) -> Int {
    let main = chunks[v].head
    switch analysis.relations[main] {
    case .copula, .auxiliary, .passiveAuxiliary: return head(of: main) ?? main
    default: return main
    }
  }

  // MARK: Arguments of verbs

  private static let subjects: Set<DependencyRelation> = [
    .nominalSubject, .passiveNominalSubject, .outerNominalSubject,
  ]

  /// The noun phrases that are the grammatical subject of the verb group at `v`, shared ones included.
  func subject(of v: Int) -> [Int]? {
    guard isParsed else { return nil }
    var token = predicate(of: v)
    for _ in 0..<ClauseTree.climb {
      if let subject = child(of: token, ClauseTree.subjects) { return resolved(subject, under: token) }
      guard let above = head(of: token) else { return nil }
      switch analysis.relations[token] {
      case .conjunct, .copula, .auxiliary: token = above
      case .openClausalComplement:
        // 'asked X to go': the object of the verb above goes; but 'visited X to meet Y'.
        if !words.subjectControl.contains(analysis.lemmas[above]),
          let object = child(of: above, [.object, .indirectObject])
        {
          return orNil(nouns(object))
        }
        token = above
      case .adnominalClause:
        // 'troops fighting', 'sanctions imposed': the noun; 'the capacity to attack' leaves it open.
        return chunks[v].verb?.form == .infinitive ? nil : orNil(nouns(above))
      case .adverbialClause where chunks[v].verb?.form == .infinitive: token = above  // 'flew to X to meet Y'
      default: return nil
      }
    }
    return nil
  }

  /// What a subject or object stands for: the antecedent when it is the relative pronoun of a relative clause.
  private func resolved(_ token: Int, under verb: Int) -> [Int]? {
    if let c = chunk(over: token), chunks[c].kind == .relative {
      var clause = verb
      for _ in 0..<ClauseTree.climb {
        guard let above = head(of: clause) else { return nil }
        if analysis.relations[clause] == .relativeClause {
          // The noun alone: those coordinated with it are meant only sometimes.
          return chunk(over: above).flatMap { chunks[$0].kind == .noun ? [$0] : nil }
        }
        guard analysis.relations[clause] == .conjunct else { return nil }
        clause = above
      }
      return nil
    }
    return orNil(nouns(token))
  }

  /// The noun phrases that are the object of the verb group at `v`, or what its copula says of the subject.
  func object(of v: Int) -> [Int]? {
    guard isParsed, let group = chunks[v].verb, !group.isPassive else { return nil }
    let main = chunks[v].head
    if analysis.relations[main] == .copula { return head(of: main).flatMap { orNil(nouns($0)) } }
    if let object = child(of: main, [.indirectObject]) ?? child(of: main, [.object]) {
      return resolved(object, under: main)
    }
    // 'the region that X invaded', 'the region X invaded'.
    guard analysis.relations[main] == .relativeClause, child(of: main, ClauseTree.subjects) != nil,
      let above = head(of: main), children(of: main).allSatisfy({ analysis.relations[$0] != .obliqueNominal }),
      let c = chunk(over: above), chunks[c].kind == .noun
    else { return nil }
    return [c]
  }

  // MARK: Prepositional phrases

  /// The phrases that hang on the chunk at `i` by a preposition, in order.
  func prepositional(after i: Int) -> [(preposition: WordID, nouns: [Int])] {
    guard isParsed else { return [] }
    let token = chunks[i].kind == .verb ? predicate(of: i) : chunks[i].head
    var out: [(WordID, [Int])] = []
    for child in children(of: token) where ClauseTree.phrases.contains(analysis.relations[child]) {
      guard let mark = self.child(of: child, [.caseMarking]), let c = chunk(over: mark),
        chunks[c].kind == .preposition
      else { continue }
      let nouns = nouns(child)
      if !nouns.isEmpty { out.append((analysis.words[chunks[c].head], nouns)) }
    }
    return out
  }

  private static let phrases: Set<DependencyRelation> = [.obliqueNominal, .obliqueAgent, .nominalModifier]

  // MARK: What noun phrases hang on

  /// The verb group whose object, or predicate, the noun phrase at `n` is.
  func governor(of n: Int) -> Int? {
    guard isParsed else { return nil }
    var token = chunks[n].head
    for _ in 0..<ClauseTree.climb {
      switch analysis.relations[token] {
      case .object, .indirectObject: return head(of: token).flatMap(verbGroup)
      case .conjunct:
        guard let above = head(of: token), let c = chunk(over: above), chunks[c].kind == .noun else { return nil }
        token = above
      default: return child(of: token, [.copula]).flatMap(verbGroup)
      }
    }
    return nil
  }

  /// The finite verb group whose subject the noun phrase at `n` is.
  func verb(withSubject n: Int) -> Int? {
    guard isParsed, ClauseTree.subjects.contains(analysis.relations[chunks[n].head]),
      let predicate = head(of: chunks[n].head)
    else { return nil }
    return verbGroup(child(of: predicate, [.copula]) ?? predicate)
  }

  private func verbGroup(_ token: Int) -> Int? {
    chunk(over: token).flatMap { chunks[$0].kind == .verb ? $0 : nil }
  }

  private func orNil(_ list: [Int]) -> [Int]? { list.isEmpty ? nil : list }
}
