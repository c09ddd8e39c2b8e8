import ArgumentParser
import Quipu
import QuipuTraining

/// `quipu train entities`: the recognizer of named entities.
struct TrainEntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Trains the recognizer of named entities from annotated text.",
    discussion: """
      Files are JSON Lines, {"id","text","entities":[{"type","mentions":[[start,end]]}]} with offsets in Unicode \
      scalars, or columns of words and IOB2 tags. Train vocabulary and tagger into the same file first: names are learnt with \
      what they say.

      With --from the model of the file stays as it is, and the types of your documents are added as classes of their \
      own; a class of the same name is put out of use. Thirty documents are a beginning.

      EXAMPLES
        quipu train entities --recipe Models/entities.recipe --data ../shared/data -o english.model
        quipu train entities --train news.jsonl --dev held.jsonl --map PER=Person ORG=Organization -o english.model
        quipu train entities --from ships.jsonl -o english.model
      """)

  @Option(
    name: .customLong("train"), parsing: .upToNextOption,
    help: ArgumentHelp("Annotated files to learn from, plain or gzipped.", valueName: "file"))
  var training: [String] = []

  @Option(
    help: ArgumentHelp("Sources with their own names of classes: see Documentation/Models.md.", valueName: "file"))
  var recipe: String?

  @Option(help: ArgumentHelp("The folder that the recipe's files are in.", valueName: "dir"))
  var data = ""

  @Option(
    name: .customLong("from"), parsing: .upToNextOption,
    help: ArgumentHelp("Your own annotated files, whose types are added to the model's classes.", valueName: "file"))
  var additions: [String] = []

  @Option(
    name: .customLong("dev"), parsing: .upToNextOption,
    help: ArgumentHelp("Annotated files to score on.", valueName: "file"))
  var development: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What types are called in the model: PER=Person, MISC=? for 'do not learn'.", valueName: "map"))
  var map: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("The model file.", valueName: "model"))
  var output: String

  @Option(help: ArgumentHelp("Times to go through the training data.", valueName: "n"))
  var epochs: Int?

  @Option(help: ArgumentHelp("Trainings of so many epochs, whose weights add up.", valueName: "n"))
  var rounds: Int?

  @Option(help: ArgumentHelp("Seed of the order of sentences.", valueName: "n"))
  var seed = EntityTrainer.Settings().seed

  @Option(help: ArgumentHelp("The table of weights has 2^n rows, from 8 to 24.", valueName: "n"))
  var bits: Int?

  func validate() throws {
    let given = [!training.isEmpty, recipe != nil, !additions.isEmpty].filter { $0 }.count
    guard given == 1 else { throw ValidationError("Give one of --train, --recipe and --from.") }
    try OutputPaths.check([output], against: training + additions + development + (recipe.map { [$0] } ?? []))
    guard output != "-" else { throw ValidationError("A model goes to a file, not to standard output.") }
    if let epochs, epochs < 1 { throw ValidationError("--epochs wants a whole number from 1 on, not \(epochs).") }
    if let rounds, rounds < 1 { throw ValidationError("--rounds wants a whole number from 1 on, not \(rounds).") }
    if let bits, !(8...24).contains(bits) { throw ValidationError("--bits wants a number from 8 to 24, not \(bits).") }
  }

  func run() throws {
    try OutputPaths.checkFolder(of: output)
    let file = ModelOutput(path: output)
    let existing = try file.existing()
    let plan = try EntityPlan(self, existing: existing)
    var settings = plan.settings
    settings.seed = seed
    if let epochs { settings.epochs = epochs }
    if let rounds { settings.rounds = rounds }
    if let bits { settings.bits = bits }
    settings.warmup = min(settings.warmup, settings.epochs - 1)
    var records = try EntityRecords(existing)
    try records.jackknife(plan.treebank)
    let trainer = try EntityTrainer(
      plan.sources, classes: plan.classes, gazetteer: try plan.phrases(), records: records, settings: settings)
    let console = Console(isQuiet: false)
    try trainer.run(from: file.checkpoint()) { epoch, checkpoint in
      var builder = plan.others
      trainer.add(to: &builder, prefix: plan.prefix)
      let recognizer = try EntityRecognizer(ModelFile(bytes: builder.build()))
      let evaluation = EntityEvaluation(recognizer, records: records)
      console.show("epoch \(epoch)" + plan.development.map { "; " + evaluation.line($0) }.joined() + "\n")
      try ModelOutput.write(checkpoint(), to: file.checkpointPath)
    }
    var builder = plan.others
    trainer.add(to: &builder, prefix: plan.prefix)
    try ModelOutput.write(builder.build(), to: output)
    file.removeCheckpoint()
  }
}

/// What a training of entities takes, and what of the model file it leaves as it is.
private struct EntityPlan {
  var sources: [EntitySource] = []
  var development: [EntitySource] = []
  var classes: [String] = []
  var settings = EntityTrainer.Settings()
  /// What the tagger was trained from, if it is known.
  var treebank: [TreebankSentence] = []
  let prefix: String
  /// The sections that stay, and the gazetteer's.
  var others: ModelFileBuilder

  init(_ command: TrainEntitiesCommand, existing: ModelFile?) throws {
    let documents = try AnnotatedDocuments(existing)
    prefix = command.additions.isEmpty ? "entities" : "entities.added"
    others =
      existing.map { ModelFileBuilder($0, without: command.additions.isEmpty ? "entities." : "entities.added.") }
      ?? ModelFileBuilder()
    var map = try EntityMap(command.map.map { $0[...] }, path: "--map")
    map.keepsNames = command.map.isEmpty
    if let path = command.recipe {
      let recipe = try EntityRecipe(try InputBytes.read(path), path: path)
      classes = recipe.classes
      let material = try EntityMaterial(recipe, folder: command.data, by: documents)
      settings.biases = recipe.biases
      (sources, development, treebank) = (material.sources, material.development, material.treebank)
    } else {
      let paths = command.training + command.additions
      let texts = try paths.flatMap { try EntityFiles.read($0, by: documents) }
      sources = [EntitySource(name: "train", texts: texts, map: map)]
      classes = map.keepsNames ? EntitySource.types(of: texts) : map.classes
    }
    guard !classes.isEmpty, classes.count <= EntityLabels.maximumClasses else {
      throw TrainingError(
        path: command.training.first ?? command.additions.first ?? "training data",
        reason: "has names of \(classes.count) classes, not 1 to \(EntityLabels.maximumClasses)",
        advice: "put types together, or out of use, by --map TYPE=Class and TYPE=-")
    }
    if !command.development.isEmpty {
      let texts = try command.development.flatMap { try EntityFiles.read($0, by: documents) }
      development.append(EntitySource(name: "dev", texts: texts, map: map))
    }
    if command.additions.isEmpty {
      try EntityPlan.gazetteer().build("entities.gazetteer", into: &others)
    } else {
      settings = .added
      guard existing?.hasSection("entities.classes") == true else {
        throw TrainingError(
          path: command.output, reason: "has no recognizer to add classes to",
          advice: "copy the model file that comes with quipu there first")
      }
    }
  }

  private static func gazetteer() throws -> GazetteerCompiler {
    var compiler = GazetteerCompiler()
    for path in try GazetteerCompiler.files(dataFolder: try DataLocation.find()) { try compiler.add(path) }
    return compiler
  }

  func phrases() throws -> GazetteerPhrases? {
    let file = try ModelFile(bytes: others.build())
    return file.hasSection("entities.gazetteer.keys") ? try GazetteerPhrases(file, "entities.gazetteer") : nil
  }
}
