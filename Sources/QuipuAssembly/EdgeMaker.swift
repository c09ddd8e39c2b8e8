import QuipuClaims
import QuipuCore
import QuipuOntology

/// An edge before it goes into the graph.
struct AssembledEdge {
  var id: String
  /// Indexes of nodes.
  var source: Int
  var target: Int
  var relation: RelationID
  var polarity: Polarity
  var modality: Modality
  var confidence: Double
  /// Document and claim, in order of document, start, end and rule.
  var claims: [ClaimReference]
}

/// One claim of one document.
struct ClaimReference {
  var document: Int
  /// Index into the document's claims.
  var claim: Int
  /// The node of its attribution, if any.
  var attribution: Int?
}

/// Gathers the claims that say the same thing: one edge a subject, relation, object, polarity and modality.
///
/// A symmetric relation's edge leaves the node whose id comes first.
struct EdgeMaker {
  /// A claim with its ends resolved.
  private struct Resolved {
    var source: Int
    var target: Int
    /// The relation's place among all by name.
    var relation: Int
    var manner: Int
    var start: Int
    var end: Int
    var reference: ClaimReference

    func isSameEdge(_ other: Resolved) -> Bool {
      source == other.source && target == other.target && relation == other.relation && manner == other.manner
    }
  }

  private let documents: [DocumentClaims]
  private let nodes: [AssembledNode]
  private let ontology: Ontology
  /// By document and entity, the node.
  private var nodeOf: [[Int]]
  /// Relations by name, and the place of each in that.
  private let relations: [RelationID]
  private var placeOf: [Int]

  init(_ documents: [DocumentClaims], _ nodes: [AssembledNode], _ ontology: Ontology) {
    self.documents = documents
    self.nodes = nodes
    self.ontology = ontology
    nodeOf = documents.map { Array(repeating: 0, count: $0.entities.count) }
    for (n, node) in nodes.enumerated() { for member in node.members { nodeOf[member.document][member.entity] = n } }
    relations = ontology.relations.indices.map { RelationID(rawValue: UInt16($0)) }
      .sorted { precedes(ontology[$0].name, ontology[$1].name) }
    placeOf = Array(repeating: 0, count: relations.count)
    for (place, id) in relations.enumerated() { placeOf[Int(id.rawValue)] = place }
  }

  /// Sorted by source, relation's name, target, polarity and modality. Complexity: O(n log n) in claims.
  func edges() -> [AssembledEdge] {
    let claims = resolved().sorted(by: isBefore)
    var edges: [AssembledEdge] = []
    var start = 0
    while start < claims.count {
      var end = start + 1
      while end < claims.count, claims[end].isSameEdge(claims[start]) { end += 1 }
      edges.append(edge(claims[start..<end]))
      start = end
    }
    return edges
  }

  private func resolved() -> [Resolved] {
    var all: [Resolved] = []
    all.reserveCapacity(documents.reduce(0) { $0 + $1.claims.count })
    for (d, document) in documents.enumerated() {
      var nodeOfID: [String: Int] = [:]
      for (e, entity) in document.entities.enumerated() { nodeOfID[entity.id] = nodeOf[d][e] }
      for (c, claim) in document.claims.enumerated() {
        guard let subject = nodeOfID[claim.subject], let object = nodeOfID[claim.object],
          let relation = ontology.relationID(claim.type)
        else { continue }
        let swapped = ontology[relation].isSymmetric && object < subject
        let reference = ClaimReference(
          document: d, claim: c, attribution: claim.attribution.flatMap { nodeOfID[$0] })
        all.append(
          Resolved(
            source: swapped ? object : subject, target: swapped ? subject : object,
            relation: placeOf[Int(relation.rawValue)], manner: manner(claim), start: claim.evidence.lowerBound,
            end: claim.evidence.upperBound, reference: reference))
      }
    }
    return all
  }

  /// Polarity and modality as one number, in the order of their declaration.
  private func manner(_ claim: Claim) -> Int {
    let modality =
      switch claim.modality {
      case .asserted: 0
      case .possible: 1
      case .planned: 2
      case .denied: 3
      case .demanded: 4
      }
    return claim.polarity == .positive ? modality : modality + 5
  }

  private func isBefore(_ a: Resolved, _ b: Resolved) -> Bool {
    if a.source != b.source { return a.source < b.source }
    if a.relation != b.relation { return a.relation < b.relation }
    if a.target != b.target { return a.target < b.target }
    if a.manner != b.manner { return a.manner < b.manner }
    let x = a.reference
    let y = b.reference
    if x.document != y.document { return x.document < y.document }
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end < b.end }
    let rules = (claim(x).rule, claim(y).rule)
    if !rules.0.utf8.elementsEqual(rules.1.utf8) { return precedes(rules.0, rules.1) }
    return x.claim < y.claim
  }

  private func claim(_ reference: ClaimReference) -> Claim { documents[reference.document].claims[reference.claim] }

  private func edge(_ same: ArraySlice<Resolved>) -> AssembledEdge {
    let first = same[same.startIndex]
    let relation = relations[first.relation]
    let said = claim(first.reference)
    let parts = [
      nodes[first.source].id, ontology[relation].name, nodes[first.target].id, said.polarity.rawValue,
      said.modality.rawValue,
    ]
    var hash = StableHash.seed
    for part in parts { hash = StableHash.hash(part.utf8, seed: StableHash.combine(hash, 0x1F)) }
    return AssembledEdge(
      id: "e-" + StableHash.hexadecimal(hash), source: first.source, target: first.target, relation: relation,
      polarity: said.polarity, modality: said.modality, confidence: confidence(same), claims: same.map(\.reference))
  }

  /// One less the product of the doubts of each document's best claim, at most 0.99: documents are taken as
  /// independent witnesses, claims of one document are not.
  private func confidence(_ same: ArraySlice<Resolved>) -> Double {
    var doubt = 1.0
    var best = 0.0
    var document = -1
    for resolved in same {
      if resolved.reference.document != document {
        doubt *= 1 - best
        best = 0
        document = resolved.reference.document
      }
      best = max(best, Confidence.rounded(claim(resolved.reference).confidence))
    }
    return Confidence.rounded(min(1 - doubt * (1 - best), 0.99))
  }
}
