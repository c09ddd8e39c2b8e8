import FoundationEssentials
import QuipuCore
import QuipuDocuments
import QuipuLanguage

/// What a recognizer is trained from: sources of annotated text, each with its own names of classes, as a small text
/// file.
///
///     classes Person Organization Place
///     source news
///       file news/train.jsonl
///       map PER=Person ORG=Organization LOC=Place MISC=?
///       open Event
///       share 0.5
///     development held
///       file wiki/all.jsonl
///       part 2 of 3
///       map PER=Person
///
/// `treebank FILE…` names what the tagger was trained from. `as NAME` takes the map of another source, and learns
/// together with it. `#` begins a comment. Files are relative to the data folder; `.jsonl` are documents, all others
/// IOB2 columns, both maybe gzipped. `part 0 1 of 3` takes the texts whose id hashes to 0 or 1. `share`: how much the
/// model answers as this source would. `names FILE`, relative to the recipe: the names of these files stand there (`StandoffNames`).
/// `bias Person=0.5` makes names of a class more likely than they are learnt to be.
public struct EntityRecipe: Sendable, Equatable {
  public struct Part: Sendable, Equatable {
    public var numbers: [UInt64]
    public var of: UInt64
  }

  public struct Source: Sendable, Equatable {
    public var name: String
    public var isDevelopment: Bool
    public var files: [String] = []
    public var map = EntityMap()
    public var share: Float = 0
    public var part: Part?
    /// Where the names of its files stand, if not in them.
    public var names: String?
    /// The source whose guidelines it follows, if it is not its own.
    public var group: String?
  }

  public private(set) var classes: [String] = []
  public private(set) var sources: [Source] = []
  /// What the tagger was trained from: texts of these documents are tagged by others.
  public private(set) var treebanks: [String] = []
  /// What names of a class gain where they begin, as a logarithm of odds: more names are found, and more wrong ones.
  public private(set) var biases: [String: Float] = [:]
  private let path: String

  /// Reads a recipe; `path` is the name for errors.
  public init(_ text: [UInt8], path: String) throws(TrainingError) {
    self.path = path
    for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let line = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
      guard let first = words.first else { continue }
      try add(String(first), Array(words.dropFirst()), line: number + 1)
    }
    guard !classes.isEmpty, classes.count <= EntityLabels.maximumClasses else {
      throw TrainingError(
        path: path, reason: "names \(classes.count) classes, not 1 to \(EntityLabels.maximumClasses)",
        advice: "begin with a line 'classes Person …'")
    }
    guard sources.contains(where: { !$0.isDevelopment && !$0.files.isEmpty }) else {
      throw TrainingError(path: path, reason: "has no source", advice: "add 'source NAME' and 'file PATH'")
    }
  }

  private mutating func add(_ word: String, _ words: [Substring], line: Int) throws(TrainingError) {
    switch word {
    case "classes": classes += words.map(String.init)
    case "bias": for word in words { try addBias(word, line: line) }
    case "treebank": treebanks += words.map(String.init)
    case "source", "development":
      guard let name = words.first else { throw error("'\(word)' has no name", "write one behind it", line) }
      sources.append(Source(name: String(name), isDevelopment: word == "development"))
    default:
      guard !sources.isEmpty else {
        throw error("'\(word)' stands before any source", "write 'source NAME' first", line)
      }
      try addToSource(word, words, line: line)
    }
  }

  private mutating func addBias(_ word: Substring, line: Int) throws(TrainingError) {
    let parts = word.split(separator: "=").map(String.init)
    guard parts.count == 2, classes.contains(parts[0]), let bias = Float(parts[1]), abs(bias) <= 8 else {
      throw error("'\(word)' is no bias of a class", "write CLASS=NUMBER, from -8 to 8, behind the classes", line)
    }
    biases[parts[0]] = bias
  }

  private mutating func addToSource(
    _ word: String, _ words: [Substring], line: Int
  ) throws(TrainingError) {
    let last = sources.count - 1
    switch word {
    case "file": sources[last].files += words.map(String.init)
    case "map": try sources[last].map.add(words, path: path, line: line)
    case "as":
      guard let other = sources.first(where: { $0.name == words.first.map(String.init) }) else {
        throw error("'as' names no source that stands before it", "write 'as NAME'", line)
      }
      sources[last].map = other.map
      sources[last].group = other.name
    case "names":
      guard let file = words.first else { throw error("'names' has no file", "write one behind it", line) }
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
      sources[last].names = EntityFiles.path(String(file), in: folder)
    case "open": sources[last].map.open += words.map(String.init)
    case "share":
      guard let share = words.first.flatMap({ Float($0) }), share >= 0, share <= 16 else {
        throw error("'share' has no number from 0 to 16", "write 'share 0.5'", line)
      }
      sources[last].share = share
    case "part":
      let numbers = words.compactMap { UInt64($0) }
      guard words.count >= 3, words[words.count - 2] == "of", numbers.count == words.count - 1, let of = numbers.last,
        of > 0, numbers.dropLast().allSatisfy({ $0 < of })
      else { throw error("'part' is not as it should be", "write 'part 0 1 of 3'", line) }
      sources[last].part = Part(numbers: Array(numbers.dropLast()), of: of)
    default: throw error("'\(word)' is not known here", "write file, names, map, open, as, share or part", line)
    }
  }

  private func error(_ reason: String, _ advice: String, _ line: Int) -> TrainingError {
    TrainingError(path: path, line: line, reason: reason, advice: advice)
  }
}

extension EntityRecipe.Source {
  /// The texts of all files, in order.
  public func texts(folder: String, by documents: AnnotatedDocuments) throws -> [AnnotatedText] {
    var texts: [AnnotatedText] = []
    let standoff = try names.map { try StandoffNames.read($0) }
    for file in files {
      texts +=
        try standoff?.texts(of: file, in: folder, by: documents)
        ?? EntityFiles.read(EntityFiles.path(file, in: folder), by: documents)
    }
    guard let part else { return texts }
    return texts.filter { part.numbers.contains(StableHash.hash($0.id) % part.of) }
  }
}

/// Reads annotated text of either form by the name of its file.
public enum EntityFiles {
  /// Where a file of a recipe is.
  public static func path(_ file: String, in folder: String) -> String {
    file.hasPrefix("/") || folder.isEmpty ? file : folder + "/" + file
  }

  public static func read(_ path: String, by documents: AnnotatedDocuments) throws -> [AnnotatedText] {
    let isJSON = path.hasSuffix(".jsonl") || path.hasSuffix(".jsonl.gz")
    return isJSON ? try documents.read(path) : try IOB2Reader.read(path)
  }
}
