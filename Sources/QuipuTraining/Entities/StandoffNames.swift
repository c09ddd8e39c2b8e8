import QuipuCore
import QuipuDocuments
import QuipuLanguage

/// Names apart from the texts that they stand in, as lines of file, number of the text, and names, parted by tabs:
///
///     raw/news.txt.gz	12	0-9:PER 24-30:LOC
///
/// A file of paragraphs (`.txt`) has a text for each, parted by blank lines; in columns of words and tags (`IOB2Reader`) it is
/// the words with a blank between, and the tags do not count. Texts are numbered from 1 on. Names are half-open ranges of
/// Unicode scalars in their text. Texts that are not listed are left out; a line may have no names. Comments begin with `# `.
public struct StandoffNames {
  struct Name: Equatable {
    var scalars: Range<Int>
    var type: String
  }

  struct Text {
    var names: [Name]
    /// Line in the file of names, from 1 on.
    var line: Int
  }

  private let path: String
  private var files: [String: [Int: Text]] = [:]

  public static func read(_ path: String) throws -> StandoffNames {
    try StandoffNames(try InputBytes.read(path), path: path)
  }

  /// `path` is the name for errors. Complexity: O(bytes).
  public init(_ bytes: [UInt8], path: String) throws(TrainingError) {
    self.path = path
    var number = 0
    for row in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard !row.isEmpty, !row.starts(with: "# ".utf8) else { continue }
      let columns = row.split(separator: 0x09, omittingEmptySubsequences: false)
      let fields = columns.map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, let text = Int(fields[1]), text > 0, let names = StandoffNames.names(fields[2]) else {
        throw TrainingError(
          path: path, line: number, reason: "the line is no text with names",
          advice: "write file, tab, number of the text, tab, START-END:TYPE parted by blanks")
      }
      files[fields[0], default: [:]][text] = Text(names: names, line: number)
    }
  }

  private static func names(_ field: String) -> [Name]? {
    var names: [Name] = []
    for part in field.split(separator: " ") {
      let sides = part.split(separator: ":", maxSplits: 1)
      let ends = sides[0].split(separator: "-").compactMap { Int($0) }
      guard sides.count == 2, ends.count == 2, ends[0] <= ends[1], names.last?.scalars.upperBound ?? 0 <= ends[0]
      else { return nil }
      names.append(Name(scalars: ends[0]..<ends[1], type: String(sides[1])))
    }
    return names
  }

  /// The listed texts of a file below `folder`, in order. Throws when one is not there or is shorter than its names.
  public func texts(of file: String, in folder: String, by documents: AnnotatedDocuments) throws -> [AnnotatedText] {
    guard let listed = files[file] else {
      throw TrainingError(path: path, reason: "names no text of '\(file)'", advice: "leave that file out of the recipe")
    }
    let place = EntityFiles.path(file, in: folder)
    let isPlain = file.hasSuffix(".txt") || file.hasSuffix(".txt.gz")
    let contents =
      isPlain ? try StandoffNames.paragraphs(InputBytes.read(place)) : try StandoffNames.sentences(place)
    return try listed.sorted { $0.key < $1.key }.map { number, text in
      guard number <= contents.count else { throw error("'\(file)' has no text \(number)", text) }
      let mentions = text.names.map { name in
        AnnotatedDocuments.Entity(name.type, from: name.scalars.lowerBound, to: name.scalars.upperBound)
      }
      let content = String(decoding: contents[number - 1], as: UTF8.self)
      let record = AnnotatedDocuments.Record(id: "\(file):\(number)", text: content, entities: mentions)
      return try documents.text(record, path: path, line: text.line)
    }
  }

  /// The stretches between blank lines that hold more than white space.
  static func paragraphs(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    var i = 0
    while i <= bytes.count {
      let isEnd = i == bytes.count
      guard isEnd || bytes[i] == 0x0A && i + 1 < bytes.count && bytes[i + 1] == 0x0A else {
        i += 1
        continue
      }
      if bytes[start..<i].contains(where: { $0 > 0x20 }) { result.append(bytes[start..<i]) }
      i += isEnd ? 1 : 2
      start = min(i, bytes.count)
    }
    return result
  }

  /// The words of each text of a file of columns, with a blank between: cut into tokens anew, as texts are in use.
  private static func sentences(_ path: String) throws -> [ArraySlice<UInt8>] {
    try IOB2Reader.read(path).map { Array($0.forms.joined(separator: [0x20]))[...] }
  }

  private func error(_ reason: String, _ text: Text) -> TrainingError {
    TrainingError(
      path: path, line: text.line, reason: reason, advice: "take the files that these names were made from")
  }
}
