import FoundationEssentials
import QuipuCore
import QuipuDocuments
import QuipuLanguage

/// Reads annotated documents as JSON Lines, plain or gzipped:
/// `{"id","text","entities":[{"type","mentions":[[start,end],…]}]}`, offsets in Unicode scalars, half open.
///
/// Texts are cut into tokens and sentences as they are when documents are read, and names are put on whole tokens.
/// Where
/// names overlap the longer one counts. With `detail` (GUM) only mentions by name count, cut to the name.
public struct AnnotatedDocuments: Sendable {
  public var tokenizer: any Tokenizing = RuleTokenizer()
  public var splitter: any SentenceSplitting = RuleSentenceSplitter()

  public init() {}

  /// With the sentence boundaries of a model, if it has any.
  public init(_ file: ModelFile?) throws {
    if let file, file.hasSection("sentences.weights") { splitter = try TrainedSentenceSplitter(file) }
  }

  struct Entity: Decodable {
    var type: String
    var mentions: [Mention]
    var detail: [Detail]?

    /// One mention.
    init(_ type: String, from start: Int, to end: Int) {
      self.type = type
      mentions = [Mention(start: start, end: end)]
    }
  }

  /// `[start, end]`, or `[start, end, kind]`.
  struct Mention: Decodable {
    var start: Int
    var end: Int
    var kind: String?

    init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      start = try values.decode(Int.self)
      end = try values.decode(Int.self)
      kind = values.isAtEnd ? nil : try values.decode(String.self)
    }
  }

  struct Detail: Decodable {
    var kind: String?
    var core: [Int]?
  }

  struct Record: Decodable {
    var id: String
    var text: String
    var entities: [Entity]
    var source: String?
  }

  public func read(_ path: String) throws -> [AnnotatedText] { try texts(in: try InputBytes.read(path), path: path) }

  /// The texts of bytes that are in memory; `path` is the name for errors.
  public func texts(in bytes: [UInt8], path: String) throws(TrainingError) -> [AnnotatedText] {
    var result: [AnnotatedText] = []
    let decoder = JSONDecoder()
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let record: Record
      do {
        record = try decoder.decode(Record.self, from: Data(line))
      } catch {
        throw TrainingError(
          path: path, line: number, reason: "the line is no annotated document",
          advice: "write {\"id\",\"text\",\"entities\":[{\"type\",\"mentions\":[[start,end]]}]} on one line")
      }
      result.append(try text(record, path: path, line: number))
    }
    return result
  }

  /// The text of a record; `path` and `line` are for errors.
  func text(_ record: Record, path: String, line: Int) throws(TrainingError) -> AnnotatedText {
    let bytes = Array(record.text.utf8)
    let (tokens, sentences) = bytes.withUnsafeBufferPointer { text in
      let tokens = tokenizer.tokenize(text)
      return (tokens, splitter.sentences(tokens, in: text))
    }
    var result = AnnotatedText(
      id: record.id, forms: tokens.map { Array(bytes[$0.range.range]) }, isJoined: tokens.map(\.isJoined),
      sentences: sentences.map(\.tokens), names: [])
    let places = TokenPlaces(tokens: tokens, bytes: bytes)
    var names: [AnnotatedText.Name] = []
    for entity in record.entities {
      for (k, mention) in entity.mentions.enumerated() {
        guard mention.start >= 0, mention.start <= mention.end, mention.end <= places.scalars else {
          throw TrainingError(
            path: path, line: line, reason: "the mention [\(mention.start), \(mention.end)] is not in the text",
            advice: "count Unicode scalars from 0 to \(places.scalars)")
        }
        if let kind = mention.kind, kind != "name" { continue }
        guard var range = places.tokens(mention.start, mention.end) else { continue }
        if let details = entity.detail, k < details.count {
          guard details[k].kind == "name", let core = details[k].core, core.count == 2,
            let key = places.tokens(core[0], core[1])
          else { continue }
          range = NameTrimming.name(around: key, in: range, forms: result.forms)
        }
        names.append(AnnotatedText.Name(tokens: range, type: entity.type))
      }
    }
    result.names = NameTrimming.flat(names, result)
    return result
  }
}

/// Finds the tokens of stretches of Unicode scalars.
private struct TokenPlaces {
  let scalars: Int
  private var starts: [Int] = []
  private var ends: [Int] = []

  init(tokens: [Token], bytes: [UInt8]) {
    let offsets = ScalarOffsets(bytes)
    scalars = offsets.scalars(at: bytes.count)
    for token in tokens {
      let range = offsets.scalars(token.range)
      starts.append(range.lowerBound)
      ends.append(range.upperBound)
    }
  }

  /// The tokens that share a scalar with the stretch; nil when there are none.
  func tokens(_ start: Int, _ end: Int) -> Range<Int>? {
    let first = firstIndex { ends[$0] > start }
    let past = firstIndex { starts[$0] >= end }
    return first < past ? first..<past : nil
  }

  private func firstIndex(_ isThere: (Int) -> Bool) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if isThere(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
