/// The trained recognizer of named entities: a linear model over hashed features with transitions between BIO labels
/// (a conditional random field: Lafferty, McCallum, Pereira 2001), decided for a sentence at once.
///
/// Reentrant; takes scratch memory from its caller. Complexity: O(tokens).
public struct EntityRecognizer: Sendable {
  public let labels: EntityLabels
  public let gazetteer: GazetteerPhrases?
  private let weights: WeightTable
  private let decoder: EntityDecoder

  /// Reads the sections whose names begin with `entities.`.
  public init(_ file: ModelFile) throws(ModelError) {
    let classes = try file.strings("entities.classes")
    guard !classes.isEmpty, classes.count <= EntityLabels.maximumClasses else {
      throw file.malformed("entities.classes", "has \(classes.count) classes, not 1 to \(EntityLabels.maximumClasses)")
    }
    labels = EntityLabels(classes: classes)
    weights = try file.weights("entities.weights", columns: EntityLabels.columns)
    let transitions: UnsafeBufferPointer<Int32> = try file.integers("entities.transitions")
    guard transitions.count == EntityLabels.columns * EntityLabels.columns,
      transitions.allSatisfy({ abs(Int($0)) < 1 << 20 })
    else { throw file.malformed("entities.transitions", "is no table of small numbers of 16 by 16 labels") }
    decoder = EntityDecoder(labels: labels, transitions: Array(transitions))
    gazetteer = file.hasSection("entities.gazetteer.keys") ? try GazetteerPhrases(file, "entities.gazetteer") : nil
  }

  /// Memory for features, scores and labels, one for each thread.
  public final class Scratch {
    public let text = EntityText()
    let features = UnsafeMutablePointer<UInt32>.allocate(capacity: WeightTable.maximumFeatures)
    var emissions: [SIMD16<Int32>] = []
    var back: [SIMD16<UInt8>] = []
    var labels: [UInt8] = []

    public init() { features.initialize(repeating: 0, count: WeightTable.maximumFeatures) }

    deinit { features.deallocate() }

    func reserve(_ count: Int) {
      guard labels.count < count else { return }
      emissions = Array(repeating: .zero, count: count)
      back = Array(repeating: .zero, count: count)
      labels = Array(repeating: 0, count: count)
    }
  }

  /// Adds the names of the sentences in `scratch.text` to `spans`, and forgets the sentences.
  public func recognize(_ scratch: Scratch, into spans: inout [EntitySpan]) {
    let text = scratch.text
    text.prepare(gazetteer)
    text.withStorage { records, contexts in
      for sentence in text.sentences {
        scratch.reserve(sentence.count)
        score(records + sentence.start, contexts + sentence.start, count: sentence.count, scratch)
        addSpans(scratch.labels, sentence, into: &spans)
      }
    }
    text.removeAll()
  }

  private func score(
    _ records: UnsafePointer<TokenRecord>, _ contexts: UnsafePointer<EntityContext>, count: Int, _ scratch: Scratch
  ) {
    scratch.emissions.withUnsafeMutableBufferPointer { emissions in
      scratch.back.withUnsafeMutableBufferPointer { back in
        scratch.labels.withUnsafeMutableBufferPointer { labels in
          guard let emissions = emissions.baseAddress, let back = back.baseAddress, let labels = labels.baseAddress
          else { return }
          for i in 0..<count {
            let features = EntityTemplates.write(records + i, contexts + i, into: scratch.features)
            (emissions + i).withMemoryRebound(to: Int32.self, capacity: EntityLabels.columns) {
              weights.score(scratch.features, count: features, into: $0)
            }
          }
          decoder.decode(emissions, count: count, back: back, into: labels)
        }
      }
    }
  }

  private func addSpans(_ found: [UInt8], _ sentence: EntityText.SentencePlace, into spans: inout [EntitySpan]) {
    var i = 0
    while i < sentence.count {
      let label = Int(found[i])
      guard EntityLabels.isBegin(label) else {
        i += 1
        continue
      }
      var end = i + 1
      while end < sentence.count, Int(found[end]) == label + 1 { end += 1 }
      spans.append(
        EntitySpan(
          tokens: sentence.token + i..<sentence.token + end, label: labels.classes[EntityLabels.classIndex(label)]))
      i = end
    }
  }
}
