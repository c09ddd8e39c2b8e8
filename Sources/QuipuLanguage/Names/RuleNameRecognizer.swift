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
      let matches = gazetteer.matcher.matches(in: analysis.tokens, text: text)
      let roles = cues.roles.matches(in: analysis.tokens, text: text)
      let openers = cues.firstWords.matches(in: analysis.tokens, text: text)
      let shapes = TokenShapes(analysis: analysis, lexicon: lexicon, text: text)
      let known = KnownNames(matches: matches, gazetteer: gazetteer, shapes: shapes)
      let runs = CapitalizedRuns(shapes: shapes, known: known, roles: roles, honorifics: cues.honorifics).runs()
      let segmenter = RunSegmenter(shapes: shapes, known: known, roles: roles, openers: openers, cues: cues)
      var candidates = runs.flatMap { segmenter.segments(of: $0) }
      candidates += known.lowerCaseNames(outside: candidates)
      candidates.sort { $0.span.tokens.lowerBound < $1.span.tokens.lowerBound }
      NameContext(shapes: shapes).decide(&candidates)
      return nominals(in: analysis, beside: candidates.map(\.span))
    }
  }

  /// Adds the groups that a nationality and a common noun name: 'Russian forces', 'U.S. military'.
  private func nominals(in analysis: Analysis, beside names: [NameSpan]) -> [NameSpan] {
    var out: [NameSpan] = []
    for name in names {
      out.append(name)
      guard name.form == .adjective || (name.form == .name && isPlaceAbbreviation(name, analysis)) else { continue }
      let limit = min(analysis.tokens.count, name.tokens.upperBound + 3)
      var t = name.tokens.upperBound
      // One or two plain words may stand between: 'Russian armed forces', 'Iraqi security forces'.
      while t < limit, analysis.tokens[t].kind == .word, analysis.sentenceIndex(of: t) == analysis.sentenceIndex(of: t - 1) {
        let classes = lexicon.classes(analysis.words[t])
        if let label = cues.groupNouns[analysis.words[t]], !names.contains(where: { $0.tokens.contains(t) }) {
          out.append(NameSpan(tokens: name.tokens.lowerBound..<t + 1, form: .nominal, label: label))
          break
        }
        guard classes.has([.noun, .adjective]), !classes.has(.closed), !names.contains(where: { $0.tokens.contains(t) }) else { break }
        t += 1
      }
    }
    return out
  }

  private func isPlaceAbbreviation(_ name: NameSpan, _ analysis: Analysis) -> Bool {
    guard let entry = name.entries.first, name.tokens.count == 1, name.label == "Country" || name.label == "AdministrativeArea"
    else { return false }
    _ = entry
    // 'U.S. forces', but not 'Ukraine forces a vote'.
    let bytes = analysis.document.bytes[analysis.tokens[name.tokens.lowerBound].range.range]
    return bytes.allSatisfy { $0 == UInt8(ascii: ".") || ($0 >= 0x41 && $0 <= 0x5A) }
  }
}

/// A name with how sure its label is.
struct NameCandidate {
  var span: NameSpan
  /// The label is a default that context may overrule.
  var isWeak: Bool
}
