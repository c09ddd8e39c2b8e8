import QuipuClaims
import QuipuExtraction
import QuipuOntology
import Testing

/// Whether a claim is denied, planned, possible or asked for, and who says it, in `Cases/claims.case`.
@Suite struct ClaimCaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: Int
    var text: String
    var subject, relation, object: String
    var polarity: Polarity
    var modality: Modality
    /// Nil when nobody is named.
    var speaker: String?
    /// Why the case is known to fail, if it is.
    var reason: String?
    var testDescription: String { "line \(line): \(text)" }
  }

  static let cases = Result { try caseLines("claims.case").map { try parse($0.text, $0.number) } }

  @Test func fileIsLargeEnough() throws {
    let cases = try ClaimCaseTests.cases.get()
    #expect(cases.count >= 40)
    #expect(cases.allSatisfy { $0.reason?.isEmpty != true })
  }

  @Test(arguments: (try? cases.get()) ?? []) func sentence(_ c: Case) throws {
    if let reason = c.reason {
      withKnownIssue("known to fail: \(reason)") { try check(c) }
    } else {
      try check(c)
    }
  }

  private func check(_ c: Case) throws {
    let ontology = try Standard.extractor.get().resources.ontology
    let found = try Standard.extract(c.text)
    let isSymmetric = ontology.relationID(c.relation).map { ontology[$0].isSymmetric } ?? false
    let claims = found.claims(c.subject, c.relation, c.object, isSymmetric: isSymmetric)
    let matches = claims.contains { claim in
      let isSaidByThem = c.speaker.map { name in claim.attribution.map { found.isCalled($0, name) } ?? false }
      return claim.polarity == c.polarity && claim.modality == c.modality && isSaidByThem ?? (claim.attribution == nil)
    }
    #expect(matches, Comment(rawValue: "line \(c.line): \(c.text) -> \(found.summary)"))
  }

  /// `sentence | subject RELATION object | polarity | modality | attribution | reason`.
  private static func parse(_ line: String, _ number: Int) throws -> Case {
    let parts = fields(line)
    try #require(parts.count >= 5, "line \(number): five fields are wanted")
    let words = parts[1].split(separator: " ").map(String.init)
    let relation = try #require(words.indices.dropFirst().first { words[$0].contains("_") || words[$0].allSatisfy(\.isUppercase) && words[$0].count > 3 },
      "line \(number): no relation")
    return Case(
      line: number, text: parts[0], subject: words[..<relation].joined(separator: " "), relation: words[relation],
      object: words[(relation + 1)...].joined(separator: " "),
      polarity: try #require(Polarity(rawValue: parts[2]), "line \(number): no such polarity"),
      modality: try #require(Modality(rawValue: parts[3]), "line \(number): no such modality"),
      speaker: parts[4] == "-" ? nil : parts[4], reason: parts.count > 5 ? parts[5] : nil)
  }
}
