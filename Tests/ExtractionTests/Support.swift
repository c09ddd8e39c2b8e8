import Foundation
import QuipuClaims
import QuipuCore
import QuipuExtraction
import QuipuLanguage
import QuipuOntology
import Testing

/// The package's folder, found from this file.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// The default data, read once for all tests of this target.
enum Standard {
  static let extractor = Result {
    Extractor(
      resources: try ExtractionResources.load(.standard(dataFolder: packageRoot)),
      model: try LanguageModel(path: packageRoot + "/" + DataLocation.englishModel))
  }
  /// The rules by themselves, which is quick: test arguments are made of them.
  static let rules = Result { try RuleParser.load([packageRoot + "/Ontology/rules"]) }

  /// All that the gazetteer calls its entries, adjectives left out, in plain form, by key.
  static let surfaces: [String: Set<String>] = {
    guard let gazetteer = (try? extractor.get())?.resources.gazetteer else { return [:] }
    let keys = gazetteer.entries.map(\.kb)
    var out: [String: Set<String>] = [:]
    gazetteer.forEachSurface { entry, kind, range in
      guard kind != .adjective && kind != .people else { return }
      out[keys[entry], default: []].insert(plain(String(decoding: gazetteer.bytes[range.range], as: UTF8.self)))
    }
    return out
  }()

  static func extract(_ text: String, id: String = "test", date: String? = nil) throws -> DocumentClaims {
    try extractor.get().extract(Document(id: id, date: date.flatMap { CivilDate(iso: $0) }, text: text))
  }

  static func analyze(_ text: String) throws -> Analysis {
    try extractor.get().analyzer.analyze(Document(id: "test", text: text))
  }
}

/// The lines of a case file beside the tests that are neither empty nor comments, with their numbers.
func caseLines(_ name: String) throws -> [(number: Int, text: String)] {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases/" + name)
  let text = try String(contentsOf: file, encoding: .utf8)
  return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    .map { ($0.offset + 1, trimmed($0.element)) }
    .filter { !$0.1.isEmpty && !$0.1.hasPrefix("#") }
}

func trimmed(_ text: some StringProtocol) -> String { text.trimmingCharacters(in: .whitespaces) }

/// The fields of a case, which stand between bars.
func fields(_ line: String) -> [String] {
  line.split(separator: "|", omittingEmptySubsequences: false).map { trimmed($0) }
}

/// A name without case, accents and a leading article.
func plain(_ name: String) -> String {
  let folded = Folding.fold(name)
  return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
}

extension DocumentClaims {
  func entity(_ id: String) -> Entity? { entities.first { $0.id == id } }

  /// Whether the entity is called so, by its canonical name, another one or the gazetteer's.
  func isCalled(_ id: String, _ name: String) -> Bool {
    guard let entity = entity(id) else { return false }
    // What the gazetteer calls it counts too: 'the Kursk region' is found, 'Kursk Oblast' was meant.
    let known = entity.kb.map { Standard.surfaces[$0] ?? [] } ?? []
    return known.contains(plain(name)) || ([entity.name] + entity.aliases).contains { plain($0) == plain(name) }
  }

  func name(_ id: String) -> String { entity(id)?.name ?? "?\(id)" }

  /// The claim in one line, for messages.
  func line(_ claim: Claim) -> String {
    var text = "\(name(claim.subject)) \(claim.type) \(name(claim.object))"
    let qualifiers = claim.qualifiers.map { "\($0.name)=\($0.value)" }
    if !qualifiers.isEmpty { text += " {\(qualifiers.joined(separator: "; "))}" }
    if claim.polarity != .positive { text += " \(claim.polarity)" }
    if claim.modality != .asserted { text += " \(claim.modality)" }
    if let speaker = claim.attribution { text += " by \(name(speaker))" }
    return text + " [\(claim.rule)]"
  }

  /// Everything that was found, for messages.
  var summary: String {
    let names = entities.map { "\($0.name):\($0.type)" }.joined(separator: ", ")
    let all = claims.map { line($0) }.joined(separator: "; ")
    return "claims: \(all.isEmpty ? "none" : all) / entities: \(names)"
  }

  /// The first claim of that content, either way round where the relation has no direction.
  func claims(_ subject: String, _ relation: String, _ object: String, isSymmetric: Bool) -> [Claim] {
    claims.filter { claim in
      claim.type == relation
        && (isCalled(claim.subject, subject) && isCalled(claim.object, object)
          || isSymmetric && isCalled(claim.subject, object) && isCalled(claim.object, subject))
    }
  }
}
