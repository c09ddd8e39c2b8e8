import QuipuCore

/// Decides the labels that a name's own words leave open, from the words around all its occurrences in the document.
///
/// Each occurrence votes with the weights of `NameWords.contexts`; a longer name votes for the shorter ones inside it
/// ('Olek Varga' for 'Varga'), and the names of one list ('X, Y and Z') for each other. Complexity: O(names × window).
struct NameContext {
  let shapes: TokenShapes
  private static let rules: [(side: NameWords.Side, words: Set<UInt64>, label: String, weight: Int)] =
    NameWords.contexts.map { ($0.side, NameWordSets.hashes($0.words), $0.label, $0.weight) }
  private static let of = NameWordSets.hashes("of")
  private static let genitive = NameWordSets.hashes("'s ’s")
  private static let and = NameWordSets.hashes("and or")
  private static let articles = NameWordSets.hashes("a an the")

  func decide(_ candidates: inout [NameCandidate]) {
    var votes: [UInt64: [String: Int]] = [:]
    for candidate in candidates where candidate.isWeak {
      votes[key(candidate.span.tokens), default: [:]].merge(contextVotes(candidate.span.tokens), uniquingKeysWith: +)
    }
    let sure = sureLabels(candidates)
    for i in candidates.indices where candidates[i].isWeak && candidates[i].span.form == .name {
      let tokens = candidates[i].span.tokens
      if let label = sure[key(tokens)] {
        relabel(&candidates[i], label)
        candidates[i].isWeak = false
        continue
      }
      var tally = votes[key(tokens)] ?? [:]
      let evidence = tally.values.max() ?? 0
      if let prior = candidates[i].span.label { tally[prior, default: 0] += candidates[i].span.entries.isEmpty ? 2 : 3 }
      if let best = tally.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { relabel(&candidates[i], best.key) }
      // What the words around say clearly may speak for the other names of a list.
      if evidence >= 3 { candidates[i].isWeak = false }
    }
    spreadOverLists(&candidates)
    for i in candidates.indices where candidates[i].span.label == nil {
      candidates[i].span.label = fallback(candidates[i].span.tokens)
    }
    candidates.removeAll { $0.isWeak && $0.span.tokens.count == 1 && isAbstract($0.span.tokens.lowerBound) }
  }

  private func relabel(_ candidate: inout NameCandidate, _ label: String) {
    if candidate.span.label != label && !NameContext.agree(candidate.span.label, label) { candidate.span.entries = [] }
    if !(candidate.span.entries.isEmpty == false && NameContext.agree(candidate.span.label, label)) {
      candidate.span.label = label
    }
  }

  /// Both are places, or both are not: the gazetteer's finer label stands.
  private static func agree(_ a: String?, _ b: String) -> Bool {
    let places: Set<String> = [
      "City", "Country", "AdministrativeArea", "Continent", "NaturalFeature", "Facility", "Place",
    ]
    return a.map {
      places.contains($0) && places.contains(b) || $0 == b || $0.hasSuffix("Organization") && b == "Organization"
    } ?? false
  }

  /// One letterless name of unknown kind: most single capitalised words in news that nothing else explains are places
  /// after a preposition and people elsewhere.
  private func fallback(_ tokens: Range<Int>) -> String {
    let t = tokens.lowerBound
    let previous = t > 0 && shapes.sameSentence(t - 1, t) ? t - 1 : nil
    if let previous, NameContext.articles.contains(shapes.keys[previous]) { return "Organization" }
    return shapes.isOrdinary(t) && !shapes.classes(t).has([.givenName, .surname]) ? "Organization" : "Person"
  }

  /// 'Islamophobia', 'Methodology': a learned word, whatever its capital.
  private func isAbstract(_ t: Int) -> Bool {
    let bytes = shapes.text[shapes.analysis.tokens[t].range.range]
    return ["phobia", "ology", "ism", "ness", "graphy"].contains {
      bytes.count > $0.utf8.count + 2 && bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  private func key(_ tokens: Range<Int>) -> UInt64 { shapes.key(of: tokens) }

  /// Labels of names that are sure, and of the surnames and given names of sure people.
  private func sureLabels(_ candidates: [NameCandidate]) -> [UInt64: String] {
    var out: [UInt64: String] = [:]
    for candidate in candidates
    where candidate.span.form == .name
      && (!candidate.isWeak || candidate.span.label == "Person" && candidate.span.tokens.count > 1)
    {
      guard let label = candidate.span.label else { continue }
      let tokens = candidate.span.tokens
      if !candidate.isWeak, out[key(tokens)] == nil { out[key(tokens)] = label }
      guard tokens.count > 1, let last = tokens.last else { continue }
      // 'FS Forbin' makes 'Forbin' a ship, 'Kestrel Foods' makes 'Kestrel' a company.
      if ["Product", "Weapon"].contains(label), out[key(last..<last + 1)] == nil { out[key(last..<last + 1)] = label }
      let first = tokens.lowerBound
      if label == "Company", !shapes.isOrdinary(first), out[key(first..<first + 1)] == nil {
        out[key(first..<first + 1)] = label
      }
      guard label == "Person" else { continue }
      for part in [last..<last + 1, tokens.lowerBound..<tokens.lowerBound + 1] where out[key(part)] == nil {
        out[key(part)] = "Person"
      }
    }
    return out
  }

  private func contextVotes(_ tokens: Range<Int>) -> [String: Int] {
    var out: [String: Int] = [:]
    let count = shapes.analysis.tokens.count
    func word(_ t: Int) -> UInt64? {
      t >= 0 && t < count && shapes.sameSentence(t, tokens.lowerBound) ? shapes.keys[t] : nil
    }
    var before = tokens.lowerBound - 1
    if isOpeningQuote(before) { before -= 1 }
    let hasArticle = word(before).map { NameContext.articles.contains($0) } ?? false
    if hasArticle { before -= 1 }
    let beforeOf = word(before).map { NameContext.of.contains($0) } ?? false ? word(before - 1) : nil
    let after = word(tokens.upperBound)
    let afterGenitive = after.map { NameContext.genitive.contains($0) } ?? false ? word(tokens.upperBound + 1) : nil
    let beforeComma = shapes.isPunctuation(tokens.lowerBound - 1, ",") ? word(tokens.lowerBound - 2) : nil
    let apposition = shapes.isPunctuation(tokens.upperBound, ",") ? appositionHead(tokens.upperBound + 1, word) : nil
    for rule in NameContext.rules {
      let seen: UInt64? =
        switch rule.side {
        case .before: hasArticle ? nil : word(before)
        case .beforeOf: beforeOf
        case .after: after
        case .afterGenitive: afterGenitive
        case .beforeComma: beforeComma
        case .apposition: apposition
        }
      if let seen, rule.words.contains(seen) { out[rule.label, default: 0] += rule.weight }
    }
    if hasArticle { out["Organization", default: 0] += 2 }
    if isAge(tokens.upperBound) { out["Person", default: 0] += 4 }
    return out
  }

  private func isOpeningQuote(_ t: Int) -> Bool {
    shapes.isPunctuation(t, "\"") || shapes.isPunctuation(t, "“") || shapes.isPunctuation(t, "'")
      || shapes.isPunctuation(t, "‘")
  }

  /// ', a Norwegian software company': the noun among the next few words.
  private func appositionHead(_ start: Int, _ word: (Int) -> UInt64?) -> UInt64? {
    guard let article = word(start), NameContext.articles.contains(article) else { return nil }
    for t in start + 1..<start + 6 {
      guard let w = word(t) else { return nil }
      if NameContext.rules.contains(where: { $0.side == .apposition && $0.words.contains(w) }) { return w }
    }
    return nil
  }

  /// ', 58,' after a name.
  private func isAge(_ t: Int) -> Bool {
    guard shapes.isPunctuation(t, ","), t + 2 < shapes.analysis.tokens.count, shapes.isPunctuation(t + 2, ",") else {
      return false
    }
    let token = shapes.analysis.tokens[t + 1]
    return token.kind == .number && token.range.count <= 2
  }

  /// 'Talvia, Merrow and Ostland': what most of a list's names are, the undecided ones are too.
  private func spreadOverLists(_ candidates: inout [NameCandidate]) {
    var i = 0
    while i < candidates.count {
      var j = i
      while j + 1 < candidates.count,
        isListSeam(candidates[j].span.tokens.upperBound, candidates[j + 1].span.tokens.lowerBound)
      { j += 1 }
      if j > i, isClosed(candidates[i], candidates[j]), candidates[i...j].allSatisfy({ $0.span.form == .name }) {
        let labels = (i...j).compactMap { candidates[$0].isWeak ? nil : candidates[$0].span.label }
        if let first = labels.first, labels.allSatisfy({ $0 == first }), first != "Person" || labels.count > 1 {
          for k in i...j
          where candidates[k].isWeak && candidates[k].span.entries.isEmpty
            && !beginsWithGivenName(candidates[k].span.tokens)
          {
            candidates[k].span.label = first
          }
        }
      }
      i = j + 1
    }
  }

  private func isListSeam(_ end: Int, _ start: Int) -> Bool {
    guard start > end, start - end <= 2, shapes.sameSentence(end - 1, start) else { return false }
    return (end..<start).allSatisfy { shapes.isPunctuation($0, ",") || NameContext.and.contains(shapes.keys[$0]) }
  }

  private func beginsWithGivenName(_ tokens: Range<Int>) -> Bool {
    tokens.count > 1 && shapes.classes(tokens.lowerBound).contains(.givenName)
  }

  /// Whether 'and' or 'or' closes the list of names.
  private func isClosed(_ first: NameCandidate, _ last: NameCandidate) -> Bool {
    (first.span.tokens.upperBound..<last.span.tokens.lowerBound).contains { NameContext.and.contains(shapes.keys[$0]) }
  }
}
