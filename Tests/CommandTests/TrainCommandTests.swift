import Testing

/// `quipu train` on a few sentences.
@Suite struct TrainCommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    var lines: [String] = []
    for sentence in [
      "The/the/DET dogs/dog/NOUN barked/bark/VERB", "Cats/cat/NOUN sailed/sail/VERB", "The/the/DET end/end/NOUN",
    ] {
      for (i, word) in sentence.split(separator: " ").map({ $0.split(separator: "/") }).enumerated() {
        lines.append("\(i + 1)\t\(word[0])\t\(word[1])\t\(word[2])\t_\t_\t\(i == 0 ? 0 : 1)\tdep\t_\t_")
      }
      lines.append("")
    }
    try scratch.write("t.conllu", lines.joined(separator: "\n"))
  }

  private func train(_ model: String, _ arguments: String...) throws -> CommandRun {
    try CommandRun(["train", model, "--train", "t.conllu", "-o", "m"] + arguments, in: scratch.folder)
  }

  private func vocabulary() throws -> CommandRun {
    try scratch.quipu("train", "vocabulary", "--train", "t.conllu", "-o", "m")
  }

  @Test func allModelsGoIntoOneFileTheSameEachTime() throws {
    #expect(try vocabulary().status == 0)
    let tagger = try train("tagger", "--dev", "t.conllu", "--epochs", "2", "--rounds", "2", "--bits", "8")
    #expect(tagger.status == 0)
    let lines = tagger.messages.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("epoch 1: learning UPOS "))
    #expect(lines[3].hasSuffix("; dev UPOS 100.00  FEATS 100.00"))
    let lemmas = try train("lemmas", "--dev", "t.conllu")
    #expect(lemmas.messages.hasPrefix("dev lemmas (gold tags) 100.00  lemmas (predicted tags) 100.00  "))
    #expect(scratch.names == ["m", "t.conllu"])
    let first = try scratch.bytes("m")
    _ = try vocabulary()
    _ = try train("tagger", "--epochs", "2", "--rounds", "2", "--bits", "8")
    _ = try train("lemmas")
    #expect(try scratch.bytes("m") == first)
  }

  @Test func theParserNeedsTheTagger() throws {
    let without = try train("parser", "--epochs", "1")
    #expect(without.status == 1)
    #expect(
      without.messages == """
        Error: m: is not there, and the parser needs the tagger of the model that it is for; train vocabulary and \
        tagger into that file first

        """)
    _ = try vocabulary()
    #expect(
      try train("parser", "--epochs", "1").messages == """
        Error: m: has no section 'tagger.weights', and the parser learns with the tags of its tagger; train vocabulary \
        and tagger into the same file first

        """)
    _ = try train("tagger", "--epochs", "1", "--rounds", "1", "--bits", "8")
    let parser = try train("parser", "--dev", "t.conllu", "--epochs", "1", "--folds", "2")
    #expect(parser.status == 0)
    #expect(parser.messages.hasPrefix("epoch 1: learning LAS "))
    #expect(parser.messages.contains("; dev UAS "))
    #expect(scratch.names == ["m", "t.conllu"])
    let first = try scratch.bytes("m")
    _ = try train("parser", "--epochs", "1", "--folds", "2")
    #expect(try scratch.bytes("m") == first)
  }

  @Test func withoutAVocabularyThereIsNoTagger() throws {
    let run = try train("tagger", "--epochs", "1")
    #expect(run.status == 1)
    #expect(
      run.messages == """
        Error: m: the model file has no vocabulary, which is what words are read with; make it first: quipu train \
        vocabulary -o m

        """)
    #expect(scratch.names == ["t.conllu"])
  }

  @Test func aCheckpointOfOtherDataIsNotTakenUp() throws {
    _ = try vocabulary()
    _ = try train("tagger", "--epochs", "1", "--rounds", "1", "--bits", "8")
    try scratch.write("m.checkpoint", try scratch.bytes("m"))
    let run = try train("tagger", "--epochs", "1", "--rounds", "1", "--bits", "8")
    #expect(run.status == 1)
    #expect(run.messages.hasPrefix("Error: m.checkpoint: has no section 'checkpoint'; "))
  }

  @Test func badInputIsNamed() throws {
    try scratch.write("t.conllu", "1\ta\ta\tDET\n")
    let treebank = try train("tagger")
    #expect(treebank.status == 1)
    #expect(treebank.messages == "Error: t.conllu:1: the row has 4 columns, not ten; separate ten columns by tabs\n")
    try scratch.write("t.conllu", "\n")
    #expect(try train("lemmas").messages.hasPrefix("Error: training data: holds no sentence; give a CoNLL-U file"))
    try scratch.write("m", "no model")
    let model = try train("lemmas")
    #expect(model.status == 1)
    #expect(
      model.messages.hasPrefix("Error: m: is no model of quipu's: it does not begin with 'QUIPUMOD'; name a file"))
    let missing = try scratch.quipu("train", "lemmas", "--train", "none.conllu", "-o", "n")
    #expect(missing.status == 1)
    #expect(missing.messages.hasPrefix("Error: none.conllu: cannot be opened (no such file or directory)"))
    #expect(scratch.names == ["m", "t.conllu"])
  }
}
