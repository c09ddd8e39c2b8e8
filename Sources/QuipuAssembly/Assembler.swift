import QuipuClaims
import QuipuGraph
import QuipuOntology

/// Makes one graph of the claims of many documents.
///
/// The graph is a function of the set of documents: it doesn't depend on the order in which they came, and a document
/// that was added and withdrawn leaves no trace. Which entities become one node is told at `EntityResolver`.
public struct Assembler: Sendable {
  public struct Options: Sendable, Equatable {
    /// Edges whose confidence, over all their claims, is lower are left out.
    public var minimumConfidence: Double
    /// Whether nodes without edges are in the graph.
    public var includeIsolatedEntities: Bool

    public init(minimumConfidence: Double = 0, includeIsolatedEntities: Bool = true) {
      self.minimumConfidence = minimumConfidence
      self.includeIsolatedEntities = includeIsolatedEntities
    }
  }

  public let ontology: Ontology
  public let gazetteer: Gazetteer
  public var options: Options
  private var documents: [String: DocumentClaims] = [:]

  /// The gazetteer, loaded with this ontology, gives canonical names and classes to entities that have a `kb`.
  public init(ontology: Ontology, gazetteer: Gazetteer = Gazetteer(), options: Options = Options()) {
    self.ontology = ontology
    self.gazetteer = gazetteer
    self.options = options
  }

  public var documentCount: Int { documents.count }

  /// Sorted by their bytes.
  public var documentIDs: [String] { sortedDocuments.map(\.id) }

  /// Adds a document's claims, once they are found to fit the ontology. Complexity: O(entities + claims).
  public mutating func add(_ claims: DocumentClaims) throws(AssemblyError) {
    guard documents[claims.id] == nil else { throw .duplicateDocument(claims.id) }
    try check(claims)
    documents[claims.id] = claims
  }

  /// Takes a document out again; false when there is none with this id. Complexity: O(1).
  @discardableResult public mutating func withdraw(documentID: String) -> Bool {
    documents.removeValue(forKey: documentID) != nil
  }

  /// The graph. Complexity: O(n log n) in mentions and claims. Throws when a graph cannot hold that much.
  public func graph() throws(GraphError) -> PropertyGraph { try assemble().graph }

  /// What the graph holds, in numbers.
  public func summary() throws(GraphError) -> GraphSummary { try assemble().summary }

  /// Why the entities of a node became one, a sentence a reason, sorted; empty for a node of one entity or an unknown id.
  /// Complexity: that of `graph()`; `assemble()` gives the reasons of all nodes.
  public func explain(nodeID: String) -> [String] {
    let documents = sortedDocuments
    let nodes = NodeMaker(documents, ontology, gazetteer).nodes()
    return nodes.first { $0.id.utf8.elementsEqual(nodeID.utf8) }?.reasons ?? []
  }

  /// The graph with its summary and the reasons of its merges.
  public func assemble() throws(GraphError) -> Assembly {
    let documents = sortedDocuments
    let maker = NodeMaker(documents, ontology, gazetteer)
    let nodes = maker.nodes()
    let edges = EdgeMaker(documents, nodes, ontology).edges().filter { $0.confidence >= options.minimumConfidence }
    let builder = GraphBuilder(documents: documents, nodes: nodes, ontology: ontology, options: options)
    return try builder.build(edges)
  }

  private var sortedDocuments: [DocumentClaims] {
    documents.values.sorted { precedes($0.id, $1.id) }
  }

  private func check(_ document: DocumentClaims) throws(AssemblyError) {
    var known: Set<String> = []
    for entity in document.entities {
      guard known.insert(entity.id).inserted else {
        throw .duplicateEntity(document: document.id, entity: entity.id)
      }
      guard ontology.classID(entity.type) != nil else {
        throw .unknownClass(
          document: document.id, entity: entity.id, name: entity.type,
          suggestion: ontology.nearestClass(to: entity.type))
      }
    }
    for (i, claim) in document.claims.enumerated() {
      guard ontology.relationID(claim.type) != nil else {
        let nearest = ontology.nearestRelation(to: claim.type)
        throw .unknownRelation(document: document.id, name: claim.type, suggestion: nearest)
      }
      for id in [claim.subject, claim.object, claim.attribution] {
        guard let id, !known.contains(id) else { continue }
        throw .unknownEntity(document: document.id, relation: i, entity: id)
      }
    }
  }
}

/// A graph with what is told about it.
public struct Assembly: Sendable {
  public var graph: PropertyGraph
  public var summary: GraphSummary
  /// By node id, why several entities became that node; only nodes of several. Sorted by id.
  public var mergeReasons: [(nodeID: String, reasons: [String])]
}

/// Order by UTF-8 bytes: unlike `<` on strings, it holds canonically equivalent ones apart.
func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
