import QuipuLanguage
import QuipuOntology

/// One sentence with all that rules may ask of it.
struct SentenceContext {
  let analysis: Analysis
  let ontology: Ontology
  let entities: DocumentEntities
  let index: Int
  let sentence: Range<Int>
  let clause: Clause
  /// The sentence's values, in order.
  let values: [NormalizedValue]
  private let rolesAt: [Int: RoleMatch]
  private let mentionsAt: [Int: [Int]]

  init(
    analysis: Analysis, ontology: Ontology, entities: DocumentEntities, index: Int, clause: Clause, roles: [RoleMatch],
    mentions: [Int], values: [NormalizedValue]
  ) {
    self.analysis = analysis
    self.ontology = ontology
    self.entities = entities
    self.index = index
    sentence = analysis.sentences[index].tokens
    self.clause = clause
    self.values = values
    rolesAt = Dictionary(roles.map { ($0.tokens.lowerBound, $0) }, uniquingKeysWith: { a, _ in a })
    var starts: [Int: [Int]] = [:]
    for m in mentions { starts[entities.mentions[m].tokens.lowerBound, default: []].append(m) }
    // Longer mentions first: 'Russian forces' before 'Russian'.
    mentionsAt = starts.mapValues {
      $0.sorted { entities.mentions[$0].tokens.count > entities.mentions[$1].tokens.count }
    }
  }

  var mentionCount: Int { mentionsAt.count }
  var hasRoles: Bool { !rolesAt.isEmpty }

  func isHyphen(_ t: Int) -> Bool {
    analysis.document.bytes[analysis.tokens[t].range.range].elementsEqual("-".utf8)
  }

  func isGenitive(_ t: Int) -> Bool {
    sentence.contains(t) && analysis.words[t] == clause.words.genitive && analysis.tags[t] == .particle
  }

  func role(at t: Int) -> RoleMatch? { rolesAt[t] }
  func mentions(startingAt t: Int) -> [Int] { mentionsAt[t] ?? [] }
  var roles: [RoleMatch] { rolesAt.values.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound } }

  func value(at t: Int, _ kind: NormalizedValue.Kind) -> NormalizedValue? {
    values.first { $0.tokens.lowerBound == t && $0.kind == kind }
  }
}
