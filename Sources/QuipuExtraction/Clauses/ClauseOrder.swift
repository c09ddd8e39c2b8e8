import QuipuLanguage
import QuipuOntology

/// Finds the arguments of verbs and nouns by the order of a sentence's chunks: subjects, objects, prepositional phrases.
///
/// Heuristics that answer where the dependency tree says nothing; each look-up is linear in the sentence.
struct ClauseOrder {
  let analysis: Analysis
  let lexicon: Lexicon
  let chunks: [Chunk]
  /// The root class of the entity that each phrase's head names, nil for none.
  let families: [ClassID?]
  let words: MarkerWords

  // MARK: Coordination

  /// How many phrases may be coordinated with one.
  private static let longestList = 40

  /// The noun phrases coordinated with the one at `i`, it included: 'A, B and C', in order.
  ///
  /// Forward from `i`: commas and conjunctions with a noun phrase after each; a comma list counts only when a conjunction
  /// closes it, so that an apposition is none. A phrase that a finite verb follows begins a clause of its own, unless the
  /// list is known to end there. A list longer than `longestList` is none: each pair of its members may be a claim.
  func list(from i: Int, endingAt end: Int? = nil) -> [Int] {
    let isPair = i > 0 && chunks[i - 1].kind == .preposition && analysis.words[chunks[i - 1].head] == words.between
    var members = [i]
    var pending: [Int] = []
    var j = afterComplement(of: i, like: i)
    while j + 1 < chunks.count, pending.count < ClauseOrder.longestList {
      let isAnd = chunks[j].kind == .coordinator
      guard chunks[j].kind == .comma || isAnd else { break }
      var n = j + 1
      if !isAnd, chunks[n].kind == .coordinator { n += 1 }
      guard n < chunks.count, chunks[n].kind == .noun, end != nil || isPair || !startsClause(n) else { break }
      pending.append(n)
      if chunks[n - 1].kind == .coordinator {
        members += pending
        break
      }
      j = afterComplement(of: n, like: i)
    }
    return members
  }

  /// The chunk after the noun phrase at `n`, past an 'of' phrase when a phrase of the same family as `first` comes after
  /// it: 'Marek Duss of Merrow and Hanne Vik'.
  private func afterComplement(of n: Int, like first: Int) -> Int {
    guard n + 4 < chunks.count, chunks[n + 1].kind == .preposition, chunks[n + 2].kind == .noun,
      chunks[n + 3].kind == .coordinator || chunks[n + 3].kind == .comma, let family = families[n],
      families[first] == family
    else { return n + 1 }
    let next = chunks[n + 4].kind == .coordinator ? n + 5 : n + 4
    return next < chunks.count && families[next] == family && families[n + 2] != family ? n + 3 : n + 1
  }

  /// The list that ends at `i`, going back.
  func list(upTo i: Int) -> [Int] {
    var start = i
    var j = i - 1
    var sawAnd = false
    while j >= 1, chunks[j].kind == .coordinator && !sawAnd || chunks[j].kind == .comma && sawAnd {
      sawAnd = sawAnd || chunks[j].kind == .coordinator
      var before = chunks[j - 1].kind == .comma && j >= 2 ? j - 2 : j - 1
      guard chunks[before].kind == .noun else { break }
      // 'Marek Duss of Merrow and Hanne Vik': past the 'of' phrase to the name of the same family.
      if before >= 2, chunks[before - 1].kind == .preposition, chunks[before - 2].kind == .noun,
        let family = families[i],
        families[before] != family, families[before - 2] == family
      {
        before -= 2
      }
      start = before
      j = before - 1
    }
    guard start != i else { return [i] }
    let members = list(from: start, endingAt: i)
    return members.contains(i) ? members : [i]
  }

  /// A noun phrase followed by a finite verb begins a clause of its own: 'X attacked Y and Z fled'.
  private func startsClause(_ n: Int) -> Bool {
    var j = n + 1
    while j < chunks.count, chunks[j].kind == .adverb || chunks[j].kind == .value { j += 1 }
    guard j < chunks.count, let verb = chunks[j].verb else { return false }
    return verb.form == .finite
  }

  // MARK: Subjects

  /// The noun phrases that are the grammatical subject of the verb group at `v`.
  func subject(of v: Int, depth: Int = 0) -> [Int] {
    guard depth < 6, let group = chunks[v].verb else { return [] }
    if group.form == .infinitive || group.form == .gerund, let controlled = controller(of: v, depth: depth) {
      return controlled
    }
    var i = v - 1
    while i >= 0 {
      let chunk = chunks[i]
      switch chunk.kind {
      case .adverb, .value, .other: i -= 1
      case .bracket: i = matchingBracket(i) - 1
      case .noun:
        if i > 0, chunks[i - 1].kind == .preposition {
          if i > 1 || group.form == .finite { i -= 2 } else { return [] }
          continue
        }
        let members = subjectList(i, v)
        // 'authorities in Norway and Sweden agree': the list is the preposition's, not the verb's.
        if let first = members.first, first < i, first > 1, chunks[first - 1].kind == .preposition {
          i = first - 2
          continue
        }
        return members
      case .relative: return antecedent(i)
      case .comma:
        if i > 0, let skipped = skipParenthesis(i) { i = skipped } else { i -= 1 }
      case .coordinator:
        if let verb = previousVerb(before: i), chunks[i - 1].kind != .stop {
          return subject(of: verb, depth: depth + 1)
        }
        i -= 1
      case .verb:
        // A reduced relative or a preceding clause: go on to the left of it when it has no finite form.
        if chunk.verb?.form == .finite {
          return group.form == .finite && i == v - 1 ? [] : subject(of: i, depth: depth + 1)
        }
        i -= 1
      case .preposition: i -= 1
      case .subordinator, .stop: return group.form == .finite ? [] : following(v, depth)
      }
    }
    return following(v, depth)
  }

  /// A list that ends right before the verb, or the first of two phrases in apposition.
  private func subjectList(_ i: Int, _ v: Int) -> [Int] {
    let members = list(upTo: i)
    if members.count > 1 { return members }
    // 'Mohib, the ambassador, said': the name before the commas.
    if i + 1 < chunks.count, chunks[i + 1].kind == .comma, i >= 2, chunks[i - 1].kind == .comma,
      chunks[i - 2].kind == .noun, i < 3 || chunks[i - 3].kind != .preposition
    {
      return [i - 2]
    }
    return [i]
  }

  /// ', … ,' before a verb: the position before the first comma, when what stands between has no finite verb of its own.
  private func skipParenthesis(_ comma: Int) -> Int? {
    var j = comma - 1
    while j >= 0, comma - j < 12 {
      if chunks[j].kind == .comma { return j > 0 ? j - 1 : nil }
      if chunks[j].kind == .stop || chunks[j].kind == .subordinator { return nil }
      j -= 1
    }
    return nil
  }

  private func matchingBracket(_ i: Int) -> Int {
    var j = i - 1
    while j >= 0, i - j < 15 {
      if chunks[j].kind == .bracket { return j }
      j -= 1
    }
    return i
  }

  private func previousVerb(before i: Int) -> Int? {
    var j = i - 1
    while j >= 0 {
      if chunks[j].kind == .verb {
        return chunks[j].verb?.form == .finite || chunks[j].verb?.form == .infinitive ? j : nil
      }
      if chunks[j].kind == .stop || chunks[j].kind == .subordinator { return nil }
      j -= 1
    }
    return nil
  }

  /// The noun phrase that a relative pronoun stands for.
  private func antecedent(_ relative: Int) -> [Int] {
    var i = relative - 1
    if i >= 0, chunks[i].kind == .preposition { i -= 1 }
    if i >= 0, chunks[i].kind == .comma { i -= 1 }
    while i >= 0, [.value, .adverb, .other].contains(chunks[i].kind) { i -= 1 }
    return i >= 0 && chunks[i].kind == .noun ? [i] : []
  }

  /// Who does the act of an infinitive or gerund: the object before it, the 'for' phrase, or the governing verb's subject.
  private func controller(of v: Int, depth: Int) -> [Int]? {
    var i = v - 1
    if i >= 0, chunks[v].verb?.form == .infinitive {
      // 'asked China several times to …': past adverbial phrases to the object that stands after the verb.
      var k = i
      while k > 0, [.noun, .value, .adverb].contains(chunks[k].kind),
        [.noun, .value, .adverb].contains(chunks[k - 1].kind)
      { k -= 1 }
      if k > 0, chunks[k].kind == .noun {
        let before = chunks[k - 1]
        if before.kind == .verb
          || before.kind == .preposition && k == i && analysis.words[before.head] == lexicon.id("for")
        {
          return [k]
        }
      }
    }
    while i >= 0 {
      switch chunks[i].kind {
      case .verb: return subject(of: i, depth: depth + 1)
      case .stop, .subordinator: return nil
      case .relative: return antecedent(i)
      default: i -= 1
      }
    }
    return nil
  }

  /// For a participle or gerund that opens the sentence: the subject of the clause after it.
  private func following(_ v: Int, _ depth: Int) -> [Int] {
    guard chunks[v].verb?.form != .finite || opensSentence(v) else { return [] }
    var i = v + 1
    while i < chunks.count, chunks[i].kind != .stop {
      if chunks[i].kind == .verb, chunks[i].verb?.form == .finite { return subjectAfterComma(v, i) }
      i += 1
    }
    return []
  }

  private func opensSentence(_ v: Int) -> Bool {
    chunks[..<v].allSatisfy { [.adverb, .subordinator, .other].contains($0.kind) }
  }

  private func subjectAfterComma(_ v: Int, _ verb: Int) -> [Int] {
    var i = verb - 1
    while i > v {
      if chunks[i].kind == .noun, chunks[i - 1].kind == .comma || chunks[i - 1].kind == .adverb { return list(from: i) }
      i -= 1
    }
    return []
  }

  // MARK: Objects and prepositional phrases

  /// The noun phrases right after the verb group at `v`; none for a passive.
  func object(of v: Int) -> [Int] {
    guard let group = chunks[v].verb, !group.isPassive else { return [] }
    var i = v + 1
    while i < chunks.count, chunks[i].kind == .adverb || chunks[i].kind == .other { i += 1 }
    guard i < chunks.count, chunks[i].kind == .noun, !startsClause(i) else { return relativeObject(of: v) }
    return list(from: i)
  }

  /// 'the region that X invaded': what the pronoun before the verb's subject stands for.
  private func relativeObject(of v: Int) -> [Int] {
    var i = v - 1
    while i >= 0, chunks[i].kind == .adverb { i -= 1 }
    guard i >= 1, chunks[i].kind == .noun, chunks[i - 1].kind == .relative || isComplementizer(i - 1) else { return [] }
    return antecedent(i - 1)
  }

  /// 'that' right after a noun phrase, which the tagger takes for a conjunction.
  private func isComplementizer(_ i: Int) -> Bool {
    chunks[i].kind == .subordinator && i > 0 && chunks[i - 1].kind == .noun
      && analysis.words[chunks[i].head] == words.that
  }

  /// The phrases that a preposition joins to the chunk at `i`: the lemma of each preposition with its noun phrases.
  func prepositional(after i: Int) -> [(preposition: WordID, nouns: [Int])] {
    var out: [(WordID, [Int])] = []
    var j = i + 1
    if chunks[i].kind == .verb {
      if let last = object(of: i).last { j = last + 1 }
    }
    while j < chunks.count {
      switch chunks[j].kind {
      case .preposition:
        let preposition = analysis.words[chunks[j].head]
        var n = j + 1
        while n < chunks.count, chunks[n].kind == .adverb || chunks[n].kind == .other { n += 1 }
        guard n < chunks.count else { return out }
        if chunks[n].kind == .noun {
          let nouns = list(from: n)
          out.append((preposition, nouns))
          j = (nouns.last ?? n) + 1
        } else if chunks[n].kind == .value {
          j = n + 1
        } else {
          return out
        }
      case .value, .adverb, .other: j += 1
      case .bracket: return out
      case .comma:
        // ', particularly in X', ', to Y': only when a preposition follows at once.
        guard j + 1 < chunks.count, chunks[j + 1].kind == .preposition, chunks[i].kind == .verb else { return out }
        j += 1
      case .verb where chunks[i].kind == .noun && isReducedRelative(j): j += 1
      default: return out
      }
    }
    return out
  }

  /// 'sanctions *imposed* on X by Y': a participle alone between a noun phrase and a preposition.
  private func isReducedRelative(_ v: Int) -> Bool {
    guard chunks[v].tokens.count == 1, v + 1 < chunks.count, chunks[v + 1].kind == .preposition else { return false }
    return lexicon.classes(analysis.words[chunks[v].head]).contains(.participle)
  }

  /// The verb group whose object the noun phrase at `n` is.
  func governor(of n: Int) -> Int? {
    var i = n - 1
    while i >= 0, [.adverb, .other].contains(chunks[i].kind) { i -= 1 }
    guard i >= 0 else { return nil }
    if chunks[i].kind == .verb { return i }
    // Later members of an object list.
    if chunks[i].kind == .coordinator || chunks[i].kind == .comma, i > 0, chunks[i - 1].kind == .noun,
      list(from: i - 1).contains(n)
    {
      return governor(of: i - 1)
    }
    return nil
  }

  /// The finite verb group whose subject the noun phrase at `n` is.
  func verb(withSubject n: Int) -> Int? {
    var i = n + 1
    while i < chunks.count {
      if chunks[i].kind == .verb { return subject(of: i).contains(n) ? i : nil }
      if chunks[i].kind == .stop { return nil }
      i += 1
    }
    return nil
  }

  /// Token range of the clause around a chunk: between stops, subordinators and finite-verb boundaries.
  func extent(around c: Int) -> Range<Int> {
    var low = c
    while low > 0, ![.stop, .subordinator].contains(chunks[low - 1].kind) { low -= 1 }
    var high = c
    while high + 1 < chunks.count, ![.stop, .subordinator].contains(chunks[high + 1].kind) { high += 1 }
    return chunks[low].tokens.lowerBound..<chunks[high].tokens.upperBound
  }
}
