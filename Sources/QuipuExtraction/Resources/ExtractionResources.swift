import QuipuCore
import QuipuLanguage
import QuipuOntology

/// All that extraction knows of the language and the world, read from the data folder once and shared by all threads.
public struct ExtractionResources: Sendable {
  public let ontology: Ontology
  public let gazetteer: Gazetteer
  public let lexicon: Lexicon
  public let nameGazetteer: NameGazetteer
  public let cues: NameCues
  let roles: RoleTable
  let rules: RuleSet
  let speech: SpeechLexicon
  /// Lemmas of rising (true) and falling (false).
  let signs: [WordID: Bool]
  /// Classes that the code must ask for by name, resolved once.
  let classes: KeyClasses

  /// What to read.
  public struct Sources: Sendable {
    /// Turtle files or folders, later ones extending earlier ones.
    public var ontologies: [String]
    public var gazetteers: [String]
    public var rules: [String]
    /// The folder of word tables.
    public var lexicon: String

    public init(ontologies: [String], gazetteers: [String], rules: [String], lexicon: String) {
      self.ontologies = ontologies
      self.gazetteers = gazetteers
      self.rules = rules
      self.lexicon = lexicon
    }

    /// The default data: what lies under `Ontology` in the data folder.
    public static func standard(dataFolder: String) -> Sources {
      let base = dataFolder + "/Ontology"
      return Sources(
        ontologies: [base], gazetteers: [base + "/gazetteer"], rules: [base + "/rules"], lexicon: base + "/lexicon")
    }
  }

  /// Reads everything; throws all problems of the first source that has any.
  public static func load(_ sources: Sources) throws(OntologyError) -> ExtractionResources {
    let ontology = try Ontology.load(sources.ontologies)
    let gazetteer = try Gazetteer.load(sources.gazetteers, ontology: ontology)
    return try ExtractionResources(
      ontology: ontology, gazetteer: gazetteer, rules: try RuleParser.load(sources.rules),
      tables: try LexiconTables.load(sources.lexicon))
  }

  public init(
    ontology: Ontology, gazetteer: Gazetteer, rules definitions: [RuleDefinition], tables: LexiconTables
  ) throws(OntologyError) {
    self.ontology = ontology
    self.gazetteer = gazetteer
    classes = try KeyClasses(ontology)
    var builder = Lexicon.Builder()
    tables.fill(&builder)
    RuleSet.registerWords(of: definitions, in: &builder)
    lexicon = builder.build()
    nameGazetteer = GazetteerIndex.build(gazetteer, ontology: ontology)
    roles = RoleTable(tables.roles)
    cues = tables.cues(lexicon: lexicon, roles: roles, ontology: ontology, agent: classes.agent)
    speech = SpeechLexicon(tables, lexicon: lexicon)
    signs = tables.signs(lexicon)
    rules = try RuleSet(definitions, ontology: ontology, lexicon: lexicon)
  }
}

/// Classes of the default ontology that mechanisms ask for; an ontology that lacks one leaves that mechanism idle.
struct KeyClasses: Sendable {
  let agent, person, organization, group, place, country, area, city, product, commodity: ClassID

  init(_ ontology: Ontology) throws(OntologyError) {
    var problems: [Problem] = []
    func find(_ name: String) -> ClassID {
      if let id = ontology.classID(name) { return id }
      let place = SourceLocation(file: ontology.classes.first?.location.file ?? "ontology", line: 0)
      problems.append(Problem(place, "the ontology has no class '\(name)', which extraction needs; declare it"))
      return ClassID(rawValue: 0)
    }
    agent = find("Agent")
    person = find("Person")
    organization = find("Organization")
    group = find("PeopleGroup")
    place = find("Place")
    country = find("Country")
    area = find("AdministrativeArea")
    city = find("City")
    product = find("Product")
    commodity = find("Commodity")
    guard problems.isEmpty else { throw OntologyError(problems) }
  }
}
