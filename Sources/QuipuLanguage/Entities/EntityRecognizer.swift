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

    func withStorage(
      _ body: (UnsafeMutablePointer<SIMD16<Int32>>, UnsafeMutablePointer<SIMD16<UInt8>>, UnsafeMutablePointer<UInt8>) ->
        Void
    ) {
      emissions.withUnsafeMutableBufferPointer { emissions in
        back.withUnsafeMutableBufferPointer { back in
          labels.withUnsafeMutableBufferPointer { labels in
            guard let emissions = emissions.baseAddress, let back = back.baseAddress, let labels = labels.baseAddress
            else { return }
            body(emissions, back, labels)
          }
        }
      }
    }

    func reserve(_ count: Int) {
      guard labels.count < count else { return }
      emissions = Array(repeating: .zero, count: count)
      back = Array(repeating: .zero, count: count)
      labels = Array(repeating: 0, count: count)
    }
  }

  nonisolated(unsafe) public static var lambda: Int32 = 0
  /// Adds the names of the sentences in `scratch.text` to `spans`, and forgets the sentences.
  public func recognize(_ scratch: Scratch, into spans: inout [EntitySpan]) {
    let text = scratch.text
    text.prepare(gazetteer)
    scratch.reserve(text.records.count)
    text.withStorage { records, contexts in
      scratch.withStorage { emissions, back, labels in
        for sentence in text.sentences {
          score(
            records + sentence.start, contexts + sentence.start, count: sentence.count, scratch.features,
            into: emissions + sentence.start)
        }
        if Self.lambda > 0 { share(text, records, emissions) }
        for sentence in text.sentences {
          decoder.decode(emissions + sentence.start, count: sentence.count, back: back, into: labels)
          addSpans(labels, sentence, into: &spans)
        }
      }
    }
    text.removeAll()
  }

  private func share(_ text: EntityText, _ records: UnsafePointer<TokenRecord>, _ emissions: UnsafeMutablePointer<SIMD16<Int32>>) {
    var sums: [UInt32: (SIMD8<Int32>, Int32)] = [:]
    func evidence(_ e: SIMD16<Int32>) -> SIMD8<Int32> {
      var r = SIMD8<Int32>.zero
      for c in 0..<7 { r[c] = max(e[1 + 2 * c], e[2 + 2 * c]) &- e[0] }
      return r
    }
    for s in text.sentences {
      for i in s.start..<s.start + s.count where records[i].flags.contains(.startsUpper) && !records[i].flags.contains(.isShouted) {
        let v = sums[records[i].form] ?? (.zero, 0)
        sums[records[i].form] = (v.0 &+ evidence(emissions[i]), v.1 + 1)
      }
    }
    for s in text.sentences {
      for i in s.start..<s.start + s.count where records[i].flags.contains(.startsUpper) {
        guard let v = sums[records[i].form], v.1 > 1 else { continue }
        let own = evidence(emissions[i])
        for c in 0..<7 {
          let d = (v.0[c] / v.1 &- own[c]) &* Self.lambda / 16
          emissions[i][1 + 2 * c] &+= d
          emissions[i][2 + 2 * c] &+= d
        }
      }
    }
  }

  private func score(
    _ records: UnsafePointer<TokenRecord>, _ contexts: UnsafePointer<EntityContext>, count: Int,
    _ features: UnsafeMutablePointer<UInt32>, into emissions: UnsafeMutablePointer<SIMD16<Int32>>
  ) {
    for i in 0..<count {
      let written = EntityTemplates.write(records + i, contexts + i, into: features)
      (emissions + i).withMemoryRebound(to: Int32.self, capacity: EntityLabels.columns) {
        weights.score(features, count: written, into: $0)
      }
    }
  }

  private func addSpans(_ found: UnsafePointer<UInt8>, _ sentence: EntityText.SentencePlace, into spans: inout [EntitySpan]) {
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
