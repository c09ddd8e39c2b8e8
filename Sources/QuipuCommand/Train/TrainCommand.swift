import ArgumentParser

/// `quipu train`: makes the weights of the language models.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Trains a language model from annotated text.",
    discussion: """
      EXAMPLES
        quipu train vocabulary --text news.txt.gz --train train.conllu.gz -o english.model
        quipu train tagger --train train.conllu.gz --dev dev.conllu -o english.model
        quipu train lemmas --train train.conllu.gz --dev dev.conllu -o english.model
        quipu train sentences --train train.conllu.gz --documents train.docs.jsonl.gz -o english.model
        quipu train parser --train train.conllu.gz --dev dev.conllu -o english.model
        quipu train entities --train news.jsonl --dev held.jsonl -o english.model

      A model file holds several models: each command puts its own into the file and leaves the others as they are. \
      The same data and options give the same bytes.
      """,
    subcommands: [
      TrainVocabularyCommand.self, TrainTaggerCommand.self, TrainLemmasCommand.self, TrainSentencesCommand.self,
      TrainParserCommand.self, TrainEntitiesCommand.self, TrainJoinCommand.self,
    ])
}
