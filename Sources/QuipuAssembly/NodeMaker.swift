import QuipuClaims
import QuipuCore
import QuipuOntology

/// A node before it goes into the graph.
struct AssembledNode {
  var id: String
  var name: String
  var classID: ClassID
  /// Other names, sorted.
  var aliases: [String]
  var kb: String?
  var mentions: Int
  /// Indexes, ascending.
  var documents: [Int]
  /// Index of the document and of the entity in it, ascending.
  var members: [(document: Int, entity: Int)]
  var reasons: [String]
}

/// Makes nodes of what the resolver found to be one: names, identifiers, order.
struct NodeMaker {
  private let documents: [DocumentClaims]
  private let ontology: Ontology
  private let gazetteer: Gazetteer
  private let families: Families

  init(_ documents: [DocumentClaims], _ ontology: Ontology, _ gazetteer: Gazetteer) {
    self.documents = documents
    self.ontology = ontology
    self.gazetteer = gazetteer
    families = Families(ontology)
  }

  /// Sorted by id. Complexity: O(n log n) in entities.
  func nodes() -> [AssembledNode] {
    var resolver = EntityResolver(documents, ontology, gazetteer, families)
    var nodes = resolver.resolve().map { node($0.cluster, resolver.locals, $0.reasons) }
    giveDistinctIDs(&nodes)
    return nodes.sorted { precedes($0.id, $1.id) }
  }

  private func node(
    _ cluster: EntityResolver.Cluster, _ locals: [EntityResolver.Local], _ reasons: [String]
  ) -> AssembledNode {
    let members = cluster.members.map { (document: locals[$0].document, entity: locals[$0].entity) }
    let entities = members.map { documents[$0.document].entities[$0.entity] }
    let kind = families.kind(cluster.leaf)
    let name = cluster.kb.flatMap { gazetteer.entry(kb: $0)?.name } ?? elected(entities, kind)
    var all: [String] = []
    for entity in entities { all += [entity.name] + entity.aliases }
    let family = families.name(cluster.leaf)
    return AssembledNode(
      id: "\(family):" + (cluster.kb ?? NodeMaker.slug(name, kind)), name: name, classID: cluster.leaf,
      aliases: distinct(all).filter { !$0.utf8.elementsEqual(name.utf8) }, kb: cluster.kb,
      mentions: entities.reduce(0) { $0 + $1.mentions.count },
      documents: members.reduce(into: []) { if $0.last != $1.document { $0.append($1.document) } }, members: members,
      reasons: reasons)
  }

  /// The name with the most mentions, of equals the longest, then the first. Where one has several words, its last word
  /// and its acronym don't stand for election.
  private func elected(_ entities: [Entity], _ kind: Families.Kind) -> String {
    if entities.count == 1 { return entities[0].name }
    var weights: [String: Int] = [:]
    for entity in entities { weights[entity.name, default: 0] += max(1, entity.mentions.count) }
    let names = weights.keys.sorted(by: precedes)
    let words = names.map { NameNormalizer.words($0) }
    let long = words.filter { $0.count > 1 }
    let candidates = names.indices.filter { i in
      guard words[i].count == 1 else { return true }
      return !long.contains { $0.last == words[i][0] || NameNormalizer.isAcronym(words[i][0], of: $0) }
    }
    func rank(_ i: Int) -> (Int, Int) { (weights[names[i]] ?? 0, names[i].unicodeScalars.count) }
    let best = candidates.max { rank($0) != rank($1) ? rank($0) < rank($1) : $0 > $1 }
    return best.map { names[$0] } ?? entities[0].name
  }

  /// A name as part of an identifier: its normalised words with hyphens; a hash for a name without letters and digits.
  static func slug(_ name: String, _ kind: Families.Kind) -> String {
    let words = NameNormalizer.words(name, strippingLegalForm: kind == .organization)
    return words.isEmpty ? StableHash.hexadecimal(StableHash.hash(name)) : words.joined(separator: "-")
  }

  private func distinct(_ names: [String]) -> [String] {
    let sorted = names.sorted(by: precedes)
    return sorted.indices.filter { $0 == 0 || !sorted[$0].utf8.elementsEqual(sorted[$0 - 1].utf8) }.map { sorted[$0] }
  }

  /// Nodes that would have one id get a hash of their class and mentions behind it: eight digits, sixteen where eight
  /// are not enough.
  private func giveDistinctIDs(_ nodes: inout [AssembledNode]) {
    var holders: [String: [Int]] = [:]
    for (i, node) in nodes.enumerated() { holders[node.id, default: []].append(i) }
    for same in holders.values where same.count > 1 {
      let hashes = same.map { StableHash.hexadecimal(hash(nodes[$0])) }
      var counts: [Substring: Int] = [:]
      for hash in hashes { counts[hash.suffix(8), default: 0] += 1 }
      for (i, hash) in zip(same, hashes) {
        nodes[i].id += "~" + (counts[hash.suffix(8)] == 1 ? String(hash.suffix(8)) : hash)
      }
    }
  }

  private func hash(_ node: AssembledNode) -> UInt64 {
    var hash = StableHash.hash(ontology[node.classID].name)
    for (document, entity) in node.members {
      hash = StableHash.hash(documents[document].id.utf8, seed: StableHash.combine(hash, 0x1E))
      hash = StableHash.hash(documents[document].entities[entity].id.utf8, seed: StableHash.combine(hash, 0x1F))
    }
    return hash
  }
}
