/// A class's index in `Ontology.classes`.
public struct ClassID: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A relation's index in `Ontology.relations`.
public struct RelationID: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The classes and relations that a graph may use: two forests, each class and relation with at most one parent.
///
/// Ids follow the order of declaration: file by file, line by line, so that files added later leave earlier ids alone.
public struct Ontology: Sendable {
  /// The namespace of the default ontology, prefix `q:`.
  public static let namespace = "https://quipu-graph.org/ontology#"

  public struct Class: Sendable, Equatable {
    /// The local name of the IRI, `UpperCamelCase`.
    public let name: String
    public let iri: String
    /// For people; the name where the file gives none.
    public let label: String
    public let comment: String
    /// `nil` for a root.
    public let parent: ClassID?
    /// IRIs of the same or nearly the same class elsewhere, in the order given.
    public let equivalents: [String]
    public let location: SourceLocation
  }

  public struct Relation: Sendable, Equatable {
    /// `UPPER_SNAKE_CASE`, for property graphs.
    public let name: String
    /// `lowerCamelCase`, for RDF.
    public let localName: String
    public let iri: String
    public let label: String
    public let comment: String
    public let parent: RelationID?
    /// A subject belongs to one of these; empty: to any class.
    public let domain: [ClassID]
    /// An object belongs to one of these; empty: to any class.
    public let range: [ClassID]
    public let isSymmetric: Bool
    /// Set on both sides, whichever the file gives.
    public let inverse: RelationID?
    public let equivalents: [String]
    public let location: SourceLocation
  }

  public let classes: [Class]
  public let relations: [Relation]
  @usableFromInline let classForest: Forest
  @usableFromInline let relationForest: Forest
  let classIndex: [String: ClassID]
  let relationIndex: [String: RelationID]

  /// The parents must be free of cycles; `OntologyBuilder` sees to that.
  init(classes: [Class], relations: [Relation]) {
    self.classes = classes
    self.relations = relations
    classForest = Forest(parents: classes.map { $0.parent.map { Int($0.rawValue) } })
    relationForest = Forest(parents: relations.map { $0.parent.map { Int($0.rawValue) } })
    var classIndex: [String: ClassID] = [:]
    for (i, c) in classes.enumerated() { classIndex[c.name] = ClassID(rawValue: UInt16(i)) }
    var relationIndex: [String: RelationID] = [:]
    for (i, r) in relations.enumerated() {
      relationIndex[r.name] = RelationID(rawValue: UInt16(i))
      relationIndex[r.localName] = RelationID(rawValue: UInt16(i))
    }
    self.classIndex = classIndex
    self.relationIndex = relationIndex
  }

  // MARK: Names

  public func classID(_ name: some StringProtocol) -> ClassID? { classIndex[String(name)] }

  /// Takes both spellings: `LOCATED_IN` and `locatedIn`.
  public func relationID(_ name: some StringProtocol) -> RelationID? { relationIndex[String(name)] }

  @inlinable public subscript(id: ClassID) -> Class { classes[Int(id.rawValue)] }
  @inlinable public subscript(id: RelationID) -> Relation { relations[Int(id.rawValue)] }

  /// The class whose name is most like `name` (letter case aside), for "did you mean"; `nil` where none is near.
  public func nearestClass(to name: some StringProtocol) -> String? {
    NearestName.find(String(name), among: classes.lazy.map(\.name))
  }

  /// The relation whose name, in either spelling, is most like `name`, in the spelling that was meant.
  public func nearestRelation(to name: some StringProtocol) -> String? {
    let snake = name.contains("_") || name.allSatisfy { !$0.isLowercase }
    return NearestName.find(String(name), among: relations.lazy.map { snake ? $0.name : $0.localName })
  }

  // MARK: Hierarchy

  /// Whether every `a` is a `b`; true of a class and itself. Constant time.
  @inlinable public func isSubclass(_ a: ClassID, of b: ClassID) -> Bool {
    classForest.isDescendant(Int(a.rawValue), of: Int(b.rawValue))
  }

  /// Whether `a` implies `b`; true of a relation and itself. Constant time.
  @inlinable public func isSubrelation(_ a: RelationID, of b: RelationID) -> Bool {
    relationForest.isDescendant(Int(a.rawValue), of: Int(b.rawValue))
  }

  /// The parent, its parent and so on up to the root: nearest first, without the class itself.
  public func ancestors(of id: ClassID) -> [ClassID] {
    Array(
      sequence(state: id) { id in
        guard let parent = self[id].parent else { return nil }
        id = parent
        return parent
      })
  }

  /// The parent, its parent and so on up to the root: nearest first, without the relation itself.
  public func ancestors(of id: RelationID) -> [RelationID] {
    Array(
      sequence(state: id) { id in
        guard let parent = self[id].parent else { return nil }
        id = parent
        return parent
      })
  }

  /// The root above a class (the class itself if it is one): what identities are made of.
  public func family(of id: ClassID) -> ClassID {
    ClassID(rawValue: UInt16(classForest.root[Int(id.rawValue)]))
  }

  /// Whether the relation's domain and range admit these classes; a symmetric relation takes them either way round.
  public func accepts(_ relation: RelationID, subject: ClassID, object: ClassID) -> Bool {
    let r = self[relation]
    if admits(r.domain, subject) && admits(r.range, object) { return true }
    return r.isSymmetric && admits(r.domain, object) && admits(r.range, subject)
  }

  private func admits(_ classes: [ClassID], _ id: ClassID) -> Bool {
    if classes.isEmpty { return true }
    for c in classes where isSubclass(id, of: c) { return true }
    return false
  }
}
