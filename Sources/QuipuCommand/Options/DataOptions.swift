import ArgumentParser
import FoundationEssentials
import Quipu

/// Which ontology, gazetteer and rules to use.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Add classes, relations, names and rules to the default ones; may be given several times.",
      discussion: "A Turtle file, or a folder of them with gazetteer/ (.tsv) and rules/ (.rules) in it.",
      valueName: "file|dir"))
  var ontology: [String] = []

  @Flag(help: "Use what --ontology names in place of the default ontology, gazetteer and rules.")
  var replaceOntology = false

  func validate() throws {
    if replaceOntology, ontology.isEmpty {
      throw ValidationError("--replace-ontology wants --ontology FILE or DIR: there is nothing to replace it with.")
    }
  }

  func sources() throws(OntologyError) -> ExtractionResources.Sources {
    try DataSources.sources(adding: ontology, replacing: replaceOntology)
  }
}

/// Finds the data that goes with a user's ontology.
enum DataSources {
  /// The default data with the paths' added, or the paths' alone with the default word tables.
  static func sources(
    adding paths: [String], replacing: Bool
  ) throws(OntologyError) -> ExtractionResources.Sources {
    var sources = ExtractionResources.Sources.standard(dataFolder: try DataLocation.find())
    if replacing { (sources.ontologies, sources.gazetteers, sources.rules) = ([], [], []) }
    for path in paths { add(path, to: &sources) }
    return sources
  }

  private static func add(_ path: String, to sources: inout ExtractionResources.Sources) {
    if path.hasSuffix(".rules") {
      sources.rules.append(path)
    } else if path.hasSuffix(".tsv") {
      sources.gazetteers.append(path)
    } else {
      let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      sources.ontologies.append(folder)
      if isFolder(folder + "/gazetteer") { sources.gazetteers.append(folder + "/gazetteer") }
      if isFolder(folder + "/rules") { sources.rules.append(folder + "/rules") }
      if isFolder(folder + "/lexicon") { sources.lexicon = folder + "/lexicon" }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
