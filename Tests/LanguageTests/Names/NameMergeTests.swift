import QuipuCore
import Testing

@testable import QuipuLanguage

/// What becomes of names that rules and trained recognizer find in one sentence, with a gazetteer of a few entries.
@Suite struct NameMergeTests {
  /// A name of the rules: sure of its label, or a guess; known to the gazetteer, or not.
  private struct Found {
    var text: String
    var label: String
    var isWeak = true
    var isKnown = false
    var form = NameSpan.Form.name
  }

  private static func analysis(_ text: String, _ trained: [(text: String, label: String)]) -> Analysis {
    let document = Document(id: "d", text: text)
    let tokens = document.bytes.withUnsafeBufferPointer { RuleTokenizer().tokenize($0) }
    var analysis = Analysis(
      document: document, tokens: tokens, words: tokens.map { _ in Lexicon.unknown },
      sentences: [Sentence(tokens: 0..<tokens.count)])
    analysis.entities = trained.map { EntitySpan(tokens: span($0.text, in: analysis), label: $0.label) }
    return analysis
  }

  /// The tokens of a phrase; '2#Lund' is its second occurrence.
  private static func span(_ phrase: String, in analysis: Analysis) -> Range<Int> {
    let parts = phrase.split(separator: "#")
    let (wanted, skip) = parts.count == 2 ? (String(parts[1]), (Int(parts[0]) ?? 1) - 1) : (phrase, 0)
    let count = analysis.tokens.count
    let all = (0..<count).flatMap { start in (start + 1...count).map { start..<$0 } }
    return all.filter { analysis.text($0) == wanted }.dropFirst(skip).first ?? 0..<0
  }

  private static func gazetteer(_ places: [String]) -> NameGazetteer {
    var matcher = PhraseMatcher.Builder()
    for (i, place) in places.enumerated() { matcher.add(place, payload: UInt32(i), matching: .capitalized) }
    let names = places.indices.map {
      NameGazetteer.Name(entry: UInt32($0 + 70), form: .name, label: "City", rank: 9)
    }
    return NameGazetteer(matcher: matcher.build(), names: names)
  }

  private static let families: [String: NameFamily] = [
    "Person": .person, "Organization": .organization, "Company": .organization, "Place": .place, "City": .place,
    "Facility": .place, "PeopleGroup": .other, "Product": .other, "Vessel": .other,
  ]

  /// The merged names as `text:label`, with a star where the gazetteer knows them.
  private func merged(
    _ text: String, rules: [Found] = [], trained: [(text: String, label: String)] = [], places: [String] = [],
    added: Set<String> = []
  ) -> [String] {
    let analysis = NameMergeTests.analysis(text, trained)
    return analysis.document.bytes.withUnsafeBufferPointer { bytes in
      let shapes = TokenShapes(analysis: analysis, lexicon: Lexicon.Builder().build(), text: bytes)
      let gazetteer = NameMergeTests.gazetteer(places)
      let known = KnownNames(
        matches: gazetteer.matcher.matches(in: analysis.tokens, text: bytes), gazetteer: gazetteer, shapes: shapes)
      var cues = NameCues(firstWords: PhraseMatcher.Builder().build(), roles: PhraseMatcher.Builder().build())
      cues.families = NameMergeTests.families
      let merge = NameMerge(
        trained: TrainedNames(shapes: shapes, cues: cues), known: known, families: cues.families, added: added)
      let candidates = rules.map { rule in
        let tokens = NameMergeTests.span(rule.text, in: analysis)
        let entries: [UInt32] = rule.isKnown ? [7] : []
        return NameCandidate(
          span: NameSpan(tokens: tokens, form: rule.form, label: rule.label, entries: entries), isWeak: rule.isWeak)
      }
      return merge.merged(candidates).map {
        analysis.text($0.span.tokens) + ":" + ($0.span.label ?? "-") + ($0.span.entries.isEmpty ? "" : "*")
      }
    }
  }

  // MARK: Whether there is a name

  @Test func trainedNamesStandBesideThoseOfTheRules() {
    let found = merged(
      "Halden met ada brix.", rules: [Found(text: "Halden", label: "City", isKnown: true)],
      trained: [("ada brix", "Person")])
    #expect(found == ["Halden:City*", "ada brix:Person"])
  }

  @Test func aTrainedNameThatTheGazetteerKnowsIsItsEntry() {
    #expect(merged("Off to Halden.", trained: [("Halden", "Place")], places: ["Halden"]) == ["Halden:City*"])
    // A person of that name is none.
    #expect(merged("Off to Halden.", trained: [("Halden", "Person")], places: ["Halden"]) == ["Halden:Person"])
  }

  @Test func peoplesAreLeftToTheGazetteer() {
    #expect(merged("He spoke Brixish.", trained: [("Brixish", "PeopleGroup")]).isEmpty)
  }

  @Test func classesThatTheOntologyLacksAreNoNames() {
    #expect(merged("The Heron left.", trained: [("Heron", "Comet")]).isEmpty)
  }

  @Test func guessesOfTheRulesNeedATrainedName() {
    let text = "Awesome said Ada Brix."
    let guess = Found(text: "Awesome", label: "Organization")
    #expect(merged(text, rules: [guess], trained: [("Ada Brix", "Person")]) == ["Ada Brix:Person"])
    for (isWeak, isKnown) in [(false, false), (true, true)] {
      let surer = Found(text: "Awesome", label: "Organization", isWeak: isWeak, isKnown: isKnown)
      #expect(merged(text, rules: [surer]).count == 1, "weak \(isWeak), known \(isKnown)")
    }
    #expect(merged(text, rules: [Found(text: "Awesome", label: "Country", form: .adjective)]).count == 1)
  }

  /// One trained or surer name of the same words, or of the first, speaks for all of the document.
  @Test func guessesAreConfirmedElsewhere() {
    let text = "Brix met Brix of Brix 12 and Lund."
    let guesses = ["Brix", "2#Brix", "Brix 12", "Lund"].map { Found(text: $0, label: "Organization") }
    #expect(merged(text, rules: guesses).isEmpty)
    let found = merged(text, rules: guesses, trained: [("2#Brix", "Organization")])
    #expect(found == ["Brix:Organization", "Brix:Organization", "Brix 12:Organization"])
  }

  @Test func shortFormsOfSureOrganizationsAreSure() {
    let text = "Halden & Brix Systems Ltd rose. So did Halden & Brix."
    let full = Found(text: "Halden & Brix Systems Ltd", label: "Company", isWeak: false)
    let short = Found(text: "2#Halden & Brix", label: "Organization")
    let trained = [("2#Halden", "Person"), ("2#Brix", "Person")]
    #expect(
      merged(text, rules: [full, short], trained: trained) == [
        "Halden & Brix Systems Ltd:Company", "Halden & Brix:Company",
      ])
    #expect(merged(text, rules: [short], trained: trained) == ["Halden:Person", "Brix:Person"])
    let found = merged(text, rules: [full], trained: [("2#Halden & Brix", "Person")])
    #expect(found == ["Halden & Brix Systems Ltd:Company", "Halden & Brix:Company"])
  }

  // MARK: Where it ends

  @Test func aGuessIsCutByTrainedNames() {
    let text = "Dear Ada Brix Tom Lund"
    let whole = Found(text: text, label: "Person")
    let trained = [("Ada Brix", "Person"), ("Tom Lund", "Person")]
    #expect(merged(text, rules: [whole], trained: trained) == ["Ada Brix:Person", "Tom Lund:Person"])
    let sure = Found(text: text, label: "Person", isWeak: false)
    #expect(merged(text, rules: [sure], trained: trained) == ["Dear Ada Brix Tom Lund:Person"])
  }

  @Test func aGuessGivesWayToALongerName() {
    let text = "The Halden Town Hall"
    let trained = [("Halden Town Hall", "Facility")]
    for known in [true, false] {
      let guess = Found(text: "Halden", label: "City", isKnown: known)
      #expect(merged(text, rules: [guess], trained: trained) == ["Halden Town Hall:Facility"], "\(known)")
    }
    // What is known and no place, and what is sure, stands.
    let body = Found(text: "Halden", label: "GovernmentBody", isKnown: true)
    #expect(merged(text, rules: [body], trained: trained) == ["Halden:GovernmentBody*"])
    let sure = Found(text: "Halden", label: "City", isWeak: false, isKnown: true)
    #expect(merged(text, rules: [sure], trained: trained) == ["Halden:City*"])
  }

  @Test func oneWordOfAPersonsNameIsNoPlace() {
    let sure = Found(text: "Halden", label: "Country", isWeak: false, isKnown: true)
    #expect(merged("Ada Halden spoke.", rules: [sure], trained: [("Ada Halden", "Person")]) == ["Ada Halden:Person"])
  }

  @Test func aNumberAtTheEndStays() {
    let text = "Squadron 12 and Acro 4.0"
    let rules = [Found(text: "Squadron 12", label: "Organization"), Found(text: "Acro 4.0", label: "Organization")]
    let trained = [("Squadron", "Organization"), ("Acro", "Product")]
    #expect(merged(text, rules: rules, trained: trained) == ["Squadron 12:Organization", "Acro:Product"])
  }

  @Test func articlesAreNoPartOfATrainedName() {
    #expect(merged("The Heron left.", trained: [("The Heron", "Product")]) == ["Heron:Product"])
    #expect(merged("The left.", trained: [("The", "Product")]).isEmpty)
  }

  // MARK: What it is

  @Test func theTrainedClassTakesTheGuessesPlace() {
    func label(_ rule: Found, _ trained: String) -> [String] {
      merged("So Brix left.", rules: [rule], trained: [("Brix", trained)])
    }
    #expect(label(Found(text: "Brix", label: "Person"), "Product") == ["Brix:Product"])
    // The finer class of the same family stands, and so does what is sure.
    #expect(label(Found(text: "Brix", label: "Company"), "Organization") == ["Brix:Company"])
    #expect(label(Found(text: "Brix", label: "Company", isWeak: false), "Person") == ["Brix:Company"])
  }

  @Test func aKnownPlaceMayBeAPersonOfThatName() {
    let known = Found(text: "Brix", label: "City", isKnown: true)
    let body = Found(text: "Brix", label: "GovernmentBody", isKnown: true)
    let text = "So Brix left."
    #expect(merged(text, rules: [known], trained: [("Brix", "Person")]) == ["Brix:Person"])
    #expect(merged(text, rules: [known], trained: [("Brix", "Product")]) == ["Brix:City*"])
    #expect(merged(text, rules: [body], trained: [("Brix", "Person")]) == ["Brix:GovernmentBody*"])
  }

  /// Where names of a class that a user has added stand, all others give way.
  @Test func addedClassesComeFirst() {
    let sure = Found(text: "Brix", label: "City", isWeak: false, isKnown: true)
    let trained = [("Brix", "Vessel")]
    #expect(merged("The Brix left.", rules: [sure], trained: trained, added: ["Vessel"]) == ["Brix:Vessel"])
    #expect(merged("The Brix left.", rules: [sure], trained: trained) == ["Brix:City*"])
  }
}
