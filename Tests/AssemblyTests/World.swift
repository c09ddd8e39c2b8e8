import QuipuAssembly
import QuipuClaims
import QuipuGraph
import QuipuOntology

/// A small ontology and gazetteer, and short ways to write claims down.
enum World {
  static let turtle = """
    @prefix q: <https://quipu-graph.org/ontology#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    q:Agent a owl:Class .
    q:Person a owl:Class ; rdfs:subClassOf q:Agent .
    q:Organization a owl:Class ; rdfs:subClassOf q:Agent .
    q:Company a owl:Class ; rdfs:subClassOf q:Organization .
    q:GovernmentBody a owl:Class ; rdfs:subClassOf q:Organization .
    q:PeopleGroup a owl:Class ; rdfs:subClassOf q:Agent .
    q:Place a owl:Class .
    q:Country a owl:Class ; rdfs:subClassOf q:Place .
    q:City a owl:Class ; rdfs:subClassOf q:Place .
    q:Event a owl:Class .
    q:Product a owl:Class .
    q:relatedTo a owl:ObjectProperty .
    q:worksFor a owl:ObjectProperty ; rdfs:subPropertyOf q:relatedTo .
    q:meetsWith a owl:ObjectProperty, owl:SymmetricProperty ; rdfs:subPropertyOf q:relatedTo .
    """

  static let table = """
    kb\tclass\tname\taliases\tabbreviations
    iso3166:RU\tCountry\tRussia\tRussian Federation\t
    iso3166:AR\tCountry\tArgentina\tArgentine Republic\t
    org:UN\tOrganization\tUnited Nations\tUnited Nations Organization\tUN|U.N.

    """

  static func ontology() throws -> Ontology { try Ontology.parse(turtle) }

  static func assembler(_ documents: [DocumentClaims], options: Assembler.Options = .init()) throws -> Assembler {
    let ontology = try ontology()
    let gazetteer = try Gazetteer.parse(table, ontology: ontology)
    var assembler = Assembler(ontology: ontology, gazetteer: gazetteer, options: options)
    for document in documents { try assembler.add(document) }
    return assembler
  }

  /// Ids of the nodes that some documents make.
  static func ids(_ documents: [DocumentClaims]) throws -> [String] {
    let graph = try assembler(documents).graph()
    return graph.nodes.map { graph.id(of: $0) }
  }
}

/// An entity with so many mentions; its id is its name.
func entity(
  _ type: String, _ name: String, aliases: [String] = [], kb: String? = nil, mentions: Int = 1, id: String? = nil
) -> Entity {
  Entity(
    id: id ?? name, type: type, name: name, aliases: aliases,
    mentions: (0..<mentions).map { Mention(range: $0..<($0 + 1)) }, kb: kb)
}

func document(_ id: String, _ entities: [Entity], _ claims: [Claim] = []) -> DocumentClaims {
  DocumentClaims(id: id, sentenceCount: 3, entities: entities, claims: claims)
}

func claim(
  _ subject: String, _ type: String, _ object: String, _ confidence: Double = 0.5, at start: Int = 0,
  polarity: Polarity = .positive, modality: Modality = .asserted, by attribution: String? = nil,
  _ qualifiers: [Qualifier] = [], rule: String = "r"
) -> Claim {
  Claim(
    subject: subject, type: type, object: object, evidence: start..<(start + 5), sentence: 0..<40, quote: "\(start)",
    confidence: confidence, polarity: polarity, modality: modality, attribution: attribution, qualifiers: qualifiers,
    rule: rule)
}

/// Everything that a graph holds in the order in which it holds it: what an export would write.
func dump(_ graph: PropertyGraph) -> [String] {
  var lines = graph.graphProperties.map { "\($0.key)=\($0.value)" }
  for node in graph.nodes {
    lines.append("\(graph.id(of: node)) \(graph.labels(of: node)) \(graph.properties(of: node))")
  }
  for edge in graph.edges {
    let ends = graph.endpoints(of: edge)
    lines.append(
      "\(graph.id(of: edge)) \(graph.id(of: ends.source)) \(graph.type(of: edge)) \(graph.id(of: ends.target)) "
        + "\(graph.properties(of: edge))")
  }
  return lines
}
