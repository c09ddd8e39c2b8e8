import ArgumentParser
import Quipu
import QuipuTraining

/// `quipu train join`: the models of several files in one, so that they can be trained side by side.
struct TrainJoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Puts the models of several files into one.",
    discussion: """
      What two files both have must be the same in both: parser and recognizer may be trained at the same time, each into \
      a copy of the file that holds the vocabulary and the tagger they build on.
      """)

  @Argument(help: ArgumentHelp("Model files.", valueName: "model")) var files: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The model file to write.", valueName: "model"))
  var output: String

  func validate() throws {
    try OutputPaths.check([output], against: files)
    guard output != "-" else { throw ValidationError("A model goes to a file, not to standard output.") }
  }

  func run() throws {
    try OutputPaths.checkFolder(of: output)
    var builder = ModelFileBuilder()
    var known: [String: (file: ModelFile, section: ModelSection)] = [:]
    for path in files {
      let file = try ModelFile(path: path)
      for section in file.sections {
        if let other = known[section.name] {
          guard other.file.bytes(of: other.section).elementsEqual(file.bytes(of: section)) else {
            throw TrainingError(
              path: path, reason: "has another '\(section.name)' than \(other.file.path)",
              advice: "train one of the two again, into a copy of the other")
          }
        } else {
          known[section.name] = (file, section)
          builder.add(section, of: file)
        }
      }
    }
    try ModelOutput.write(builder.build(), to: output)
  }
}
