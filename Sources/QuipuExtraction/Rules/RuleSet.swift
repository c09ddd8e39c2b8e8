import QuipuLanguage
import QuipuOntology

/// The extraction rules, bound to an ontology and a lexicon, by what sets them off.
struct RuleSet: Sendable {
  private(set) var rules: [CompiledRule] = []
  private(set) var byVerb: [WordID: [Int]] = [:]
  private(set) var byChain: [WordID: [Int]] = [:]
  private(set) var byNoun: [WordID: [Int]] = [:]
  private(set) var byAdjective: [WordID: [Int]] = [:]
  private(set) var patterns: [Int] = []
  private(set) var nameRules: [Int] = []

  init(_ definitions: [RuleDefinition], ontology: Ontology, lexicon: Lexicon) throws(OntologyError) {
    var problems: [Problem] = []
    for definition in definitions {
      switch CompiledRule.compile(definition, ontology: ontology, lexicon: lexicon) {
      case .success(let rule): add(rule, lexicon: lexicon)
      case .failure(let problem): problems.append(problem.problem)
      }
    }
    guard problems.isEmpty else { throw OntologyError(problems) }
  }

  private mutating func add(_ rule: CompiledRule, lexicon: Lexicon) {
    let index = rules.count
    rules.append(rule)
    switch rule.definition.trigger {
    case .verb(let lemmas): for lemma in lemmas { byVerb[lexicon.id(lemma), default: []].append(index) }
    case .chain(let lemmas): for lemma in lemmas { byChain[lexicon.id(lemma), default: []].append(index) }
    case .noun(let lemmas): for lemma in lemmas { byNoun[lexicon.id(lemma), default: []].append(index) }
    case .adjective(let lemmas): for lemma in lemmas { byAdjective[lexicon.id(lemma), default: []].append(index) }
    case .tokens: patterns.append(index)
    case .name: nameRules.append(index)
    }
  }

  /// Puts the words of the rules into a lexicon before it is built, so that rules and texts share ids.
  static func registerWords(of definitions: [RuleDefinition], in builder: inout Lexicon.Builder) {
    for definition in definitions {
      switch definition.trigger {
      case .verb(let lemmas), .chain(let lemmas): for lemma in lemmas { builder.addVerbIfNew(lemma) }
      case .noun(let lemmas): for lemma in lemmas { builder.addNoun(lemma) }
      case .adjective(let lemmas): for lemma in lemmas { builder.add(lemma, []) }
      case .tokens(let elements):
        for element in elements {
          switch element.kind {
          case .words(let words), .lemmas(let words): for word in words { builder.add(word, []) }
          default: break
          }
        }
      case .name: break
      }
      for head in definition.objectHeads + definition.subjectHeads { builder.addNoun(head) }
      for slot in definition.subject + definition.object + definition.members { builder.add(slot.name, []) }
    }
  }

  /// A noun that sets some rule off: one of action or relation.
  func isActionNoun(_ word: WordID, _ lexicon: Lexicon) -> Bool {
    guard word != Lexicon.unknown else { return false }
    return byNoun[lexicon.nounLemma(word)] != nil
      || lexicon.classes(word).contains(.noun) && byVerb[lexicon.verbLemma(word)] != nil
  }

  func isActionVerb(_ lemma: WordID) -> Bool { lemma != Lexicon.unknown && byVerb[lemma] != nil }
}

/// One rule with its names resolved.
struct CompiledRule: Sendable {
  let definition: RuleDefinition
  /// Nil for the relation `role`, which the matched title gives.
  let relation: RelationID?
  let subject, object, members: [Slot]
  let objectHeads, subjectHeads: Set<WordID>
  let particle: WordID
  let pattern: [TokenPattern.Step]
  /// Of each set of words, one must stand in a sentence that the pattern can match.
  let requiredWords: [Set<WordID>]
  let needsRole: Bool

  struct Slot: Sendable {
    enum Kind: Sendable, Equatable {
      case subject, object, possessor, modifier, head, inherited, agent, copula, apposition
      case preposition(WordID)
    }

    let kind: Kind
    let classes: [ClassID]
    let isLoose: Bool
  }

  struct Failure: Error { let problem: Problem }

  static func compile(_ d: RuleDefinition, ontology: Ontology, lexicon: Lexicon) -> Result<CompiledRule, Failure> {
    do throws(Failure) {
      return .success(try CompiledRule(d, ontology: ontology, lexicon: lexicon))
    } catch {
      return .failure(error)
    }
  }

  private init(_ d: RuleDefinition, ontology: Ontology, lexicon: Lexicon) throws(Failure) {
    definition = d
    if d.relation == "role" {
      relation = nil
    } else {
      guard let id = ontology.relationID(d.relation) else {
        let hint = ontology.nearestRelation(to: d.relation).map { "; did you mean '\($0)'?" } ?? ""
        throw Failure(problem: Problem(d.location, "rule '\(d.id)': there is no relation '\(d.relation)'\(hint)"))
      }
      relation = id
    }
    func classID(_ name: String) throws(Failure) -> ClassID {
      if let id = ontology.classID(name) { return id }
      let hint = ontology.nearestClass(to: name).map { "; did you mean '\($0)'?" } ?? ""
      throw Failure(problem: Problem(d.location, "rule '\(d.id)': there is no class '\(name)'\(hint)"))
    }
    func slots(_ list: [RuleDefinition.Slot]) throws(Failure) -> [Slot] {
      var out: [Slot] = []
      for slot in list {
        var classes: [ClassID] = []
        for name in slot.classes { classes.append(try classID(name)) }
        out.append(Slot(kind: CompiledRule.kind(slot.name, lexicon), classes: classes, isLoose: slot.isLoose))
      }
      return out
    }
    subject = try slots(d.subject)
    object = try slots(d.object)
    members = try slots(d.members)
    objectHeads = Set(d.objectHeads.map { lexicon.id($0) })
    subjectHeads = Set(d.subjectHeads.map { lexicon.id($0) })
    particle = d.particle.map { lexicon.id($0) } ?? Lexicon.unknown
    var steps: [TokenPattern.Step] = []
    if case .tokens(let elements) = d.trigger {
      for element in elements {
        var classes: [ClassID] = []
        if case .mention(let names) = element.kind { for name in names { classes.append(try classID(name)) } }
        steps.append(TokenPattern.Step(element, classes: classes, lexicon: lexicon))
      }
    }
    pattern = steps
    requiredWords = steps.compactMap { step in
      guard step.count == .one, case .words(let words) = step.kind else { return nil }
      return words
    }
    needsRole = steps.contains { step in
      guard step.count == .one, case .role = step.kind else { return false }
      return true
    }
  }

  private static func kind(_ name: String, _ lexicon: Lexicon) -> Slot.Kind {
    switch name {
    case "subject": .subject
    case "object": .object
    case "possessor": .possessor
    case "modifier": .modifier
    case "head": .head
    case "inherited": .inherited
    case "agent": .agent
    case "copula": .copula
    case "apposition": .apposition
    default: .preposition(lexicon.id(name))
    }
  }
}
