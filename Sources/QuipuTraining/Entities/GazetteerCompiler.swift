import FoundationEssentials
import QuipuCore
import QuipuDocuments
import QuipuLanguage

/// Makes the phrases of `GazetteerPhrases` from gazetteer files (`Ontology/gazetteer`, its README tells the columns).
public struct GazetteerCompiler {
  private var phrases: [UInt64: UInt32] = [:]
  private let tokenizer = RuleTokenizer()
  private var folded: [UInt8] = []

  public init() {}

  /// The gazetteer files of a data folder, in the order of their names.
  public static func files(dataFolder: String) throws -> [String] {
    let folder = dataFolder + "/Ontology/gazetteer"
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tsv") }.sorted()
      .map { folder + "/" + $0 }
  }

  private static let kinds: [String: GazetteerKind] = [
    "Country": .country, "AdministrativeArea": .region, "City": .city, "NaturalFeature": .feature,
    "Continent": .feature, "Facility": .facility, "Company": .company, "MediaOrganization": .media,
    "EducationalOrganization": .university, "SportsOrganization": .sports, "GovernmentBody": .organization,
    "InternationalOrganization": .organization, "ArmedForce": .organization, "ResearchOrganization": .organization,
    "PoliticalParty": .organization, "Person": .person, "Product": .product, "Weapon": .product, "Conflict": .event,
    "Attack": .event, "PeopleGroup": .group, "Law": .work,
  ]

  /// Adds the names of a file: name, aliases, adjectives, people and abbreviations of each entry of a known class.
  public mutating func add(_ path: String) throws {
    var isHead = true
    for line in try InputBytes.read(path).split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      defer { isHead = false }
      if isHead { continue }
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard columns.count >= 7, let kind = GazetteerCompiler.kinds[String(decoding: columns[1], as: UTF8.self)] else {
        continue
      }
      addNames([columns[2]], kind)
      for (column, kind) in [(3, kind), (4, .demonym), (5, .group), (6, kind)] as [(Int, GazetteerKind)] {
        addNames(columns[column].split(separator: UInt8(ascii: "|")), kind)
      }
    }
  }

  private mutating func addNames(_ names: [ArraySlice<UInt8>], _ kind: GazetteerKind) {
    for name in names { add(Array(name), kind) }
  }

  /// Adds one name. Those without a capital or of more words than are looked for are left out.
  public mutating func add(_ name: [UInt8], _ kind: GazetteerKind) {
    guard let first = name.first, first >= 0x80 || (first &- 0x41) < 26 else { return }
    name.withUnsafeBufferPointer { text in
      let tokens = tokenizer.tokenize(text)
      guard tokens.count <= GazetteerPhrases.maximumLength else { return }
      var phrase = GazetteerPhrases.start
      for (i, token) in tokens.enumerated() {
        FormFolding.fold(UnsafeBufferPointer(rebasing: text[token.range.range]), into: &folded)
        phrase = GazetteerPhrases.extend(phrase, by: folded.withUnsafeBufferPointer { FeatureHash.bytes($0) })
        phrases[phrase, default: 0] |= i == tokens.count - 1 ? kind.bit : GazetteerPhrases.goesOn
      }
    }
  }

  /// Adds the sections `name.keys`, `name.values`, `name.sets`.
  public func build(_ name: String, into builder: inout ModelFileBuilder) {
    var numbers: [UInt32: UInt16] = [:]
    var sets: [UInt32] = []
    var entries: [(hash: UInt64, value: UInt16)] = []
    for (phrase, set) in phrases.sorted(by: { $0.key < $1.key }) {
      let number = numbers[set] ?? UInt16(sets.count)
      if Int(number) == sets.count {
        sets.append(set)
        numbers[set] = number
      }
      entries.append((phrase, number))
    }
    builder.add(name, map: entries)
    builder.add(name + ".sets", integers: sets)
  }
}
