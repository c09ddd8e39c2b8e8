import QuipuCore

/// Cuts a capitalised run into names and says what each is made of.
struct RunSegmenter {
  let shapes: TokenShapes
  let known: KnownNames
  let cues: NameCues
  private var roleAt: [Int: Range<Int>] = [:]
  private var openerAt: [Int: (tokens: Range<Int>, label: String)] = [:]

  init(shapes: TokenShapes, known: KnownNames, roles: [PhraseMatch], openers: [PhraseMatch], cues: NameCues) {
    self.shapes = shapes
    self.known = known
    self.cues = cues
    for role in roles { roleAt[role.tokens.lowerBound] = role.tokens }
    for opener in openers {
      if let payload = opener.payloads.first {
        openerAt[opener.tokens.lowerBound] = (opener.tokens, cues.firstWordLabels[Int(payload)])
      }
    }
  }

  func segments(of run: Range<Int>) -> [NameCandidate] {
    if let whole = known.match(over: run) { return [NameCandidate(span: known.span(whole), isWeak: false)] }
    var out: [NameCandidate] = []
    var rest = run
    var afterTitle = false
    // A name that ends in 'University', 'Ministry' … is one, whatever stands inside it.
    while !rest.isEmpty {
      let start = rest.lowerBound
      if shapes.analysis.tokens[start].kind == .punctuation {
        rest = start + 1..<rest.upperBound
        continue
      }
      if cues.honorifics.contains(shapes.analysis.words[start]), rest.count > 1 || isAbbreviation(start) {
        afterTitle = true
        rest = start + 1..<rest.upperBound
        continue
      }
      if let role = roleAt[start], !startsOrganization(rest), !isGivenName(role, rest) {
        afterTitle = true
        rest = min(role.upperBound, rest.upperBound)..<rest.upperBound
        continue
      }
      if shapes.classes(start).has(.closed), !shapes.isAcronym[start], openerAt[start] == nil,
        known.match(at: start) == nil
      {
        rest = start + 1..<rest.upperBound
        continue
      }
      let end = segmentEnd(rest)
      if let candidate = label(start..<end, afterTitle: afterTitle && end == rest.upperBound) {
        out.append(contentsOf: candidate)
      }
      afterTitle = false
      rest = end..<rest.upperBound
    }
    return out
  }

  /// 'Dean Kamen': a title's word that is a given name too, before one last word.
  private func isGivenName(_ role: Range<Int>, _ rest: Range<Int>) -> Bool {
    role.count == 1 && rest.count == 2 && shapes.classes(role.lowerBound).contains(.givenName)
      && (rest.lowerBound == 0 || shapes.analysis.text(rest.lowerBound - 1..<rest.lowerBound) == "by"
        || shapes.classes(rest.lowerBound - 1).contains(.preposition))
  }

  private func isAbbreviation(_ t: Int) -> Bool {
    shapes.text[shapes.analysis.tokens[t].range.range].last == UInt8(ascii: ".")
  }

  /// A role word that is part of an organisation's name: 'General Electric', 'Governor General's Office'.
  private func startsOrganization(_ rest: Range<Int>) -> Bool {
    if let match = known.match(at: rest.lowerBound),
      match.tokens.upperBound > (roleAt[rest.lowerBound]?.upperBound ?? 0)
    {
      return true
    }
    guard let last = rest.last, let role = roleAt[rest.lowerBound], role.upperBound < rest.upperBound else {
      return false
    }
    return cues.lastWords[shapes.analysis.words[last]] != nil
  }

  /// Where the name that begins a rest ends: before a title inside it, or after a known name with a seam.
  private func segmentEnd(_ rest: Range<Int>) -> Int {
    let start = rest.lowerBound
    let firstRole = rest.dropFirst().first { t in
      guard let role = roleAt[t], role.upperBound <= rest.upperBound else { return false }
      // The title is followed by a name, or ends the run ('State Department Spokesperson'); inside an organisation's name
      // ('Muslim Student Association') it is none.
      return shapes.isCapital[t] && !insideKnown(t, from: start)
        && !(role.upperBound..<rest.upperBound).contains { designator($0) != nil }
    }
    let limit = firstRole ?? rest.upperBound
    let limitOfName = personTail(start, limit) ?? limit
    if let end = phraseEnd(start, limitOfName) { return end }
    if let last = (start..<limitOfName).last(where: { designator($0) != nil }), last > start {
      // 'Linguistic Society of America' goes on after its designator; 'Irving Police Department' ends with it.
      let goesOn =
        last + 1 < limitOfName && !shapes.isCapital[last + 1] && shapes.analysis.tokens[last + 1].kind == .word
      return goesOn ? limitOfName : endsWithLocation(last + 1, limitOfName) ?? (last + 1)
    }
    if openerAt[start] != nil || limitOfName < limit { return limitOfName }
    guard let match = known.match(at: start), match.tokens.upperBound < limit else {
      // A known name later in the run, of several words or a place, begins a name of its own: 'Belgian Marie Curie'.
      let later = (start + 1..<max(start + 1, limit)).first { t in
        known.match(at: t).map {
          $0.tokens.count > 1 && $0.tokens.upperBound == limit && known.readings($0).first?.form == .name
            && known.readings($0).first?.label != "City"
        } ?? false
      }
      return later ?? limit
    }
    return seam(after: match, limit: limit) ? match.tokens.upperBound : limit
  }

  /// 'Society for General Systems Research': after a connector everything belongs to the name, but for a body that the
  /// gazetteer knows ('Institute of History | of Academia Sinica').
  private func phraseEnd(_ start: Int, _ limit: Int) -> Int? {
    guard
      let connector = (start + 1..<limit).first(where: {
        !shapes.isCapital[$0] && shapes.analysis.tokens[$0].kind == .word
      }),
      (start..<connector).contains(where: { designator($0) != nil || NameWordSets.openers.contains(shapes.keys[$0]) })
    else { return nil }
    for t in connector + 1..<limit where NameWordSets.of.contains(shapes.keys[t]) && t + 1 < limit {
      if let match = known.match(over: t + 1..<limit), let reading = known.readings(match).first,
        !RunSegmenter.places.contains(reading.label)
      {
        return t
      }
    }
    return limit
  }

  private static let smallPlaces: Set<String> = ["City", "AdministrativeArea", "NaturalFeature"]
  private static let places: Set<String> = ["Country", "City", "AdministrativeArea", "Continent", "NaturalFeature"]

  /// Class of an organisation's or place's last word, or of its last two words.
  private func designator(_ t: Int) -> String? {
    cues.lastWords[shapes.analysis.words[t]]
  }

  /// 'University of Texas | Amneh Jafari': a given name and one more word at the end of a longer name are a person.
  private func personTail(_ start: Int, _ limit: Int) -> Int? {
    guard limit - start >= 4 else { return nil }
    let given = limit - 2
    let classes = shapes.classes(given)
    guard shapes.isCapital[given], shapes.isCapital[limit - 1], classes.contains(.givenName),
      !classes.contains(.ambiguousName),
      !shapes.isOrdinary(given), designator(limit - 1) == nil, shapes.isCapital[given - 1],
      known.match(at: given)?.tokens.upperBound != limit
    else { return nil }
    return given
  }

  private func insideKnown(_ t: Int, from start: Int) -> Bool {
    (start..<t).contains { s in known.match(at: s).map { $0.tokens.contains(t) } ?? false }
  }

  /// 'University of Texas | Arlington': a place right after the designator belongs to it when the run ends there.
  private func endsWithLocation(_ t: Int, _ limit: Int) -> Int? {
    guard t < limit else { return nil }
    // A number or a direction after a name: 'Task Force 50', 'Qayyarah Airfield West'.
    if shapes.analysis.tokens[t].kind == .number || limit == t + 1 && RunSegmenter.directions.contains(shapes.keys[t]) {
      return limit
    }
    return nil
  }

  private static let directions = NameWordSets.hashes("north south east west international central")

  /// Whether a known name at the start of a longer stretch is a name by itself.
  private func seam(after match: PhraseMatch, limit: Int) -> Bool {
    let next = match.tokens.upperBound
    guard let reading = known.readings(match).first else { return false }
    let remainder = next..<limit
    // 'Elbe Hamburg' is neither the river nor the city, but 'Syria Idlib' names both.
    if let other = known.match(over: remainder), let next = known.readings(other).first {
      let arePlaces = RunSegmenter.smallPlaces.contains(reading.label) && RunSegmenter.smallPlaces.contains(next.label)
      return !(arePlaces && reading.form == .name && next.form == .name)
    }
    switch reading.form {
    case .adjective, .people:
      // 'American Amneh Jafari' is a person with a nationality, 'Indonesian Navy' was caught by its last word.
      return shapes.classes(next).has(.givenName) || remainder.count == 1 && shapes.isOrdinary(next) == false
    case .name, .nominal:
      if reading.label == "Person"
        || remainder.allSatisfy({ shapes.isOrdinary($0) && shapes.classes($0).contains(.notName) })
      {
        return true
      }
      if shapes.isAcronym[match.tokens.lowerBound], match.tokens.count == 1 { return reading.label == "Country" }
      // 'Iraq Haider al-Abadi' does not occur; 'Paris Hilton' and 'Irving Berlin' do.
      return match.tokens.count > 1 && shapes.classes(next).has(.givenName)
    }
  }

  // MARK: Labels

  private func label(_ tokens: Range<Int>, afterTitle: Bool) -> [NameCandidate]? {
    guard !tokens.isEmpty else { return nil }
    if let whole = known.match(over: tokens) {
      let span = known.span(whole)
      // 'Governor Ivanovo' is no city: after a title a place's name is a person's unless the gazetteer knows a person.
      if afterTitle, span.form == .name, ["City", "AdministrativeArea", "Facility"].contains(span.label ?? ""),
        tokens.count <= 3
      {
        return [NameCandidate(span: NameSpan(tokens: tokens, label: "Person"), isWeak: true)]
      }
      return [NameCandidate(span: span, isWeak: isWeakMatch(tokens, span))]
    }
    if let opener = openerAt[tokens.lowerBound], opener.tokens.upperBound < tokens.upperBound {
      return [NameCandidate(span: NameSpan(tokens: tokens, label: opener.label), isWeak: false)]
    }
    if let last = tokens.last, tokens.count > 1, let label = designator(last), !looksLikePerson(tokens) {
      return [NameCandidate(span: NameSpan(tokens: tokens, label: label), isWeak: false)]
    }
    if let word = tokens.dropLast().last(where: {
      cues.lastWords[shapes.analysis.words[$0]] != nil && $0 > tokens.lowerBound
    }),
      let label = cues.lastWords[shapes.analysis.words[word]]
    {
      return [NameCandidate(span: NameSpan(tokens: tokens, label: label), isWeak: false)]
    }
    if let adjective = known.match(at: tokens.lowerBound), known.readings(adjective).first?.form == .adjective,
      adjective.tokens.upperBound < tokens.upperBound
    {
      return afterAdjective(adjective, tokens)
    }
    // 'the Company', 'a University': the kind alone names nothing.
    if tokens.count == 1, designator(tokens.lowerBound) != nil, shapes.isOrdinary(tokens.lowerBound), !afterTitle {
      return nil
    }
    if tokens.contains(where: { shapes.isPunctuation($0, "&") }) {
      return [NameCandidate(span: NameSpan(tokens: tokens, label: "Company"), isWeak: true)]
    }
    return [unknown(tokens, afterTitle: afterTitle)]
  }

  /// 'Marc Lamont Hill', 'Harrison Ford': a given name first and a last word that is a surname too.
  private func looksLikePerson(_ tokens: Range<Int>) -> Bool {
    let first = shapes.classes(tokens.lowerBound)
    return tokens.count <= 3 && first.contains(.givenName) && !shapes.isOrdinary(tokens.lowerBound)
      && shapes.classes(tokens.upperBound - 1).contains(.surname) && !shapes.isAcronym[tokens.lowerBound]
      && known.match(at: tokens.lowerBound).map { known.readings($0).first?.label == "Person" } ?? true
  }

  /// 'Chinese New Year' is one name when all its words are ordinary; 'French Forbin' is an adjective and a name.
  private func afterAdjective(_ adjective: PhraseMatch, _ tokens: Range<Int>) -> [NameCandidate] {
    let rest = adjective.tokens.upperBound..<tokens.upperBound
    if rest.allSatisfy({ shapes.isOrdinary($0) }), rest.count > 1 {
      return [NameCandidate(span: NameSpan(tokens: tokens, label: "Organization"), isWeak: true)]
    }
    var out = [NameCandidate(span: known.span(adjective), isWeak: false)]
    if rest.count > 1 || !shapes.isOrdinary(rest.lowerBound) { out.append(unknown(rest, afterTitle: false)) }
    return out
  }

  /// A place known only by a small city, or a name that is an ordinary word, is a guess.
  private func isWeakMatch(_ tokens: Range<Int>, _ span: NameSpan) -> Bool {
    guard tokens.count == 1, span.form == .name else { return false }
    let t = tokens.lowerBound
    if span.label == "City" || span.label == "Facility" { return true }
    return shapes.isOrdinary(t) && !shapes.isAcronym[t]
  }

  private func unknown(_ tokens: Range<Int>, afterTitle: Bool) -> NameCandidate {
    let t = tokens.lowerBound
    let span = { (label: String?) in NameSpan(tokens: tokens, label: label) }
    if afterTitle { return NameCandidate(span: span("Person"), isWeak: false) }
    let first = shapes.classes(t)
    if tokens.count == 1 {
      if shapes.analysis.tokens[t].kind != .word || !shapes.isCapital[t] {
        return NameCandidate(span: span("MediaOrganization"), isWeak: true)
      }
      if shapes.isAcronym[t] { return NameCandidate(span: span("Organization"), isWeak: true) }
      if first.contains(.givenName) && !first.contains(.ambiguousName) {
        return NameCandidate(span: span("Person"), isWeak: true)
      }
      return NameCandidate(span: span(nil), isWeak: true)
    }
    if shapes.analysis.tokens[t].kind != .word { return NameCandidate(span: span("MediaOrganization"), isWeak: true) }
    let ordinary = tokens.filter {
      shapes.isCapital[$0] && shapes.isOrdinary($0) && !shapes.classes($0).has([.givenName, .surname])
    }
    if first.contains(.givenName), tokens.count <= 5, ordinary.count <= (first.contains(.ambiguousName) ? 0 : 1) {
      return NameCandidate(span: span("Person"), isWeak: first.contains(.ambiguousName))
    }
    if tokens.contains(where: { shapes.isAcronym[$0] && shapes.analysis.tokens[$0].range.count > 2 }) {
      return NameCandidate(span: span("Organization"), isWeak: true)
    }
    return NameCandidate(span: span(ordinary.isEmpty && tokens.count <= 4 ? "Person" : "Organization"), isWeak: true)
  }
}
