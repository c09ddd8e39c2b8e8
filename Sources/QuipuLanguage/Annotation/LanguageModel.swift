/// The trained stages of one model file, as far as the file has them.
///
/// Loading maps the file and checks its sections; nothing is parsed or copied. Reentrant: one serves all threads.
public struct LanguageModel: Sendable {
  public let vocabulary: Vocabulary
  public let tagger: LinearTagger
  public let lemmatizer: Lemmatizer?
  public let splitter: TrainedSentenceSplitter?
  public let parser: DependencyParser?
  public let recognizer: EntityRecognizer?
  let features: FeatureLabels
  let properNouns: ProperNouns

  /// Throws when the file lacks a vocabulary or a tagger, which all other stages build on, or has a section that does
  /// not add up.
  public init(_ file: ModelFile) throws(ModelError) {
    vocabulary = try Vocabulary(file)
    tagger = try LinearTagger(file)
    features = try FeatureLabels(file)
    properNouns = ProperNouns(tagger.morphology)
    lemmatizer = file.hasSection("lemmas.rules") ? try Lemmatizer(file) : nil
    splitter = file.hasSection("sentences.weights") ? try TrainedSentenceSplitter(file) : nil
    parser = file.hasSection("parser.shape") ? try DependencyParser(file) : nil
    recognizer = file.hasSection("entities.classes") ? try EntityRecognizer(file) : nil
  }

  /// Maps a model file. Throws `ModelError` when it cannot be read or is refused.
  public init(path: String) throws(ModelError) { try self.init(ModelFile(path: path)) }
}
