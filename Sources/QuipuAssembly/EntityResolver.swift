import QuipuClaims
import QuipuOntology

/// Decides which entities of different documents are one thing.
///
/// Four rules, each applied to what the ones before it made, and each blind to order: it looks at all candidates first
/// and unites afterwards. Where evidence points two ways, nothing is united.
///
/// 1. The same `kb`.
/// 2. The same family and the same name (case, accents, punctuation, leading 'the' and legal forms apart), where the
///    classes are the same or one is above the other, and at most one has a `kb`. Not so for people of one name only,
///    nor for descriptions ('police') of agents, places and events: another document means others by them.
/// 3. The name of one is an alias of exactly one other: an alias of two words or more, an acronym of its name, or an
///    abbreviation of the gazetteer. Classes and `kb` as in 2.
/// 4. A person of one name only is the one person of the collection whose last name that is, if the two share an
///    entity that is no place between their documents; where no one has that last name, people of this one name whose
///    documents share such an entity are one.
struct EntityResolver {
  /// One entity of one document.
  struct Local {
    var document: Int
    /// Index into the document's entities.
    var entity: Int
    var classID: ClassID
    /// At least 1.
    var weight: Int
    /// Normalised words, interned with spaces between.
    var name: Int
    var wordCount: Int
    var isDescription: Bool
    var kb: String?
  }

  /// What the rules so far hold for one.
  struct Cluster {
    /// Indexes of locals, ascending.
    var members: [Int]
    var family: ClassID
    /// The most specific class.
    var leaf: ClassID
    var kb: String?
    /// Normalised names, ascending.
    var names: [Int]
  }

  /// A name in a family.
  struct FamilyName: Hashable {
    var family: ClassID
    var name: Int
  }

  let documents: [DocumentClaims]
  let ontology: Ontology
  let gazetteer: Gazetteer
  let families: Families
  private(set) var locals: [Local] = []
  var sets = DisjointSets(count: 0)
  /// A member of what was united, and why.
  private(set) var reasons: [(member: Int, text: String)] = []
  private(set) var nameWords: [[String]] = []
  private var nameIndex: [String: Int] = [:]
  private var normalized: [String: (plain: Int, organization: Int)] = [:]

  init(_ documents: [DocumentClaims], _ ontology: Ontology, _ gazetteer: Gazetteer, _ families: Families) {
    self.documents = documents
    self.ontology = ontology
    self.gazetteer = gazetteer
    self.families = families
    for (d, document) in documents.enumerated() {
      for (e, entity) in document.entities.enumerated() {
        guard let classID = ontology.classID(entity.type) else { continue }
        let name = nameID(entity.name, families.kind(classID))
        locals.append(
          Local(
            document: d, entity: e, classID: classID, weight: max(1, entity.mentions.count), name: name,
            wordCount: nameWords[name].count, isDescription: NameNormalizer.isDescription(entity.name), kb: entity.kb))
      }
    }
    sets = DisjointSets(count: locals.count)
  }

  /// The locals of each thing, ascending, with why they are one. Complexity: O(n log n) in entities and aliases.
  mutating func resolve() -> [(cluster: Cluster, reasons: [String])] {
    uniteIdentifiers()
    uniteNames()
    uniteAliases()
    uniteLastNames()
    let clusters = clusters()
    var texts: [[String]] = Array(repeating: [], count: locals.count)
    for (member, text) in reasons { texts[sets.find(member)].append(text) }
    return clusters.map { cluster in
      let sorted = texts[cluster.members[0]].sorted(by: precedes)
      return (
        cluster, sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(\.element)
      )
    }
  }

  /// The number of a name's normalised form.
  mutating func nameID(_ name: String, _ kind: Families.Kind) -> Int {
    if let known = normalized[name] { return kind == .organization ? known.organization : known.plain }
    let ids = (
      plain: intern(NameNormalizer.words(name)),
      organization: intern(NameNormalizer.words(name, strippingLegalForm: true))
    )
    normalized[name] = ids
    return kind == .organization ? ids.organization : ids.plain
  }

  private mutating func intern(_ words: [String]) -> Int {
    let key = words.joined(separator: " ")
    if let known = nameIndex[key] { return known }
    nameIndex[key] = nameWords.count
    nameWords.append(words)
    return nameWords.count - 1
  }

  func entity(_ local: Int) -> Entity { documents[locals[local].document].entities[locals[local].entity] }

  mutating func unite(_ members: [Int], because text: String) {
    guard let first = members.first, members.count > 1 else { return }
    for member in members.dropFirst() { sets.union(first, member) }
    reasons.append((first, text))
  }

  /// The distinct names of some locals, quoted, in order: for reasons.
  func quoted(_ members: [Int]) -> String {
    var names: [String] = []
    for name in members.map({ entity($0).name }).sorted(by: precedes) where names.last != name { names.append(name) }
    return names.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// What is one by now, in the order of the first members.
  mutating func clusters() -> [Cluster] {
    let groups = sets.sets()
    var clusters: [Cluster] = []
    clusters.reserveCapacity(groups.count)
    for members in groups { clusters.append(cluster(members)) }
    return clusters
  }

  private mutating func cluster(_ members: [Int]) -> Cluster {
    let kb = members.compactMap { locals[$0].kb }.min(by: precedes)
    let known = kb.flatMap { gazetteer.entry(kb: $0) }
    let leaf = elected(members, from: known?.class)
    var names = [locals[members[0]].name]
    if members.count > 1 || known != nil {
      var all = Set(members.map { locals[$0].name })
      if let known { all.insert(nameID(known.name, families.kind(leaf))) }
      names = all.sorted()
    }
    return Cluster(members: members, family: families.head(leaf), leaf: leaf, kb: kb, names: names)
  }

  /// The class that most mentions support, themselves or through a class above it; of equals the more specific, then
  /// the first by name. The gazetteer's class holds unless the text has one below it.
  private func elected(_ members: [Int], from given: ClassID?) -> ClassID {
    let first = locals[members[0]].classID
    if given == nil, members.allSatisfy({ locals[$0].classID == first }) { return first }
    var votes: [ClassID: Int] = [:]
    for member in members { votes[locals[member].classID, default: 0] += locals[member].weight }
    if let given { votes[given, default: 0] += 0 }
    let all = votes.keys.sorted()
    let candidates = all.filter { c in
      (given.map { ontology.isSubclass(c, of: $0) } ?? true)
        && !all.contains { $0 != c && ontology.isSubclass($0, of: c) }
    }
    func support(_ c: ClassID) -> Int { all.reduce(0) { $0 + (ontology.isSubclass(c, of: $1) ? votes[$1] ?? 0 : 0) } }
    func rank(_ c: ClassID) -> (Int, Int) { (support(c), families.depth(c)) }
    let best = candidates.max { a, b in
      rank(a) != rank(b) ? rank(a) < rank(b) : precedes(ontology[b].name, ontology[a].name)
    }
    return best ?? given ?? first
  }
}
