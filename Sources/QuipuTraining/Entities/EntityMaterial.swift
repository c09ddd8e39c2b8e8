import QuipuLanguage

/// All texts that a recipe names, read.
public struct EntityMaterial {
  public private(set) var sources: [EntitySource] = []
  public private(set) var development: [EntitySource] = []
  /// What the tagger was trained from.
  public private(set) var treebank: [TreebankSentence] = []

  /// `folder` is what the recipe's files are relative to.
  public init(_ recipe: EntityRecipe, folder: String, by documents: AnnotatedDocuments) throws {
    treebank = try recipe.treebanks.flatMap { try TreebankReader.read(EntityFiles.path($0, in: folder)) }
    for source in recipe.sources {
      let texts = try source.texts(folder: folder, by: documents)
      let entry = EntitySource(name: source.name, texts: texts, map: source.map, share: source.share)
      if source.isDevelopment {
        development.append(entry)
      } else if let group = source.group, let k = sources.firstIndex(where: { $0.name == group }) {
        sources[k].texts += texts
      } else {
        sources.append(entry)
      }
    }
  }
}
