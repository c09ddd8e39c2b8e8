import QuipuOntology

/// The families that identities are made of: a root class and all below it, except that agents part into people,
/// organisations and groups, since nothing is two of these.
struct Families {
  /// What the rules of resolution tell apart.
  enum Kind { case person, organization, group, place, event, other }

  /// By class, the class that stands for its family.
  private let heads: [ClassID]
  private let names: [String]
  private let kinds: [Kind]
  private let depths: [Int]
  private let ontology: Ontology

  init(_ ontology: Ontology) {
    self.ontology = ontology
    let all = ontology.classes.indices.map { ClassID(rawValue: UInt16($0)) }
    let agent = ontology.classID("Agent")
    heads = all.map { id in
      let chain = [id] + ontology.ancestors(of: id)
      guard let root = chain.last, root == agent, chain.count > 1 else { return chain.last ?? id }
      return chain[chain.count - 2]
    }
    depths = all.map { ontology.ancestors(of: $0).count }
    names = heads.map { ontology[$0].name == "PeopleGroup" ? "group" : ontology[$0].name.lowercased() }
    kinds = names.map { name in
      switch name {
      case "person": .person
      case "organization": .organization
      case "group": .group
      case "place": .place
      case "event": .event
      default: .other
      }
    }
  }

  func head(_ id: ClassID) -> ClassID { heads[Int(id.rawValue)] }
  /// As node ids begin: `person`, `organization`, `group`, `place`.
  func name(_ id: ClassID) -> String { names[Int(id.rawValue)] }
  func kind(_ id: ClassID) -> Kind { kinds[Int(id.rawValue)] }
  /// 0 for a root.
  func depth(_ id: ClassID) -> Int { depths[Int(id.rawValue)] }

  /// The most specific of classes of which each is a subclass of the next, in some order; nil when they fork.
  func leaf(_ classes: some Sequence<ClassID>) -> ClassID? {
    let sorted = classes.sorted { (depth($1), $1) < (depth($0), $0) }
    guard let leaf = sorted.first else { return nil }
    return sorted.allSatisfy { ontology.isSubclass(leaf, of: $0) } ? leaf : nil
  }
}
