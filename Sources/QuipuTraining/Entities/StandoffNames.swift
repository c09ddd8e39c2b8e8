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
  private struct Text {
    var names: [AnnotatedDocuments.Entity]
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

  private static func names(_ field: String) -> [AnnotatedDocuments.Entity]? {
    var names: [AnnotatedDocuments.Entity] = []
    var last = 0
    for part in field.split(separator: " ") {
      let sides = part.split(separator: ":", maxSplits: 1)
      let ends = sides[0].split(separator: "-").compactMap { Int($0) }
      guard sides.count == 2, ends.count == 2, last <= ends[0], ends[0] <= ends[1] else { return nil }
      names.append(AnnotatedDocuments.Entity(String(sides[1]), from: ends[0], to: ends[1]))
      last = ends[1]
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
    let contents = isPlain ? StandoffNames.paragraphs(try InputBytes.read(place)) : try StandoffNames.rows(place)
    return try listed.sorted { $0.key < $1.key }.map { number, text in
      guard number <= contents.count else {
        throw TrainingError(
          path: path, line: text.line, reason: "'\(file)' has no text \(number)",
          advice: "take the files that these names were made from")
      }
      let record = AnnotatedDocuments.Record(
        id: "\(file):\(number)", text: contents[number - 1], entities: text.names)
      return try documents.text(record, path: path, line: text.line)
    }
  }

  /// The stretches between blank lines that hold more than white space.
  private static func paragraphs(_ bytes: [UInt8]) -> [String] {
    var stretches: [ArraySlice<UInt8>] = []
    var (start, i) = (0, 0)
    while i + 1 < bytes.count {
      if bytes[i] == 0x0A, bytes[i + 1] == 0x0A {
        stretches.append(bytes[start..<i])
        i += 2
        start = i
      } else {
        i += 1
      }
    }
    stretches.append(bytes[start...])
    return stretches.filter { $0.contains { $0 > 0x20 } }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The words of each text of a file of columns, with a blank between: cut into tokens anew, as texts are in use.
  private static func rows(_ path: String) throws -> [String] {
    try IOB2Reader.read(path).map { String(decoding: Array($0.forms.joined(separator: [0x20])), as: UTF8.self) }
  }
}
