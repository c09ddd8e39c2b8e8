import QuipuCore

/// Finds names by capitals, gazetteer, titles, given names and the words that names are made of.
///
/// Three steps: stretches of capitalised tokens (`CapitalizedRuns`), each cut where a title, a known name or an
/// adjective of nationality shows a seam and labelled by what it is made of (`RunSegmenter`), then the names that got no
/// sure label vote over all their occurrences in the document by the words around them (`NameContext`).
public struct RuleNameRecognizer: NameRecognizing {
  let lexicon: Lexicon
  let gazetteer: NameGazetteer
  let cues: NameCues

  public init(lexicon: Lexicon, gazetteer: NameGazetteer, cues: NameCues) {
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    self.cues = cues
  }

  public func names(in analysis: Analysis) -> [NameSpan] {
    analysis.document.bytes.withUnsafeBufferPointer { text in
      let shapes = TokenShapes(analysis: analysis, lexicon: lexicon, text: text)
      return withGroups(candidates(shapes, knownNames(shapes)).map(\.span), in: analysis)
    }
  }

  /// What the gazetteer knows.
  func knownNames(_ shapes: TokenShapes) -> KnownNames {
    let matches = gazetteer.matcher.matches(in: shapes.analysis.tokens, text: shapes.text)
    return KnownNames(matches: matches, gazetteer: gazetteer, shapes: shapes)
  }

  /// The names in order, without the groups that some of them begin.
  func candidates(_ shapes: TokenShapes, _ known: KnownNames) -> [NameCandidate] {
    let roles = cues.roles.matches(in: shapes.analysis.tokens, text: shapes.text)
    let openers = cues.firstWords.matches(in: shapes.analysis.tokens, text: shapes.text)
    let runs = CapitalizedRuns(shapes: shapes, known: known, roles: roles, honorifics: cues.honorifics).runs()
    let segmenter = RunSegmenter(shapes: shapes, known: known, roles: roles, openers: openers, cues: cues)
    var candidates = runs.flatMap { segmenter.segments(of: $0) }
    candidates += known.lowerCaseNames(outside: candidates)
    candidates.sort { $0.span.tokens.lowerBound < $1.span.tokens.lowerBound }
    NameContext(shapes: shapes).decide(&candidates)
    return candidates
  }

  /// Adds the groups that a nationality and a common noun name: 'Russian forces', 'U.S. military'.
  func withGroups(_ names: [NameSpan], in analysis: Analysis) -> [NameSpan] {
    // The index of the name over each token, -1 for none.
    var nameAt = [Int32](repeating: -1, count: analysis.tokens.count)
    for (i, name) in names.enumerated() { for t in name.tokens { nameAt[t] = Int32(i) } }
    var out: [NameSpan] = []
    for name in names {
      let group = group(after: name, in: analysis, nameAt)
      // A nationality that stands before no noun names a language or nothing: 'He spoke German and French'.
      if name.form == .adjective, group == nil, !precedesNoun(name, in: analysis, names, nameAt) { continue }
      out.append(name)
      if let group { out.append(group) }
    }
    return out
  }

  /// The group that begins with the name, over at most two plain words between: 'Russian armed forces'.
  private func group(after name: NameSpan, in analysis: Analysis, _ nameAt: [Int32]) -> NameSpan? {
    let isLand = name.label == "Country" || name.label == "AdministrativeArea" || name.label == "City"
    guard name.form == .adjective || name.form == .name && (isLand || isOrganization(name)) else { return nil }
    var t = name.tokens.upperBound
    guard t < analysis.tokens.count else { return nil }
    let owns = name.form == .name && isGenitive(t, analysis)
    if owns { t += 1 }
    let first = t
    let limit = min(analysis.tokens.count, first + 4)
    while t < limit, analysis.tokens[t].kind == .word,
      analysis.sentenceIndex(of: t) == analysis.sentenceIndex(of: first - 1)
    {
      guard !isCapital(t, analysis) else { return nil }
      if let label = cues.groupNouns[analysis.words[t]], !modifiesNoun(t, analysis),
        fits(label, name, owns: owns, between: first..<t, analysis)
      {
        return NameSpan(tokens: name.tokens.lowerBound..<t + 1, form: .nominal, label: label)
      }
      let classes = lexicon.classes(analysis.words[t])
      guard classes.has([.noun, .adjective]) || !classes.has(.open), !classes.has(.closed) else { return nil }
      t += 1
    }
    return nil
  }

  private func isCapital(_ t: Int, _ analysis: Analysis) -> Bool {
    let byte = analysis.document.bytes[Int(analysis.tokens[t].range.start)]
    return byte >= 0x41 && byte <= 0x5A
  }

  /// 'Russia's military capabilities': the noun only says of what kind the next one is.
  private func modifiesNoun(_ t: Int, _ analysis: Analysis) -> Bool {
    guard t + 1 < analysis.tokens.count, analysis.tokens[t + 1].kind == .word,
      analysis.sentenceIndex(of: t) == analysis.sentenceIndex(of: t + 1)
    else { return false }
    let classes = lexicon.classes(analysis.words[t + 1])
    return classes.contains(.noun) && !classes.has([.thirdSingular, .past, .auxiliary]) && !classes.has(.closed)
      && !isCapital(t + 1, analysis)
      && !(classes.contains(.baseVerb) && lexicon.classes(analysis.words[t]).contains(.plural))
  }

  /// Adjectives make any group; a land's name one of its public bodies ('Ostland's parliament', 'U.S. military',
  /// 'Kurdistan regional government'); an organisation its seat ('Google headquarters').
  private func fits(_ label: String, _ name: NameSpan, owns: Bool, between: Range<Int>, _ analysis: Analysis) -> Bool {
    if isOrganization(name) { return label == "Facility" && between.isEmpty }
    if label == "Facility" { return name.form == .name && !owns }
    if name.form == .adjective { return true }
    guard label == "GovernmentBody" || label == "ArmedForce" else {
      return isAbbreviation(name, analysis) && label != "Facility"
    }
    return owns || isAbbreviation(name, analysis) || !between.isEmpty
  }

  private func isOrganization(_ name: NameSpan) -> Bool {
    guard let label = name.label else { return false }
    return label == "Company" || label.hasSuffix("Organization") || label == "GovernmentBody" || label == "Organization"
  }

  private func isGenitive(_ t: Int, _ analysis: Analysis) -> Bool {
    let bytes = analysis.document.bytes[analysis.tokens[t].range.range]
    return bytes.elementsEqual("'s".utf8) || bytes.elementsEqual("’s".utf8)
  }

  /// 'U.S. forces', but not 'Ukraine forces a vote'.
  private func isAbbreviation(_ name: NameSpan, _ analysis: Analysis) -> Bool {
    guard name.tokens.count == 1 else { return false }
    let bytes = analysis.document.bytes[analysis.tokens[name.tokens.lowerBound].range.range]
    return bytes.allSatisfy { $0 == UInt8(ascii: ".") || ($0 >= 0x41 && $0 <= 0x5A) }
  }

  private func precedesNoun(_ name: NameSpan, in analysis: Analysis, _ names: [NameSpan], _ nameAt: [Int32]) -> Bool {
    let t = name.tokens.upperBound
    guard t < analysis.tokens.count, analysis.sentenceIndex(of: t) == analysis.sentenceIndex(of: t - 1) else {
      return false
    }
    if nameAt[t] >= 0 || analysis.tokens[t].kind == .number { return true }
    if analysis.tokens[t].kind == .punctuation { return analysis.tokens[t].isJoined && analysis.text(t..<t + 1) == "-" }
    let classes = lexicon.classes(analysis.words[t])
    // 'Gabonese and Estonian teams', 'U.S., U.K. and French operations'.
    if classes.contains(.coordinator), t + 1 < nameAt.count, nameAt[t + 1] >= 0 {
      let next = names[Int(nameAt[t + 1])]
      return next.form == .adjective && precedesNoun(next, in: analysis, names, nameAt) || next.form == .name
    }
    guard analysis.tokens[t].kind == .word, !classes.has(.closed) else { return false }
    let isLanguage = NameWordSets.languageNouns.contains(StableHash.hash(Folding.fold(analysis.text(t..<t + 1)).utf8))
    return !isLanguage && !(classes.contains(.adverb) && !classes.has([.noun, .adjective]))
  }
}

/// A name with how sure its label is.
struct NameCandidate {
  var span: NameSpan
  /// The label is a default that context may overrule.
  var isWeak: Bool
}
