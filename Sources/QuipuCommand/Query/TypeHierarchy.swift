import Quipu
import QuipuQuery

/// Which types of the ontology stand below which, for queries that ask for it.
struct TypeHierarchy: Sendable {
  /// What stands below a relation type or class, at any depth, in the order of declaration.
  private(set) var descendants: [String: [String]] = [:]
  /// Nearest first.
  private(set) var ancestors: [String: [String]] = [:]
  /// The part of `descendants` that is about relations: what a relationship type in a pattern may also stand for.
  private(set) var relations: [String: [String]] = [:]

  init(_ ontology: Ontology) {
    for (i, relation) in ontology.relations.enumerated() {
      let above = ontology.ancestors(of: RelationID(rawValue: UInt16(i))).map { ontology[$0].name }
      add(relation.name, below: above)
    }
    relations = descendants
    for (i, type) in ontology.classes.enumerated() {
      add(type.name, below: ontology.ancestors(of: ClassID(rawValue: UInt16(i))).map { ontology[$0].name })
    }
  }

  private mutating func add(_ name: String, below above: [String]) {
    ancestors[name] = above
    for ancestor in above { descendants[ancestor, default: []].append(name) }
  }

  /// That of the default ontology.
  static func load() throws(OntologyError) -> TypeHierarchy {
    let sources = ExtractionResources.Sources.standard(dataFolder: try DataLocation.find())
    return TypeHierarchy(try Ontology.load(sources.ontologies))
  }

  /// `db.subtypes(type)` and `db.supertypes(type)`. The ontology is read when one is first called.
  static func procedures() -> [Procedure] {
    let names = (subtypes: "db.subtypes", supertypes: "db.supertypes")
    return [
      procedure(names.subtypes, "the relation types or classes below this one in the ontology") { $0.descendants },
      procedure(names.supertypes, "the relation types or classes above this one in the ontology") { $0.ancestors },
    ]
  }

  private static func procedure(
    _ name: String, _ meaning: String, _ table: @escaping @Sendable (TypeHierarchy) -> [String: [String]]
  ) -> Procedure {
    Procedure(
      name, inputs: [.init("type", .string)], outputs: [.init("type", .string, isNullable: false)],
      summary: "\(name)(type): \(meaning)"
    ) { (arguments, _) throws(QueryError) -> [[QuipuQuery.Value]] in
      guard case .string(let type)? = arguments.first else { return [] }
      do throws(OntologyError) {
        return (table(try shared.get())[type] ?? []).map { [.string($0)] }
      } catch {
        throw QueryError(.procedure, .runtime, "OntologyUnavailable", "the ontology cannot be read: \(error)")
      }
    }
  }

  private static let shared = Result<TypeHierarchy, OntologyError> { () throws(OntologyError) in try load() }
}
