import QuipuLanguage
import Testing

@Suite struct EntityRecognizerTests {
  /// A model whose features say nothing, and whose transitions are given.
  private func builder(classes: [String] = ["Person"], transitions: [Int32] = .init(repeating: 0, count: 256))
    -> ModelFileBuilder
  {
    var builder = ModelFileBuilder()
    builder.add("entities.classes", strings: classes)
    builder.add("entities.weights", weights: [Int8](repeating: 0, count: 16 * 8), columns: 16, scale: 1)
    builder.add("entities.transitions", integers: transitions)
    return builder
  }

  private func spans(_ builder: ModelFileBuilder, _ sentences: [[String]]) throws -> [EntitySpan] {
    let recognizer = try EntityRecognizer(ModelFile(bytes: builder.build()))
    let scratch = EntityRecognizer.Scratch()
    let records = TokenRecords()
    var token = 0
    for sentence in sentences {
      records.removeAll()
      for word in sentence { Array(word.utf8).withUnsafeBufferPointer { records.append($0, isJoined: false) } }
      records.close()
      scratch.text.append(records, firstToken: token)
      token += sentence.count
    }
    var spans: [EntitySpan] = []
    var visited: [EntitySpan] = []
    recognizer.recognize(scratch, into: &spans) { span, record in
      visited.append(span)
      let first = sentences.joined().dropFirst(span.tokens.lowerBound).first ?? ""
      #expect(record.pointee.form == Array(first.utf8).withUnsafeBufferPointer { FeatureHash.bytes($0) })
    }
    #expect(visited == spans)
    #expect(scratch.text.tokenCount == 0)
    return spans
  }

  @Test func tokensAreCountedThroughTheDocument() throws {
    var transitions = [Int32](repeating: 0, count: 256)
    transitions[EntityLabels.begin(0)] = 9
    transitions[EntityLabels.begin(0) * 16 + EntityLabels.inside(0)] = 9
    let found = try spans(builder(transitions: transitions), [["A", "b"], [], ["C"]])
    #expect(found == [EntitySpan(tokens: 0..<2, label: "Person"), EntitySpan(tokens: 2..<3, label: "Person")])
  }

  @Test func addressesAreNoPartOfNames() throws {
    var transitions = [Int32](repeating: 0, count: 256)
    transitions[EntityLabels.begin(0)] = 9
    transitions[EntityLabels.begin(0) * 16 + EntityLabels.inside(0)] = 9
    let found = try spans(
      builder(transitions: transitions), [["Anna", "anna@oslo.example"], ["https://oslo.example"], ["@anna"]])
    #expect(found.map(\.tokens) == [0..<1, 3..<4])
    // No address: what old mail programs write behind a name.
    #expect(try spans(builder(transitions: transitions), [["Anna", "Lund@FJORD"]]).map(\.tokens) == [0..<2])
  }

  @Test func classesThatAreAddedComeFirst() throws {
    var transitions = [Int32](repeating: 0, count: 256)
    transitions[EntityLabels.begin(0)] = 9
    var builder = builder(classes: ["Person", "Place"], transitions: transitions)
    builder.add("entities.added.classes", strings: ["Vessel"])
    builder.add("entities.added.weights", weights: [Int8](repeating: 0, count: 16), columns: 16, scale: 1)
    builder.add("entities.added.transitions", integers: transitions)
    #expect(try spans(builder, [["Anna"]]) == [EntitySpan(tokens: 0..<1, label: "Vessel")])
    #expect(
      try EntityRecognizer(ModelFile(bytes: builder.build())).classes == ["Vessel", "Person", "Place"])
  }

  @Test func malformedModelsAreRefused() {
    func reason(_ builder: ModelFileBuilder) -> String {
      do {
        _ = try EntityRecognizer(ModelFile(bytes: builder.build()))
        return ""
      } catch { return (error as? ModelError)?.reason ?? "\(error)" }
    }
    #expect(
      reason(builder(classes: (1...8).map { "C\($0)" })) == "section 'entities.classes' has 8 classes, not 1 to 7")
    #expect(
      reason(builder(transitions: [1, 2]))
        == "section 'entities.transitions' is no table of small numbers of 16 by 16 labels")
    var narrow = builder()
    narrow.add("entities.weights", weights: [1, 2], columns: 2, scale: 1)
    #expect(reason(narrow) == "section 'entities.weights' has 2 columns, not 16")
  }
}
