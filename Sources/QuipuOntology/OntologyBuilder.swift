/// Turns drafts into an ontology: resolves references, checks, inherits.
struct OntologyBuilder {
  private let classes: [Draft]
  private let relations: [Draft]
  private var classOfIRI: [String: Int] = [:]
  private var relationOfIRI: [String: Int] = [:]
  private var problems: [Problem]

  init(_ documents: [TurtleDocument]) {
    let collected = DraftCollector(documents)
    problems = collected.problems
    classes = collected.drafts.filter { $0.kind == .class }
    relations = collected.drafts.filter { $0.kind == .relation }
    for (i, d) in classes.enumerated() { classOfIRI[d.iri] = i }
    for (i, d) in relations.enumerated() { relationOfIRI[d.iri] = i }
  }

  mutating func build() throws(OntologyError) -> Ontology {
    checkCount()
    let classParents = parents(of: classes, in: classOfIRI)
    let relationParents = parents(of: relations, in: relationOfIRI)
    reportCycles(classes, classParents)
    reportCycles(relations, relationParents)
    let domains = relations.map { resolve($0.domain, "domain", of: $0) }
    let ranges = relations.map { resolve($0.range, "range", of: $0) }
    let inverses = resolveInverses()
    guard problems.isEmpty else { throw OntologyError(problems) }

    let builtClasses = classes.enumerated().map { i, d in
      Ontology.Class(
        name: d.name, iri: d.iri, label: d.label ?? d.name, comment: d.comment ?? "",
        parent: classParents[i].map { ClassID(rawValue: UInt16($0)) }, equivalents: d.equivalents, location: d.location)
    }
    let builtRelations = relations.enumerated().map { i, d in
      Ontology.Relation(
        name: d.name, localName: RelationName.camel(d.localName), iri: d.iri,
        label: d.label ?? RelationName.camel(d.localName), comment: d.comment ?? "",
        parent: relationParents[i].map { RelationID(rawValue: UInt16($0)) },
        domain: inherited(i, relationParents, domains, \.domainIsAny),
        range: inherited(i, relationParents, ranges, \.rangeIsAny), isSymmetric: d.isSymmetric,
        inverse: inverses[i].map { RelationID(rawValue: UInt16($0)) }, equivalents: d.equivalents, location: d.location)
    }
    return Ontology(classes: builtClasses, relations: builtRelations)
  }

  private mutating func checkCount() {
    for (drafts, many) in [(classes, "classes"), (relations, "relations")] where drafts.count > Int(UInt16.max) {
      let place = drafts[Int(UInt16.max)].location
      problems.append(Problem(place, "more than \(UInt16.max) \(many); leave out those that are not used"))
    }
  }

  private mutating func parents(of drafts: [Draft], in index: [String: Int]) -> [Int?] {
    drafts.map { d in
      guard let parent = d.parent else { return nil }
      if let found = index[parent.iri] { return found }
      let message = "\(d.kind.rawValue) \(d.name) has the unknown parent <\(parent.iri)>"
      problems.append(
        Problem(parent.location, message + advice(parent.iri, drafts, "declare it or correct the name")))
      return nil
    }
  }

  private func advice(_ iri: String, _ drafts: [Draft], _ what: String) -> String {
    let local = iri.split { $0 == "#" || $0 == "/" }.last.map(String.init) ?? iri
    let isRelation = drafts.first?.kind == .relation
    let names = drafts.lazy.map { isRelation ? RelationName.camel($0.localName) : $0.name }
    return "; " + what + NearestName.hint(local, among: names)
  }

  /// Each cycle once, told from its first member in the order of declaration.
  private mutating func reportCycles(_ drafts: [Draft], _ parents: [Int?]) {
    // 0: not seen; otherwise the walk that saw it.
    var seenBy = Array(repeating: 0, count: drafts.count)
    for start in drafts.indices where seenBy[start] == 0 {
      var node = start
      while seenBy[node] == 0, let parent = parents[node] {
        seenBy[node] = start + 1
        node = parent
      }
      if seenBy[node] == start + 1 && parents[node] != nil { report(cycleThrough: node, drafts, parents) }
      if seenBy[node] == 0 { seenBy[node] = start + 1 }
    }
  }

  private mutating func report(cycleThrough node: Int, _ drafts: [Draft], _ parents: [Int?]) {
    var members = [node]
    while let last = members.last, let parent = parents[last], parent != node { members.append(parent) }
    let first = members.enumerated().min { $0.element < $1.element }?.offset ?? 0
    let turned = members[first...] + members[..<first] + [members[first]]
    let path = turned.map { drafts[$0].name }.joined(separator: " → ")
    let draft = drafts[members[first]]
    let message = "the \(draft.kind == .class ? "classes" : "relations") go round in a circle: \(path)"
    problems.append(Problem(draft.parent?.location ?? draft.location, message + "; take one of these parents away"))
  }

  private mutating func resolve(_ references: [Draft.Reference], _ what: String, of relation: Draft) -> [ClassID] {
    references.compactMap { r in
      if let found = classOfIRI[r.iri] { return ClassID(rawValue: UInt16(truncatingIfNeeded: found)) }
      let message = "relation \(relation.name) has the unknown \(what) <\(r.iri)>"
      problems.append(Problem(r.location, message + advice(r.iri, classes, "declare the class or correct the name")))
      return nil
    }
  }

  private mutating func resolveInverses() -> [Int?] {
    var inverses: [Int?] = Array(repeating: nil, count: relations.count)
    for (i, d) in relations.enumerated() {
      guard let inverse = d.inverse else { continue }
      guard let found = relationOfIRI[inverse.iri] else {
        let message = "relation \(d.name) has the unknown inverse <\(inverse.iri)>"
        let rest = advice(inverse.iri, relations, "declare it or correct the name")
        problems.append(Problem(inverse.location, message + rest))
        continue
      }
      inverses[i] = found
      if inverses[found] == nil { inverses[found] = i }
    }
    return inverses
  }

  /// The relation's own classes, or those of the nearest relation above that gives any.
  private func inherited(
    _ relation: Int, _ parents: [Int?], _ own: [[ClassID]], _ isAny: KeyPath<Draft, Bool>
  ) -> [ClassID] {
    var node: Int? = relation
    while let n = node {
      if relations[n][keyPath: isAny] { return [] }
      if !own[n].isEmpty { return own[n] }
      node = parents[n]
    }
    return []
  }
}
