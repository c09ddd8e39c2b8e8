import QuipuClaims
import QuipuGraph
import QuipuOntology

/// What an edge carries, in a fixed order: confidence, polarity, modality, negated, symmetric, weight, attribution,
/// documents, qualifiers, claims.
struct EdgeProperties {
  /// Qualifiers of the default vocabulary come first, others after them by name.
  private static let commonQualifiers = ["role", "date", "value", "change", "product", "predicate"]
  /// Names that a qualifier's column cannot have.
  private static let taken: Set<String> = [
    "confidence", "polarity", "modality", "negated", "symmetric", "weight", "attribution", "documents", "claims",
  ]

  let documents: [DocumentClaims]
  let nodes: [AssembledNode]
  let ontology: Ontology

  /// The keys that these edges have, in order.
  func keys(of edges: [AssembledEdge]) -> [String] {
    var names: Set<String> = []
    var isAttributed = false
    for edge in edges {
      for reference in edge.claims {
        isAttributed = isAttributed || reference.attribution != nil
        for qualifier in claim(reference).qualifiers { names.insert(qualifier.name) }
      }
    }
    return ["confidence", "polarity", "modality", "negated", "symmetric", "weight"]
      + (isAttributed ? ["attribution"] : []) + ["documents"] + names.sorted(by: isBefore).map(column) + ["claims"]
  }

  func all(of edge: AssembledEdge) -> [(String, PropertyValue)] {
    let isNegated = edge.polarity == .negative || edge.modality == .denied
    var properties: [(String, PropertyValue)] = [
      ("confidence", .double(edge.confidence)), ("polarity", .string(edge.polarity.rawValue)),
      ("modality", .string(edge.modality.rawValue)), ("negated", .bool(isNegated)),
      ("symmetric", .bool(ontology[edge.relation].isSymmetric)), ("weight", .int(Int64(edge.claims.count))),
    ]
    let sources = distinct(edge.claims.compactMap { $0.attribution.map { nodes[$0].name } })
    if !sources.isEmpty { properties.append(("attribution", strings(sources))) }
    properties.append(("documents", strings(distinct(edge.claims.map { documents[$0.document].id }))))
    properties += qualifiers(edge)
    properties.append(("claims", .list(edge.claims.map { .map(map($0)) })))
    return properties
  }

  private func claim(_ reference: ClaimReference) -> Claim { documents[reference.document].claims[reference.claim] }

  private func strings(_ all: [String]) -> PropertyValue { .list(all.map { .string($0) }) }

  private func distinct(_ all: [String]) -> [String] {
    if all.count < 2 { return all }
    let sorted = all.sorted(by: precedes)
    return sorted.indices.filter { $0 == 0 || !sorted[$0].utf8.elementsEqual(sorted[$0 - 1].utf8) }.map { sorted[$0] }
  }

  // MARK: Qualifiers

  private func column(_ name: String) -> String { EdgeProperties.taken.contains(name) ? "qualifier_" + name : name }

  private func isBefore(_ a: String, _ b: String) -> Bool {
    let common = EdgeProperties.commonQualifiers
    let places = (common.firstIndex(of: a) ?? common.count, common.firstIndex(of: b) ?? common.count)
    return places.0 != places.1 ? places.0 < places.1 : precedes(a, b)
  }

  /// Of each name the value of the most confident claim that has it, of equally confident ones the first value.
  private func qualifiers(_ edge: AssembledEdge) -> [(String, PropertyValue)] {
    var best: [(name: String, value: String, confidence: Double)] = []
    for reference in edge.claims {
      let claim = claim(reference)
      for qualifier in claim.qualifiers {
        guard let known = best.firstIndex(where: { $0.name == qualifier.name }) else {
          best.append((qualifier.name, qualifier.value, claim.confidence))
          continue
        }
        let isBetter = claim.confidence > best[known].confidence
        if isBetter || (claim.confidence == best[known].confidence && precedes(qualifier.value, best[known].value)) {
          best[known] = (qualifier.name, qualifier.value, claim.confidence)
        }
      }
    }
    return best.sorted { isBefore($0.name, $1.name) }.map { (column($0.name), .string($0.value)) }
  }

  // MARK: Claims

  /// Members in the order of `PropertyMap`, that of their names.
  private func map(_ reference: ClaimReference) -> PropertyMap {
    let claim = claim(reference)
    let document = documents[reference.document]
    var map = PropertyMap()
    if let attribution = reference.attribution { map["attribution"] = .string(nodes[attribution].name) }
    map["confidence"] = .double(Confidence.rounded(claim.confidence))
    map["document"] = .string(document.id)
    if let date = document.date { map["documentDate"] = .string(date) }
    if let title = document.title { map["documentTitle"] = .string(title) }
    map["end"] = .int(Int64(claim.evidence.upperBound))
    map["modality"] = .string(claim.modality.rawValue)
    map["polarity"] = .string(claim.polarity.rawValue)
    map["qualifiers"] = .map(qualifierMap(claim.qualifiers))
    map["quote"] = .string(claim.quote)
    map["object"] = place(of: claim.object, in: claim, document)
    map["rule"] = .string(claim.rule)
    if let text = claim.sentenceText { map["sentence"] = .string(text) }
    map["sentenceEnd"] = .int(Int64(claim.sentence.upperBound))
    map["sentenceStart"] = .int(Int64(claim.sentence.lowerBound))
    map["start"] = .int(Int64(claim.evidence.lowerBound))
    map["subject"] = place(of: claim.subject, in: claim, document)
    return map
  }

  /// Where the sentence speaks of an end of its claim, as `[start, end]`: by name rather than otherwise, within the
  /// evidence rather than beside it, the longest; nil where it stands in another sentence.
  private func place(of id: String, in claim: Claim, _ document: DocumentClaims) -> PropertyValue? {
    guard let entity = document.entities.first(where: { $0.id.utf8.elementsEqual(id.utf8) }) else { return nil }
    let isNamed = { (mention: Mention) in mention.kind == .name }
    for range in [claim.evidence, claim.sentence] {
      let inside = entity.mentions.filter {
        !$0.range.isEmpty && range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
      }
      let best = inside.contains(where: isNamed) ? inside.filter(isNamed) : inside
      guard let longest = best.map(\.range).max(by: { ($0.count, $1.lowerBound) < ($1.count, $0.lowerBound) }) else {
        continue
      }
      return .list([.int(Int64(longest.lowerBound)), .int(Int64(longest.upperBound))])
    }
    return nil
  }

  /// A string a name; a list where a name has several values.
  private func qualifierMap(_ qualifiers: [Qualifier]) -> PropertyMap {
    var map = PropertyMap()
    for qualifier in qualifiers {
      switch map[qualifier.name] {
      case nil: map[qualifier.name] = .string(qualifier.value)
      case .list(let values): map[qualifier.name] = .list(values + [.string(qualifier.value)])
      case let value?: map[qualifier.name] = .list([value, .string(qualifier.value)])
      }
    }
    return map
  }
}
