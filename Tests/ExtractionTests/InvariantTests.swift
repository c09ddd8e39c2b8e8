import Foundation
import QuipuClaims
import QuipuCore
import QuipuExtraction
import QuipuTestSupport
import Testing

/// What holds of the claims of any text, whatever stands in it.
@Suite struct InvariantTests {
  /// The texts under `Samples`, as they stand: markup is text like any other here.
  static let samples: [(name: String, text: String)] = {
    let folder = URL(fileURLWithPath: packageRoot + "/Samples")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    return names.compactMap { name in
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map { (name, $0) }
    }
  }()

  @Test func samplesAreThere() {
    #expect(InvariantTests.samples.count >= 4)
  }

  @Test func samplesHold() throws {
    var claims = 0
    for (name, text) in InvariantTests.samples { claims += try check(text, name) }
    #expect(claims >= 10)
  }

  /// Sentences of all samples and cases in any order, cut and joined at random.
  @Test(arguments: 0..<40) func recombinedSentencesHold(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let cases = try ClaimCaseTests.cases.get().map(\.text)
    let all = (InvariantTests.samples.map(\.text) + cases).joined(separator: " ")
    let sentences = all.split(whereSeparator: { $0 == "." || $0 == "\n" })
    var text = ""
    for _ in 0..<Int.random(in: 1...25, using: &random) {
      let sentence = sentences[Int.random(in: 0..<sentences.count, using: &random)]
      let isCut = Int.random(in: 0..<4, using: &random) == 0
      text += isCut ? sentence.prefix(Int.random(in: 0...sentence.count, using: &random)) : sentence
      text += [". ", ".\n", "\n\n", ", ", " and ", "”, ", "; "][Int.random(in: 0..<7, using: &random)]
    }
    _ = try check(text, "seed \(seed)")
  }

  /// Random bytes, and random words of the samples between them, made valid UTF-8.
  @Test(arguments: 0..<40) func randomBytesHold(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 1000)
    let words = InvariantTests.samples.flatMap { $0.text.split(separator: " ") }
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...120, using: &random) {
      if Bool.random(using: &random) {
        for _ in 0..<Int.random(in: 1...6, using: &random) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      } else {
        bytes += words[Int.random(in: 0..<words.count, using: &random)].utf8
      }
      if Bool.random(using: &random) { bytes.append(UInt8(ascii: " ")) }
    }
    _ = try check(String(decoding: bytes, as: UTF8.self), "seed \(seed)")
  }

  @Test(arguments: [
    "", " ", "\n\n\n", ".", "...", "\"", "'s", "Norway", "’", "-", "\u{FEFF}", "to to to to", "and, and, and",
  ])
  func smallTextsHold(_ text: String) throws {
    _ = try check(text, text)
  }

  @Test func longSentenceHolds() throws {
    _ = try check(String(repeating: "Norway and Denmark, which attacked Sweden, said ", count: 200), "long sentence")
  }

  /// Words that the lexicon does not have are not those of another list that it does not have either.
  @Test func unknownWordsStandForNothing() throws {
    let found = try Standard.extract("Sweden and Malaysia signed a treaty. Norway met with two zorbles in Oslo.")
    #expect(found.claims("Norway", "MEETS_WITH", "Sweden", isSymmetric: true).isEmpty, "\(found.summary)")
    #expect(found.claims("Norway", "MEETS_WITH", "Malaysia", isSymmetric: true).isEmpty, "\(found.summary)")
  }

  /// Checks one text, and gives the number of its claims.
  func check(_ text: String, _ name: String) throws -> Int {
    let found = try Standard.extract(text, id: name, date: "2024-07-24")
    #expect(found == (try Standard.extract(text, id: name, date: "2024-07-24")), "\(name): read again, it is different")
    let scalars = Array(text.unicodeScalars)
    checkEntities(found, scalars.count, name)
    for claim in found.claims { checkClaim(claim, found, scalars, name) }
    return found.claims.count
  }

  private func checkEntities(_ found: DocumentClaims, _ length: Int, _ name: String) {
    #expect(Set(found.entities.map(\.id)).count == found.entities.count, "\(name): an id occurs twice")
    for entity in found.entities {
      let comment = Comment(rawValue: "\(name): \(entity)")
      #expect(!entity.name.isEmpty && !entity.mentions.isEmpty, comment)
      #expect(!entity.aliases.contains(entity.name) && entity.aliases == entity.aliases.sorted(), comment)
      for mention in entity.mentions {
        #expect(mention.range.lowerBound >= 0 && mention.range.upperBound <= length && !mention.range.isEmpty, comment)
      }
      let starts = entity.mentions.map(\.range.lowerBound)
      #expect(starts == starts.sorted(), comment)
    }
    let firsts = found.entities.compactMap { $0.mentions.first?.range.lowerBound }
    #expect(firsts == firsts.sorted(), "\(name): entities are not in the order of their first mentions")
  }

  private func checkClaim(_ claim: Claim, _ found: DocumentClaims, _ scalars: [Unicode.Scalar], _ name: String) {
    let comment = Comment(rawValue: "\(name): \(found.line(claim)): '\(claim.quote)'")
    for id in [claim.subject, claim.object, claim.attribution ?? claim.subject] {
      #expect(found.entity(id) != nil, comment)
    }
    #expect(claim.subject != claim.object, comment)
    #expect((0...1).contains(claim.confidence), comment)
    guard claim.evidence.lowerBound >= 0, claim.evidence.upperBound <= scalars.count, !claim.evidence.isEmpty else {
      Issue.record(Comment(rawValue: "evidence out of range: \(comment)"))
      return
    }
    var quote = String.UnicodeScalarView()
    quote.append(contentsOf: scalars[claim.evidence])
    #expect(String(quote).utf8.elementsEqual(claim.quote.utf8), comment)
    let (outer, inner) = (claim.sentence, claim.evidence)
    #expect(outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound, comment)
    var sentence = String.UnicodeScalarView()
    sentence.append(contentsOf: scalars[outer.clamped(to: 0..<scalars.count)])
    #expect(claim.sentenceText.map { $0.utf8.elementsEqual(String(sentence).utf8) } == true, comment)
    let names = claim.qualifiers.map(\.name)
    #expect(names == names.sorted() && claim.qualifiers.allSatisfy { !$0.name.isEmpty && !$0.value.isEmpty }, comment)
  }
}
