/// The combinations of morphological features that each part of speech has, most frequent first.
///
/// A token's morphology is a number within its part of speech. Written as in CoNLL-U ('Number=Sing|Person=3'), '' for
/// none.
public struct MorphologyLabels: Sendable, Equatable {
  /// By the raw value of the part of speech.
  public let labels: [[String]]

  public init(_ labels: [[String]]) { self.labels = labels }

  /// Columns that a table of weights needs.
  public var columns: Int { labels.reduce(1) { max($0, $1.count) } }

  @inlinable public func count(_ tag: PartOfSpeech) -> Int { labels[Int(tag.rawValue)].count }

  public func text(_ tag: PartOfSpeech, _ morphology: UInt8) -> String {
    let own = labels[Int(tag.rawValue)]
    return Int(morphology) < own.count ? own[Int(morphology)] : ""
  }

  /// Reads a list of strings: a part of speech, a tab, features.
  init(_ file: ModelFile, _ name: String) throws(ModelError) {
    var labels = [[String]](repeating: [], count: PartOfSpeech.allCases.count)
    for line in try file.strings(name) {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 2, let tag = PartOfSpeech(code: String(parts[0])) else {
        throw file.malformed(name, "has '\(line)', which is no part of speech with features")
      }
      labels[Int(tag.rawValue)].append(String(parts[1]))
    }
    guard labels.allSatisfy({ $0.count <= 255 }) else { throw file.malformed(name, "has more than 255 combinations") }
    self.labels = labels
  }

  /// What `init` reads.
  public var lines: [String] {
    PartOfSpeech.allCases.flatMap { tag in labels[Int(tag.rawValue)].map { "\(tag.code)\t\($0)" } }
  }
}

extension PartOfSpeech {
  /// The part of speech of a code such as `NOUN`; nil for other texts.
  public init?(code: String) {
    guard let tag = PartOfSpeech.allCases.first(where: { $0.code == code }) else { return nil }
    self = tag
  }
}
