/// Puts the names of the trained recognizer beside those of the rules and decides where they differ.
///
/// The rules find more names and know which thing of the gazetteer each is. Where they only guess, and the trained
/// recognizer finds nothing, nine in ten are no names (GUM and UNER, development): so of guesses it decides whether there
/// is a name, where it ends and what it is. Complexity: O(tokens).
struct NameMerge {
  private(set) var trained: TrainedNames
  let known: KnownNames
  let families: [String: NameFamily]
  /// Classes that a user has added to the model: their names stand whatever the rules say.
  let added: Set<String>

  private var shapes: TokenShapes { trained.shapes }

  init(trained: TrainedNames, known: KnownNames, families: [String: NameFamily], added: Set<String>) {
    (self.trained, self.known, self.families, self.added) = (trained, known, families, added)
  }

  private func family(_ label: String?) -> NameFamily { label.flatMap { families[$0] } ?? .other }

  /// The names of both, in order and apart.
  func merged(_ candidates: [NameCandidate]) -> [NameCandidate] {
    let labels = shortForms(of: candidates)
    var merge = self
    merge.trained.relabel(labels)
    return merge.joined(candidates.map { settled($0, labels) })
  }

  private func joined(_ candidates: [NameCandidate]) -> [NameCandidate] {
    var isTaken = [Bool](repeating: false, count: shapes.analysis.tokens.count)
    var out = confirmed(candidates).filter { !givesWay($0) }.map { labelled($0) }
    for candidate in out { for t in candidate.span.tokens { isTaken[t] = true } }
    for span in trained.spans where !span.tokens.contains(where: { isTaken[$0] }) {
      if let candidate = candidate(span) { out.append(candidate) }
    }
    return out.sorted { $0.span.tokens.lowerBound < $1.span.tokens.lowerBound }
  }

  /// A trained name that stands by itself. Peoples and their adjectives are the gazetteer's matter.
  private func candidate(_ span: EntitySpan) -> NameCandidate? {
    guard span.label != NameMerge.people else { return nil }
    if let found = known.match(over: span.tokens).map({ known.span($0) }), found.form == .name,
      family(found.label) == family(span.label)
    {
      return NameCandidate(span: found, isWeak: true)
    }
    return NameCandidate(span: NameSpan(tokens: span.tokens, label: span.label), isWeak: true)
  }

  private static let people = "PeopleGroup"

  // MARK: Whether there is a name

  /// The beginnings of sure organizations, of two words or more: 'Halden & Brix' beside 'Halden & Brix Systems Ltd' is as
  /// sure.
  private func shortForms(of candidates: [NameCandidate]) -> [UInt64: String] {
    var labels: [UInt64: String] = [:]
    for candidate in candidates where !candidate.isWeak && family(candidate.span.label) == .organization {
      let tokens = candidate.span.tokens
      for length in 2..<max(tokens.count, 2) { labels[shapes.key(of: tokens.prefix(length))] = candidate.span.label }
    }
    return labels
  }

  private func settled(_ candidate: NameCandidate, _ labels: [UInt64: String]) -> NameCandidate {
    let span = candidate.span
    guard candidate.isWeak, span.entries.isEmpty, let label = labels[shapes.key(of: span.tokens)] else {
      return candidate
    }
    return NameCandidate(span: NameSpan(tokens: span.tokens, form: span.form, label: label), isWeak: false)
  }

  /// Drops the guesses that nothing speaks for: no trained name over them, no surer name elsewhere of the same words or
  /// of the first one.
  private func confirmed(_ candidates: [NameCandidate]) -> [NameCandidate] {
    let attested = Set(candidates.lazy.filter { !isGuess($0) }.map { shapes.key(of: $0.span.tokens) })
    return candidates.filter { candidate in
      guard isGuess(candidate) else { return true }
      let tokens = candidate.span.tokens
      return attested.contains(shapes.key(of: tokens)) || attested.contains(shapes.key(of: tokens.prefix(1)))
    }
  }

  private func isGuess(_ candidate: NameCandidate) -> Bool {
    candidate.isWeak && candidate.span.form == .name && candidate.span.entries.isEmpty
      && trained.isFree(candidate.span.tokens)
  }

  // MARK: Where it ends

  /// Whether a name of the rules gives way to the trained names that share some of its tokens.
  private func givesWay(_ candidate: NameCandidate) -> Bool {
    let tokens = candidate.span.tokens
    let over = trained.spans(over: tokens)
    guard let first = over.first else { return false }
    if over.contains(where: { added.contains($0.label) }) { return true }
    guard candidate.span.form == .name, first.tokens != tokens else { return false }
    if over.count == 1, first.tokens.contains(tokens.lowerBound), first.tokens.upperBound >= tokens.upperBound {
      return givesWay(candidate, to: first)
    }
    return candidate.isWeak && !(over.count == 1 && endsInNumber(tokens, after: first.tokens))
  }

  /// A name inside a longer trained one: 'Halden' in 'Halden Town Hall'. A surname or a given name is not for the
  /// gazetteer to tell; what it knows beside places stands.
  private func givesWay(_ candidate: NameCandidate, to longer: EntitySpan) -> Bool {
    guard longer.label != NameMerge.people else { return false }
    if candidate.span.tokens.count == 1, longer.label == "Person" { return true }
    return candidate.isWeak && (candidate.span.entries.isEmpty || family(candidate.span.label) == .place)
  }

  /// 'Squadron 12': the trained recognizer leaves the number out.
  private func endsInNumber(_ tokens: Range<Int>, after name: Range<Int>) -> Bool {
    guard name.lowerBound == tokens.lowerBound, name.upperBound == tokens.upperBound - 1 else { return false }
    let number = shapes.analysis.tokens[name.upperBound]
    return number.kind == .number && shapes.text[number.range.range].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  // MARK: What it is

  /// The name with the class of the trained one of the same tokens, where the rules only guessed. A place that the
  /// gazetteer knows can be a person of that name; all else that it knows stands.
  private func labelled(_ candidate: NameCandidate) -> NameCandidate {
    let span = candidate.span
    guard candidate.isWeak, span.form == .name, let other = trained.spans(over: span.tokens).first,
      other.tokens == span.tokens, family(other.label) != family(span.label)
    else { return candidate }
    if !span.entries.isEmpty, family(span.label) != .place || other.label != "Person" { return candidate }
    return NameCandidate(span: NameSpan(tokens: span.tokens, label: other.label), isWeak: true)
  }
}
