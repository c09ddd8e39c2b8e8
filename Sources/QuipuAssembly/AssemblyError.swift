/// Why a document's claims were refused. The assembler is as it was before.
public enum AssemblyError: Error, Hashable, Sendable {
  /// A document with this id was added before and not withdrawn.
  case duplicateDocument(String)
  /// Two entities of the document have one id.
  case duplicateEntity(document: String, entity: String)
  /// An entity's class is not in the ontology; `suggestion` is the class most like it.
  case unknownClass(document: String, entity: String, name: String, suggestion: String?)
  /// A relation's type is not in the ontology; `suggestion` is the relation most like it.
  case unknownRelation(document: String, name: String, suggestion: String?)
  /// A relation names an entity that the document does not have.
  case unknownEntity(document: String, relation: Int, entity: String)
}

extension AssemblyError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .duplicateDocument(let id):
      "document \"\(id)\" was added before: give every document its own id, or withdraw the earlier one first"
    case .duplicateEntity(let document, let entity):
      "document \"\(document)\": two entities have the id \"\(entity)\""
    case .unknownClass(let document, let entity, let name, let suggestion):
      "document \"\(document)\", entity \"\(entity)\": the ontology has no class \"\(name)\"" + hint(suggestion)
    case .unknownRelation(let document, let name, let suggestion):
      "document \"\(document)\": the ontology has no relation \"\(name)\"" + hint(suggestion)
    case .unknownEntity(let document, let relation, let entity):
      "document \"\(document)\", relations[\(relation)]: the document has no entity \"\(entity)\""
    }
  }

  private func hint(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean \"\($0)\"?" } ?? "; declare it in the ontology"
  }
}
