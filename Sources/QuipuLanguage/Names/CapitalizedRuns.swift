import QuipuCore

/// Stretches of tokens that may be names: capitalised words with the particles and hyphens between them.
struct CapitalizedRuns {
  let shapes: TokenShapes
  let known: KnownNames
  private let inRole: [Bool]
  /// Later words of titles that go on after a preposition: 'Secretary of *State*'.
  private let insideRole: [Bool]
  private let honorifics: Set<WordID>
  /// Tokens of amounts and dates.
  private let inAmount: [Bool]

  init(shapes: TokenShapes, known: KnownNames, roles: [PhraseMatch], honorifics: Set<WordID>) {
    self.shapes = shapes
    self.known = known
    self.honorifics = honorifics
    var flags = [Bool](repeating: false, count: shapes.analysis.tokens.count)
    var inside = flags
    for role in roles {
      for t in role.tokens { flags[t] = true }
      let prepositions = role.tokens.filter { shapes.classes($0).contains(.preposition) }
      if let first = prepositions.first { for t in first + 1..<role.tokens.upperBound { inside[t] = true } }
    }
    inRole = flags
    insideRole = inside
    var amounts = [Bool](repeating: false, count: flags.count)
    for value in shapes.analysis.values where value.kind == .money || value.kind == .date {
      for t in value.tokens where known.match(at: t) == nil || value.kind == .date { amounts[t] = true }
    }
    inAmount = amounts
  }

  /// 'T-shirt', 'X-ray': a capital that only spells the shape or kind of a lower-case noun.
  private func isPrefixOfLowerCase(_ t: Int) -> Bool {
    guard t + 2 < shapes.isCapital.count, shapes.analysis.tokens[t].range.count == 1,
      shapes.analysis.tokens[t + 1].isJoined,
      shapes.isPunctuation(t + 1, "-")
    else { return false }
    return !shapes.isCapital[t + 2] && shapes.analysis.tokens[t + 2].kind == .word
  }

  func runs() -> [Range<Int>] {
    var out: [Range<Int>] = []
    for sentence in shapes.analysis.sentences {
      var t = sentence.tokens.lowerBound
      while t < sentence.tokens.upperBound {
        guard startsName(t) else {
          t += 1
          continue
        }
        let end = extend(from: t, limit: sentence.tokens.upperBound)
        let start = t > sentence.tokens.lowerBound && isOrdinal(t - 1) && shapes.isOrdinary(t) ? t - 1 : t
        out.append(start..<end)
        t = end
      }
    }
    return out
  }

  /// Whether a name may begin here: an informative capital, or one that the gazetteer or a given name backs.
  private func startsName(_ t: Int) -> Bool {
    if inAmount[t] || insideRole[t] { return false }
    if let match = known.match(at: t),
      match.tokens.contains(where: { shapes.isCapital[$0] || shapes.analysis.tokens[$0].kind == .number })
    {
      if match.tokens.count > 1 { return true }
      if !shapes.isForced[t] { return true }
      let best = known.readings(match).first
      if !shapes.isOrdinary(t) || best?.form != .name || best?.isAmbiguous == false || isRole(match.tokens.upperBound) {
        return true
      }
    }
    if isDomain(t) { return true }
    guard shapes.isCapital[t] else { return isMixedCase(t) }
    let classes = shapes.classes(t)
    if classes.contains(.calendar) && !nextIsName(t) || classes.contains(.notName) { return false }
    if isPrefixOfLowerCase(t) || inAmount[t] { return false }
    if classes.has(.closed), !shapes.isAcronym[t] { return false }
    if classes.contains(.numeral), !nextIsName(t) { return false }
    if honorifics.contains(shapes.analysis.words[t]) { return true }
    if !shapes.isForced[t] { return true }
    return informative(t)
  }

  /// A capital that a sentence's start forces still tells a name when the word is one.
  private func informative(_ t: Int) -> Bool {
    let classes = shapes.classes(t)
    if shapes.attested.contains(shapes.keys[t]) && !(shapes.isOrdinary(t) && !nextIsName(t) && classes.has(.verb)) {
      return true
    }
    if shapes.isAcronym[t] && !isShouting(t) { return true }
    if classes.contains(.givenName) && !classes.contains(.ambiguousName) { return true }
    if !shapes.isOrdinary(t) { return true }
    if inRole[t] { return nextIsName(t) || shapes.isCapital.indices.contains(t + 1) && inRole[t + 1] }
    // 'Small Chinese banks': an adjective before a nationality is no name.
    if known.match(at: min(t + 1, shapes.isCapital.count - 1)).map({ known.readings($0).first?.form != .name }) ?? false
    {
      return false
    }
    return nextIsName(t) && !classes.has([.adverb]) && (classes.has([.givenName]) || endsInCue(t))
  }

  /// 'Defense Secretary', 'New Culture Movement' at a sentence's start: a capital follows that nothing forces.
  private func nextIsName(_ t: Int) -> Bool {
    let n = t + 1
    guard n < shapes.isCapital.count, shapes.sameSentence(t, n), shapes.isCapital[n], !shapes.isForced[n] else {
      return false
    }
    return !shapes.classes(n).has(.closed)
  }

  /// 'Gawker.com': a site called by its address.
  private func isDomain(_ t: Int) -> Bool {
    let token = shapes.analysis.tokens[t]
    guard token.kind == .special else { return false }
    let bytes = shapes.text[token.range.range]
    guard let first = bytes.first, first >= 0x41, first <= 0x5A, bytes.contains(UInt8(ascii: ".")) else { return false }
    return bytes.allSatisfy {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "@") && $0 != UInt8(ascii: "#") && $0 < 0x80
    }
  }

  /// 'Pentagon spokesman', 'Apple chairman': a title follows.
  private func isRole(_ t: Int) -> Bool { t < inRole.count && inRole[t] && shapes.sameSentence(t - 1, t) }

  /// '5th' before 'Fleet'.
  private func isOrdinal(_ t: Int) -> Bool {
    let token = shapes.analysis.tokens[t]
    guard token.kind == .number, token.range.count <= 5 else { return false }
    let bytes = shapes.text[token.range.range]
    return ["st", "nd", "rd", "th"].contains { bytes.suffix(2).elementsEqual($0.utf8) }
  }

  private func endsInCue(_ t: Int) -> Bool {
    let classes = shapes.classes(t)
    return classes.has([.noun, .adjective]) && !classes.has([.determiner, .preposition])
  }

  /// The whole sentence is in capitals.
  private func isShouting(_ t: Int) -> Bool {
    t + 1 < shapes.isAcronym.count && shapes.sameSentence(t, t + 1) && shapes.isAcronym[t + 1]
      && (t == 0 || shapes.isAcronym[t - 1] || !shapes.sameSentence(t, t - 1))
      && !shapes.attested.contains(shapes.keys[t])
  }

  /// 'iPhone', '4chan', 'eBay': no first capital, yet the word is no ordinary one.
  private func isMixedCase(_ t: Int) -> Bool {
    let token = shapes.analysis.tokens[t]
    guard token.kind == .word || token.kind == .number, !shapes.isOrdinary(t) else { return false }
    let bytes = shapes.text[token.range.range]
    if token.kind == .number {
      // A digit and at least three letters that are no unit or ordinal ending.
      return bytes.filter { $0 >= 0x61 && $0 <= 0x7A }.count >= 4 && bytes.first.map { $0 >= 48 && $0 <= 57 } ?? false
        && bytes.dropFirst().allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    }
    return bytes.dropFirst().contains { $0 >= 0x41 && $0 <= 0x5A }
      && bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "-") }
  }

  private func extend(from start: Int, limit: Int) -> Int {
    var end = start + 1
    if let match = known.match(at: start) { end = max(end, min(limit, match.tokens.upperBound)) }
    while end < limit {
      // A name of the gazetteer that runs over the sentence's end ('… Company | New York') is not one here.
      if let match = known.match(at: end), match.tokens.upperBound <= limit,
        match.tokens.contains(where: { shapes.isCapital[$0] }), continues(end)
      {
        end = match.tokens.upperBound
        continue
      }
      if continues(end) {
        end += 1
      } else if let next = bridge(end, start: start, limit: limit) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  private func continues(_ t: Int) -> Bool {
    let classes = shapes.classes(t)
    if inAmount[t] { return false }
    if shapes.isCapital[t] {
      if classes.contains(.notName) || isPrefixOfLowerCase(t) { return false }
      // In a title in capitals an ordinary word goes on a name only where the text shows elsewhere that it is one.
      if shapes.isForced[t], shapes.isOrdinary(t), !shapes.attested.contains(shapes.keys[t]), !inRole[t],
        !classes.contains(.givenName)
      {
        return false
      }
      if classes.contains(.calendar) && !shapes.analysis.tokens[t].isJoined { return false }
      return !(classes.has(.closed) && !shapes.isAcronym[t]) || shapes.analysis.tokens[t].isJoined
    }
    let token = shapes.analysis.tokens[t]
    // 'Task Force 50', 'CTF 50', 'Boeing 737': a short number right after a name part that is an acronym or unit.
    if token.kind == .number, !token.isJoined, token.range.count <= 3, t > 0 {
      let next = t + 1 < shapes.analysis.tokens.count ? shapes.analysis.tokens[t + 1] : nil
      let unitFollows =
        next?.kind == .word && shapes.classes(t + 1).has([.noun, .plural, .numeral]) || next?.kind == .symbol
        || next?.kind == .number
      return (shapes.isAcronym[t - 1] || shapes.classes(t - 1).contains(.noun)) && !unitFollows
        && !shapes.classes(t - 1).contains(.calendar)
    }
    return false
  }

  /// Steps over what may stand inside a name: a hyphen, a particle, an initial's period, an ampersand, 'of the'.
  private func bridge(_ t: Int, start: Int, limit: Int) -> Int? {
    let token = shapes.analysis.tokens[t]
    if token.kind == .punctuation, token.isJoined, t + 1 < limit, shapes.analysis.tokens[t + 1].isJoined,
      shapes.isPunctuation(t, "-") || shapes.isPunctuation(t, "'") || shapes.isPunctuation(t, "’"),
      shapes.isCapital[t + 1] || isLowerPart(t + 1)
    {
      // 'U.S.-Iraq partnership' joins two names; 'Jean-Paul', 'Iran-Iraq War' one.
      return shapes.isCapital[t + 1] ? t + 2 : nil
    }
    if shapes.isPunctuation(t, "&"), t + 1 < limit, shapes.isCapital[t + 1] { return t + 2 }
    if isLowerPart(t) {
      var n = t + 1
      while n < limit, isLowerPart(n) || (shapes.isPunctuation(n, "-") && shapes.analysis.tokens[n].isJoined) { n += 1 }
      return n < limit && n - t <= 3 && shapes.isCapital[n] && !shapes.classes(n).has(.closed) ? n + 1 : nil
    }
    return connector(t, start: start, limit: limit)
  }

  private func isLowerPart(_ t: Int) -> Bool {
    t < shapes.analysis.tokens.count && NameWordSets.particles.contains(shapes.keys[t]) && !shapes.isCapital[t]
  }

  /// 'Bank | of | Merrow': what comes before must begin a kind of name that goes on so.
  private func connector(_ t: Int, start: Int, limit: Int) -> Int? {
    guard NameWordSets.connectors.contains(shapes.keys[t]), !shapes.isCapital[t] else { return nil }
    let isAnd = NameWordSets.and.contains(shapes.keys[t])
    var n = t + 1
    if n < limit, NameWordSets.the.contains(shapes.keys[n]), !isAnd { n += 1 }
    guard n < limit, shapes.isCapital[n], !shapes.classes(n).has(.closed) else { return nil }
    if isAnd {
      // 'Institute of History and Philology': only inside a phrase already joined by a connector, between ordinary words.
      let inside = (start..<t).contains { NameWordSets.connectors.contains(shapes.keys[$0]) && !shapes.isCapital[$0] }
      let ordinary = shapes.isOrdinary(t - 1) && known.match(at: n) == nil && !shapes.classes(n).contains(.givenName)
      return inside && ordinary ? n + 1 : nil
    }
    let opens = (start..<t).contains { NameWordSets.openers.contains(shapes.keys[$0]) && shapes.isCapital[$0] }
    guard opens, !inRole[t - 1] || NameWordSets.openers.contains(shapes.keys[t - 1]) && !inRole[t - 1] else {
      return nil
    }
    if NameWordSets.weakConnectors.contains(shapes.keys[t]) {
      // 'in', 'to', 'at' join only what the gazetteer knows as one name or a campus: 'University of California at Berkeley'.
      return NameWordSets.campus.contains(shapes.keys[start]) && NameWordSets.at.contains(shapes.keys[t]) ? n + 1 : nil
    }
    return n + 1
  }
}

/// The word lists of `NameWords` as hashes of folded forms.
enum NameWordSets {
  static let particles = hashes(NameWords.particles)
  static let connectors = hashes(NameWords.connectors)
  static let openers = hashes(NameWords.openers)
  static let weakConnectors = hashes("in to at against")
  static let and = hashes("and")
  static let of = hashes("of")
  static let to = hashes("to")
  static let at = hashes("at")
  static let the = hashes("the")
  static let languageNouns = hashes("language languages dialect dialects grammar translation alphabet")
  static let campus = hashes("university college school")

  static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { StableHash.hash($0.utf8) })
  }
}
