import QuipuOntology
import Testing

@Suite struct OntologyTests {
  static let body = """
    q:Agent a owl:Class ; rdfs:label "agent"@en , "Handelnder"@de ; rdfs:comment "Who acts." .
    q:Person a owl:Class ; rdfs:subClassOf q:Agent ; owl:equivalentClass <https://schema.org/Person> .
    q:Place a owl:Class .
    q:Country rdfs:subClassOf q:Place .
    q:relatedTo a owl:ObjectProperty .
    q:worksFor rdfs:subPropertyOf q:relatedTo ;
      rdfs:domain q:Person ; rdfs:range [ owl:unionOf ( q:Agent q:Country ) ] .
    q:leads rdfs:subPropertyOf q:worksFor .
    q:borders a owl:SymmetricProperty ; rdfs:domain q:Country ; rdfs:range q:Place .
    q:employs rdfs:subPropertyOf q:relatedTo ; owl:inverseOf q:worksFor .
    """

  @Test func namesAndLabels() throws {
    let o = try ontology(Self.body)
    #expect(o.classes.map(\.name) == ["Agent", "Person", "Place", "Country"])
    #expect(o.relations.map(\.name) == ["RELATED_TO", "WORKS_FOR", "LEADS", "BORDERS", "EMPLOYS"])
    #expect(o.relations.map(\.localName) == ["relatedTo", "worksFor", "leads", "borders", "employs"])
    #expect(o.classes[0].label == "agent")
    #expect(o.classes[0].comment == "Who acts.")
    #expect(o.classes[3].label == "Country")
    #expect(o.classes[1].equivalents == ["https://schema.org/Person"])
    #expect(o.classes[1].location == SourceLocation(file: "small.ttl", line: 6))
    #expect(o.relationID("WORKS_FOR") == o.relationID("worksFor"))
    #expect(o.relationID("works_for") == nil)
    #expect(o.classID("Persn") == nil)
    #expect(o.nearestClass(to: "Persn") == "Person")
    #expect(o.nearestClass(to: "Zeppelin") == nil)
    #expect(o.nearestRelation(to: "WORK_FOR") == "WORKS_FOR")
    #expect(o.nearestRelation(to: "workFor") == "worksFor")
  }

  @Test func hierarchyAndInheritance() throws {
    let o = try ontology(Self.body)
    let person = try #require(o.classID("Person"))
    let agent = try #require(o.classID("Agent"))
    let country = try #require(o.classID("Country"))
    #expect(o.isSubclass(person, of: agent) && !o.isSubclass(agent, of: person) && o.isSubclass(person, of: person))
    #expect(!o.isSubclass(country, of: agent))
    #expect(o.ancestors(of: person) == [agent])
    #expect(o.family(of: person) == agent)
    let leads = try #require(o.relationID("LEADS"))
    let root = try #require(o.relationID("RELATED_TO"))
    #expect(o.ancestors(of: leads).map { o[$0].name } == ["WORKS_FOR", "RELATED_TO"])
    #expect(o.isSubrelation(leads, of: root) && !o.isSubrelation(root, of: leads))
    #expect(o[leads].domain == [person])
    #expect(o[leads].range == [agent, country])
    #expect(o.accepts(leads, subject: person, object: country))
    #expect(!o.accepts(leads, subject: country, object: person))
    #expect(o.accepts(root, subject: country, object: country))
    let works = try #require(o.relationID("WORKS_FOR"))
    #expect(o[works].inverse == o.relationID("EMPLOYS"))
    #expect(o[try #require(o.relationID("EMPLOYS"))].inverse == works)
  }

  @Test func symmetricRelationsTakeBothDirections() throws {
    let o = try ontology(Self.body)
    let borders = try #require(o.relationID("BORDERS"))
    let place = try #require(o.classID("Place"))
    let country = try #require(o.classID("Country"))
    #expect(o[borders].isSymmetric)
    #expect(o.accepts(borders, subject: country, object: place))
    #expect(o.accepts(borders, subject: place, object: country))
    #expect(!o.accepts(borders, subject: place, object: place))
  }

  /// Over forests of every shape that a small generator makes: the intervals say what walking the parents says.
  @Test func subclassAgreesWithWalkingParents() throws {
    var state: UInt64 = 7
    func random(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(n))
    }
    for size in [1, 2, 3, 10, 40] {
      var lines = ""
      // A parent may be declared after its child: shuffle the names.
      let names = (0..<size).map { "C\(($0 * 7) % 41)" }
      for i in 0..<size {
        lines += "q:\(names[i]) a owl:Class"
        lines += i > 0 && random(4) > 0 ? " ; rdfs:subClassOf q:\(names[random(i)]) .\n" : " .\n"
      }
      let o = try ontology(lines.split(separator: "\n").reversed().joined(separator: "\n"))
      let ids = o.classes.indices.map { ClassID(rawValue: UInt16($0)) }
      #expect(ids.count == size)
      for a in ids {
        for b in ids { #expect(o.isSubclass(a, of: b) == (a == b || o.ancestors(of: a).contains(b))) }
        #expect(o.family(of: a) == (o.ancestors(of: a).last ?? a))
      }
    }
  }

  @Test func spellings() throws {
    let o = try ontology(["q:hasURL", "q:g7Member", "my:SOLD_TO"].map { "\($0) a owl:ObjectProperty ." }.joined())
    #expect(o.relations.map(\.name) == ["HAS_URL", "G7_MEMBER", "SOLD_TO"])
    #expect(o.relations.map(\.localName) == ["hasURL", "g7Member", "soldTo"])
    #expect(o.relationID("hasURL") == o.relationID("HAS_URL"))
  }
}
