/// A line as it stands in the JSON, before anything is checked: numbers and names may be whatever they like.
struct WireDocument: Decodable {
  var id: String
  var title: String?
  var date: String?
  var source: String?
  var sentences: Double?
  var entities: [WireEntity]?
  var relations: [WireClaim]?
}

struct WireEntity: Decodable {
  var id: String
  var type: String
  var name: String
  var aliases: [String]?
  var mentions: [WireRange]?
  var kb: String?
}

struct WireClaim: Decodable {
  var subject: String
  var type: String
  var object: String
  var evidence: WireRange
  var sentence: WireRange?
  var quote: String?
  var sentenceText: String?
  var confidence: Double?
  var polarity: String?
  var modality: String?
  var attribution: String?
  var qualifiers: [String: WireStrings]?
  var rule: String?
}

/// `[start, end]` or `[start, end, kind]`. Whole numbers are checked later, with a message of our own.
struct WireRange: Decodable {
  var bounds: [Double] = []
  var kind: String?
  /// More elements than there should be.
  var isTooLong = false

  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    while !container.isAtEnd, bounds.count < 2 { bounds.append(try container.decode(Double.self)) }
    if !container.isAtEnd { kind = try container.decode(String.self) }
    isTooLong = !container.isAtEnd
  }
}

/// A string, or a list of them.
struct WireStrings: Decodable {
  var values: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do { values = [try container.decode(String.self)] } catch DecodingError.typeMismatch {
      values = try container.decode([String].self)
    }
  }
}
