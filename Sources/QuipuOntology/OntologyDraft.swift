/// A class or relation as the files declare it, its references still IRIs.
struct Draft {
  enum Kind: String { case `class`, relation }

  /// An IRI that a file refers to, and where.
  struct Reference {
    var iri: String
    var location: SourceLocation
  }

  var kind: Kind
  var iri: String
  /// The local name; of a relation its `UPPER_SNAKE_CASE`.
  var name: String
  /// The local name as the file spells it.
  var localName: String
  var location: SourceLocation
  var label: String?
  var comment: String?
  var parent: Reference?
  var domain: [Reference] = []
  var range: [Reference] = []
  /// Any class was named outright (`owl:Thing`), so that the parent's is not inherited.
  var domainIsAny = false
  var rangeIsAny = false
  var isSymmetric = false
  var inverse: Reference?
  var equivalents: [String] = []
}

/// Collects the drafts of all files: first every declaration, then what is said of each, so that order within the
/// files is free.
struct DraftCollector {
  private(set) var drafts: [Draft] = []
  private(set) var problems: [Problem] = []
  private var indexOfIRI: [String: Int] = [:]
  private var indexOfName: [String: Int] = [:]

  init(_ documents: [TurtleDocument]) {
    for d in documents { for t in d.triples { declare(t, in: d) } }
    for d in documents { for t in d.triples { describe(t, in: d) } }
  }

  private mutating func problem(_ location: SourceLocation, _ message: String) {
    problems.append(Problem(location, message))
  }

  // MARK: Declarations

  private mutating func declare(_ t: TurtleTriple, in document: TurtleDocument) {
    guard case .iri(let iri) = t.subject, let kind = declaredKind(t) else { return }
    let location = SourceLocation(file: document.file, line: t.line)
    if let known = indexOfIRI[iri] {
      if drafts[known].kind != kind {
        problem(location, "\(drafts[known].name) is declared as a class and as a relation; rename one of them")
      }
      return
    }
    let local = localName(iri)
    guard !local.isEmpty else {
      return problem(location, "<\(iri)> has no local name after its last # or /; give it one")
    }
    let name = kind == .class ? local : RelationName.snake(local)
    let key = kind.rawValue + name
    indexOfIRI[iri] = drafts.count
    if let other = indexOfName[key] {
      let message = "the \(kind.rawValue) \(name) is declared as <\(drafts[other].iri)> (\(drafts[other].location))"
      return problem(location, message + " and as <\(iri)>; use the first or choose another name")
    }
    indexOfName[key] = drafts.count
    drafts.append(Draft(kind: kind, iri: iri, name: name, localName: local, location: location))
  }

  /// What a triple declares its subject to be, by its type or by what RDFS infers from its parent.
  private func declaredKind(_ t: TurtleTriple) -> Draft.Kind? {
    switch t.predicate {
    case RDFS.subClassOf: return .class
    case RDFS.subPropertyOf, RDFS.domain, RDFS.range: return .relation
    case RDF.type:
      switch t.object {
      case .iri(OWL.class), .iri(RDFS.class): return .class
      case .iri(OWL.objectProperty), .iri(RDF.property), .iri(OWL.symmetricProperty): return .relation
      default: return nil
      }
    default: return nil
    }
  }

  private func localName(_ iri: String) -> String {
    let bytes = Array(iri.utf8)
    let cut = bytes.lastIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }
    return String(decoding: bytes[(cut.map { $0 + 1 } ?? 0)...], as: UTF8.self)
  }

  // MARK: Descriptions

  private mutating func describe(_ t: TurtleTriple, in document: TurtleDocument) {
    guard case .iri(let iri) = t.subject else { return }
    let location = SourceLocation(file: document.file, line: t.line)
    guard let index = indexOfIRI[iri], index < drafts.count, drafts[index].iri == iri else {
      if t.predicate == RDFS.label && iri.hasPrefix(Ontology.namespace) && indexOfIRI[iri] == nil {
        let hint = NearestName.hint(localName(iri), among: drafts.lazy.map(\.name))
        problem(location, "\(localName(iri)) has a label but is no class or relation; declare its type" + hint)
      }
      return
    }
    switch t.predicate {
    case RDFS.label: setText(\.label, of: index, t.object)
    case RDFS.comment: setText(\.comment, of: index, t.object)
    case RDFS.subClassOf, RDFS.subPropertyOf: setParent(of: index, t.object, location)
    case RDFS.domain: addClasses(\.domain, \.domainIsAny, of: index, t, document)
    case RDFS.range: addClasses(\.range, \.rangeIsAny, of: index, t, document)
    case RDF.type: if t.object == .iri(OWL.symmetricProperty) { drafts[index].isSymmetric = true }
    case OWL.inverseOf: setInverse(of: index, t.object, location)
    case OWL.equivalentClass, OWL.equivalentProperty, SKOS.exactMatch, SKOS.closeMatch:
      addEquivalent(to: index, t.object)
    default: break
    }
  }

  /// English or untagged text counts; of several, the last (a later file may rename).
  private mutating func setText(_ field: WritableKeyPath<Draft, String?>, of index: Int, _ object: TurtleNode) {
    guard case .literal(let text, let language) = object else { return }
    let isEnglish = language == nil || language == "en" || language?.hasPrefix("en-") == true
    if isEnglish || drafts[index][keyPath: field] == nil {
      drafts[index][keyPath: field] = text
    }
  }

  private mutating func setParent(of index: Int, _ object: TurtleNode, _ location: SourceLocation) {
    let draft = drafts[index]
    guard case .iri(let parent) = object else {
      return problem(location, "the parent of \(draft.name) is no IRI; name one \(draft.kind.rawValue)")
    }
    if parent == OWL.thing || parent == RDFS.resource || parent == OWL.topObjectProperty { return }
    if let known = draft.parent, known.iri != parent {
      let first = "\(localName(known.iri)) (\(known.location))"
      return problem(location, "\(draft.name) has two parents, \(first) and \(localName(parent)); keep one")
    }
    if draft.parent == nil { drafts[index].parent = Draft.Reference(iri: parent, location: location) }
  }

  private mutating func setInverse(of index: Int, _ object: TurtleNode, _ location: SourceLocation) {
    guard case .iri(let iri) = object else {
      return problem(location, "the inverse of \(drafts[index].name) is no IRI; name one relation")
    }
    drafts[index].inverse = Draft.Reference(iri: iri, location: location)
  }

  /// A class, a union of classes, or any (`owl:Thing`). Said several times, each widens, as schema.org's
  /// `domainIncludes` does: files that extend could otherwise only narrow.
  private mutating func addClasses(
    _ field: WritableKeyPath<Draft, [Draft.Reference]>, _ isAny: WritableKeyPath<Draft, Bool>, of index: Int,
    _ t: TurtleTriple, _ document: TurtleDocument
  ) {
    var members = [t]
    if case .blank(let id) = t.object {
      guard let union = document.object(of: id, OWL.unionOf), let list = document.list(union.object) else {
        let message = "the domain or range of \(drafts[index].name) is neither a class nor a list"
        return problem(
          SourceLocation(file: document.file, line: t.line), message + "; write [ owl:unionOf ( q:A q:B ) ]")
      }
      members = list
    }
    for m in members {
      let location = SourceLocation(file: document.file, line: m.line)
      guard case .iri(let iri) = m.object else {
        problem(location, "the domain or range of \(drafts[index].name) holds something that is no IRI; name a class")
        continue
      }
      if iri == OWL.thing || iri == RDFS.resource {
        drafts[index][keyPath: isAny] = true
      } else if !drafts[index][keyPath: field].contains(where: { $0.iri == iri }) {
        drafts[index][keyPath: field].append(Draft.Reference(iri: iri, location: location))
      }
    }
  }

  private mutating func addEquivalent(to index: Int, _ object: TurtleNode) {
    if case .iri(let iri) = object, !drafts[index].equivalents.contains(iri) { drafts[index].equivalents.append(iri) }
  }
}
