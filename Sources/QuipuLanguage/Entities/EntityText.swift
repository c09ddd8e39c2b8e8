/// The records of one document, or of a part of it, with what the recognizer adds to them.
///
/// Scratch memory: one for each thread, used for text after text. Not `Sendable` on purpose.
public final class EntityText {
  /// More tokens are read as another text, so that memory has a limit.
  public static let maximumTokens = 1 << 16

  /// Where a sentence lies among the records.
  public struct SentencePlace: Sendable {
    /// Index of the first record.
    public var start: Int
    public var count: Int
    /// Index of the first token in the document.
    public var token: Int
  }

  /// Each sentence between its outside records.
  public private(set) var records: [TokenRecord] = []
  /// Parallel to the records once they are prepared.
  public private(set) var contexts: [EntityContext] = []
  public private(set) var sentences: [SentencePlace] = []
  private var memory = DocumentMemory()
  /// Tokens of all sentences.
  public private(set) var tokenCount = 0

  public init() {}

  public func removeAll() {
    records.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    memory.removeAll()
    tokenCount = 0
  }

  /// Adds a closed sentence whose first token has the given index in the document. Tagged before, if there is a tagger.
  public func append(_ sentence: TokenRecords, firstToken: Int) {
    let margin = TokenRecords.margin
    sentences.append(SentencePlace(start: records.count + margin, count: sentence.count, token: firstToken))
    records.append(
      contentsOf: UnsafeBufferPointer(start: sentence.first - margin, count: sentence.count + 2 * margin))
    tokenCount += sentence.count
  }

  /// Looks names up and gathers what the text says of its forms. Complexity: O(tokens).
  public func prepare(_ gazetteer: GazetteerPhrases?) {
    contexts.append(contentsOf: repeatElement(EntityContext(), count: records.count - contexts.count))
    withStorage { records, contexts in
      for sentence in sentences {
        let (first, own) = (records + sentence.start, contexts + sentence.start)
        for i in 0..<sentence.count { first[i].gazetteer = 0 }
        gazetteer?.mark(first, count: sentence.count)
        UncasedSentences.mark(first, count: sentence.count)
        CapitalRuns.fill(first, count: sentence.count, into: own)
        memory.add(first, count: sentence.count, contexts: own)
      }
      for sentence in sentences {
        memory.fill(records + sentence.start, count: sentence.count, contexts: contexts + sentence.start)
      }
    }
  }

  func withStorage(
    _ body: (UnsafeMutablePointer<TokenRecord>, UnsafeMutablePointer<EntityContext>) -> Void
  ) {
    records.withUnsafeMutableBufferPointer { records in
      contexts.withUnsafeMutableBufferPointer { contexts in
        guard let records = records.baseAddress, let contexts = contexts.baseAddress else { return }
        body(records, contexts)
      }
    }
  }
}
