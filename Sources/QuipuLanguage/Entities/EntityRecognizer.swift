/// The trained recognizer of named entities: a linear model over hashed features with transitions between BIO labels
/// (a conditional random field: Lafferty, McCallum, Pereira 2001), decided for a sentence at once.
///
/// Reentrant; takes scratch memory from its caller. Complexity: O(tokens).
public struct EntityRecognizer: Sendable {
  private let base: EntityLayer
  /// Classes that a user has added or put in the place of others: where their names stand the base's give way.
  private let added: EntityLayer?
  public let gazetteer: GazetteerPhrases?
  private let places: PlaceKinds
  private let rules: LabelRules

  /// Reads the sections whose names begin with `entities.`.
  public init(_ file: ModelFile) throws(ModelError) {
    base = try EntityLayer(file, prefix: "entities")
    added = file.hasSection("entities.added.classes") ? try EntityLayer(file, prefix: "entities.added") : nil
    gazetteer = file.hasSection("entities.gazetteer.keys") ? try GazetteerPhrases(file, "entities.gazetteer") : nil
    places = PlaceKinds()
    rules = LabelRules(base.labels)
  }

  /// The classes that names may have, but for the kinds of places.
  public var classes: [String] { addedClasses + base.labels.classes.filter { !addedClasses.contains($0) } }

  /// The classes that a user has added.
  public var addedClasses: [String] { added?.labels.classes ?? [] }

  /// Memory for features, scores and labels, one for each thread.
  public final class Scratch {
    /// Takes the sentences of a document, which `recognize` then reads.
    public let text = EntityText()
    fileprivate let features = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * EntityTemplates.maximum)
    private var emissions: [SIMD16<Int32>] = []
    /// Parallel to the records of the text.
    private var textEmissions = UnsafeMutablePointer<SIMD16<Int32>>.allocate(capacity: 0)
    private var textCapacity = 0
    fileprivate var pool = EvidencePool(classes: EntityLabels.maximumClasses)
    private var back: [SIMD16<UInt8>] = []
    private var labels: [UInt8] = []
    /// Which tokens of the sentence belong to names of the added layer.
    var isTaken: [Bool] = []

    public init() { features.initialize(repeating: 0, count: 2 * EntityTemplates.maximum) }

    deinit {
      features.deallocate()
      textEmissions.deallocate()
    }

    func reserve(_ count: Int) {
      guard labels.count < count else { return }
      emissions = Array(repeating: .zero, count: count)
      back = Array(repeating: .zero, count: count)
      labels = Array(repeating: 0, count: count)
      isTaken = Array(repeating: false, count: count)
    }

    /// Room for the emissions of so many records; what was there is lost when it has to grow.
    fileprivate func textEmissions(count: Int) -> UnsafeMutablePointer<SIMD16<Int32>> {
      if count > textCapacity {
        textEmissions.deallocate()
        textCapacity = count + count / 4
        textEmissions = .allocate(capacity: textCapacity)
        textEmissions.initialize(repeating: .zero, count: textCapacity)
      }
      return textEmissions
    }

    func withStorage(
      _ body: (
        _ features: UnsafeMutablePointer<UInt32>, _ emissions: UnsafeMutablePointer<SIMD16<Int32>>,
        _ back: UnsafeMutablePointer<SIMD16<UInt8>>, _ labels: UnsafeMutablePointer<UInt8>
      ) -> Void
    ) {
      emissions.withUnsafeMutableBufferPointer { emissions in
        back.withUnsafeMutableBufferPointer { back in
          labels.withUnsafeMutableBufferPointer { labels in
            guard let emissions = emissions.baseAddress, let back = back.baseAddress, let labels = labels.baseAddress
            else { return }
            body(features, emissions, back, labels)
          }
        }
      }
    }
  }

  /// Adds the names of the sentences in `scratch.text` to `spans`, in order, and forgets the sentences. Before that
  /// `visit` is called for each name with the record of its first token.
  public func recognize(
    _ scratch: Scratch, into spans: inout [EntitySpan],
    visit: (EntitySpan, UnsafeMutablePointer<TokenRecord>) -> Void = { _, _ in }
  ) {
    let text = scratch.text
    text.prepare(gazetteer)
    let emissions = scratch.textEmissions(count: text.records.count)
    text.withStorage { records, contexts in
      score(text.sentences, records, contexts, scratch, into: emissions)
      for sentence in text.sentences {
        let (first, own) = (records + sentence.start, contexts + sentence.start)
        let start = spans.count
        if let added { add(added, first, own, sentence, scratch, to: &spans) }
        addBase(first, emissions + sentence.start, sentence, scratch, to: &spans)
        if added != nil { spans[start...].sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
        for span in spans[start...] { visit(span, first + (span.tokens.lowerBound - sentence.token)) }
      }
    }
    text.removeAll()
  }

  /// Scores the labels of all tokens of the text by the base, each with what the other places of its form say.
  private func score(
    _ sentences: [EntityText.SentencePlace], _ records: UnsafePointer<TokenRecord>,
    _ contexts: UnsafePointer<EntityContext>, _ scratch: Scratch, into emissions: UnsafeMutablePointer<SIMD16<Int32>>
  ) {
    scratch.pool.removeAll()
    for s in sentences {
      let (first, own) = (records + s.start, emissions + s.start)
      base.score(first, contexts + s.start, count: s.count, features: scratch.features, into: own)
      scratch.pool.add(first, own, count: s.count)
    }
    for s in sentences { scratch.pool.apply(records + s.start, emissions + s.start, count: s.count) }
  }

  private func add(
    _ layer: EntityLayer, _ records: UnsafePointer<TokenRecord>, _ contexts: UnsafePointer<EntityContext>,
    _ sentence: EntityText.SentencePlace, _ scratch: Scratch, to spans: inout [EntitySpan]
  ) {
    layer.label(records, contexts, count: sentence.count, scratch)
    for i in 0..<sentence.count { scratch.isTaken[i] = false }
    scratch.withStorage { _, _, _, labels in
      layer.forEachName(labels, count: sentence.count) { start, end, name in
        for i in start..<end { scratch.isTaken[i] = true }
        spans.append(EntitySpan(tokens: sentence.token + start..<sentence.token + end, label: name))
      }
    }
  }

  private func addBase(
    _ records: UnsafePointer<TokenRecord>, _ emissions: UnsafePointer<SIMD16<Int32>>,
    _ sentence: EntityText.SentencePlace, _ scratch: Scratch, to spans: inout [EntitySpan]
  ) {
    base.decode(emissions, count: sentence.count, scratch)
    scratch.withStorage { _, _, _, labels in
      rules.apply(to: labels, records, count: sentence.count)
      base.forEachName(labels, count: sentence.count) { start, end, name in
        if let added {
          guard !added.labels.classes.contains(name), !scratch.isTaken[start..<end].contains(true) else { return }
        }
        let kind = name == PlaceKinds.place ? places.kind(records + start, count: end - start) : name
        spans.append(EntitySpan(tokens: sentence.token + start..<sentence.token + end, label: kind))
      }
    }
  }
}
