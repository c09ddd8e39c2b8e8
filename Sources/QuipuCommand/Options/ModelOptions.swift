import ArgumentParser
import Quipu

/// Which trained models to read English with.
struct ModelOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Use these models in place of those that come with quipu.", valueName: "file"))
  var model: String?

  /// Loads the model file; without one named, that of the data folder.
  func load() throws -> LanguageModel {
    try LanguageModel(path: model ?? DataLocation.find() + "/" + DataLocation.englishModel)
  }
}
