import ArgumentParser
import Quipu

/// `quipu dump`: what the linguistic analysis sees, for those who write rules. Not shown in the help; its form is free.
struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Prints sentences, tags, names and values.", shouldDisplay: false)

  @Argument var files: [String]

  @OptionGroup var model: ModelOptions

  func run() throws {
    let resources = try ExtractionResources.load(.standard(dataFolder: try DataLocation.find()))
    let analyzer = Extractor(resources: resources, model: try model.load()).analyzer
    for outcome in DocumentReader(DocumentSource(files)) {
      switch outcome {
      case .failure(let error): Console(isQuiet: false).error(error)
      case .document(let document, _, _): try StandardOutput.write(dump(analyzer.analyze(document)))
      }
    }
  }

  private func dump(_ analysis: Analysis) -> String {
    var out = ""
    for sentence in analysis.sentences {
      let tokens = sentence.tokens.map { analysis.text($0..<$0 + 1) + "/" + analysis.tags[$0].code }
      out += "\(sentence.kind) \(tokens.joined(separator: " "))\n"
      for name in analysis.names where sentence.tokens.contains(name.tokens.lowerBound) {
        let label = name.label.map { "\($0)" } ?? "-"
        out += "   N \(analysis.text(name.tokens)) \(name.form) \(label) \(name.entries.count)\n"
      }
      for value in analysis.values where sentence.tokens.contains(value.tokens.lowerBound) {
        out += "   V \(analysis.text(value.tokens)) \(value.kind) \(value.normalized)\n"
      }
    }
    return out
  }
}
