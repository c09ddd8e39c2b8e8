import QuipuLanguage
import Testing

/// Names and their classes in sentences, with the default data, in `Cases/names.case`.
@Suite struct RuleNameRecognizerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: Int
    var text: String
    /// `text:Class`, `text:Class:adjective`, in order.
    var names: [String]
    /// Why the case is known to go wrong, if it is.
    var reason: String?
    var testDescription: String { "line \(line): \(text)" }
  }

  static let cases: [Case] = ((try? caseLines("names.case")) ?? []).map { line in
    let parts = fields(line.text)
    let names = parts.count > 1 ? parts[1].split(separator: ";").map { trimmed($0) } : []
    return Case(line: line.number, text: parts[0], names: names, reason: parts.count > 2 ? parts[2] : nil)
  }

  @Test func fileIsLargeEnough() {
    let known = RuleNameRecognizerTests.cases.filter { $0.reason != nil }
    #expect(RuleNameRecognizerTests.cases.count >= 60)
    #expect(known.count * 10 <= RuleNameRecognizerTests.cases.count)
    #expect(known.allSatisfy { $0.reason?.isEmpty == false })
  }

  /// What the rules find by themselves, whatever the trained names are.
  private func names(in analysis: Analysis) throws -> [NameSpan] {
    let resources = try Standard.extractor.get().resources
    return RuleNameRecognizer(lexicon: resources.lexicon, gazetteer: resources.nameGazetteer, cues: resources.cues)
      .names(in: analysis)
  }

  @Test(arguments: cases) func sentence(_ c: Case) throws {
    let analysis = try Standard.analyze(c.text)
    let found = try names(in: analysis).filter { $0.form != .nominal }.map { name in
      let form = name.form == .adjective ? ":adjective" : name.form == .people ? ":people" : ""
      return "\(analysis.text(name.tokens)):\(name.label ?? "-")\(form)"
    }
    let comment = Comment(rawValue: "line \(c.line): \(c.text)")
    if let reason = c.reason {
      withKnownIssue("known to be wrong: \(reason)") { #expect(found == c.names, comment) }
    } else {
      #expect(found == c.names, comment)
    }
  }

  @Test func spansAreInOrderAndApart() throws {
    for c in RuleNameRecognizerTests.cases {
      let analysis = try Standard.analyze(c.text)
      // A nominal mention ('French court') may hold the adjective it begins with.
      let names = analysis.names.filter { $0.form != .nominal }
      for (a, b) in zip(names, names.dropFirst()) {
        let comment = Comment(rawValue: "line \(c.line): \(analysis.text(a.tokens)) and \(analysis.text(b.tokens))")
        #expect(a.tokens.upperBound <= b.tokens.lowerBound, comment)
      }
      for name in analysis.names {
        #expect(!name.tokens.isEmpty && name.tokens.upperBound <= analysis.tokens.count, "line \(c.line)")
      }
    }
  }
}
