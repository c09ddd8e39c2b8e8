import ArgumentParser
import FoundationEssentials
import Quipu

@main
struct QuipuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quipu", abstract: "Builds knowledge graphs from documents.", subcommands: [DevExtract.self, DevAnnotate.self])
}

struct DevExtract: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "dev-extract")
  @Argument var files: [String]
  func run() throws {
    let resources = try ExtractionResources.load(.standard(dataFolder: try DataLocation.find()))
    let extractor = Extractor(resources: resources)
    for outcome in DocumentReader(DocumentSource(files)) {
      guard case .document(let document, _, _) = outcome else { print(outcome); continue }
      let claims = extractor.extract(document)
      var w = JSONWriter()
      w.beginObject(); w.member("id", claims.id); w.key("entities"); w.beginArray()
      for e in claims.entities { w.beginObject(); w.member("id", e.id); w.member("type", e.type); w.member("name", e.name); w.key("mentions"); w.beginArray(); for m in e.mentions { w.beginArray(); w.value(m.range.lowerBound); w.value(m.range.upperBound); w.endArray() }; w.endArray(); w.endObject() }
      w.endArray(); w.key("relations"); w.beginArray()
      for c in claims.claims { w.beginObject(); w.member("subject", c.subject); w.member("type", c.type); w.member("object", c.object); w.member("polarity", c.polarity.rawValue); w.member("modality", c.modality.rawValue); if let a = c.attribution { w.member("attribution", a) }; w.member("rule", c.rule); w.member("quote", c.quote); w.key("qualifiers"); w.beginObject(); for q in c.qualifiers { w.member(q.name, q.value) }; w.endObject(); w.endObject() }
      w.endArray(); w.endObject()
      print(String(decoding: w.bytes, as: UTF8.self))
    }
  }
}

struct DevAnnotate: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "dev-annotate")
  @Argument var files: [String]
  func run() throws {
    let resources = try ExtractionResources.load(.standard(dataFolder: try DataLocation.find()))
    let extractor = Extractor(resources: resources)
    for outcome in DocumentReader(DocumentSource(files)) {
      guard case .document(let document, _, _) = outcome else { print(outcome); continue }
      let a = extractor.analyzer.analyze(document)
      for s in a.sentences {
        print(s.kind, s.tokens.map { a.text($0..<$0+1) + "/" + a.tags[$0].code }.joined(separator: " "))
        for n in a.names where s.tokens.contains(n.tokens.lowerBound) { print("   N", a.text(n.tokens), n.form, n.label ?? "-", n.entries.count) }
        for n in a.values where s.tokens.contains(n.tokens.lowerBound) { print("   V", a.text(n.tokens), n.kind, n.normalized) }
      }
    }
  }
}
