import QuipuLanguage

/// Reads misspelt, shortened and stretched words: lines of form and word, parted by a tab, both in lower case. Comments
/// (`# `) and the heads of the columns are left out.
public enum SpellingReader {
  /// `path` is the name for errors.
  public static func spellings(
    in bytes: [UInt8], path: String
  ) throws(TrainingError) -> [(form: [UInt8], word: [UInt8])] {
    var result: [(form: [UInt8], word: [UInt8])] = []
    for (number, fields) in TableLines.rows(in: bytes, head: "form\tword") {
      guard fields.count == 2, let form = fields[0].first, form == fields[1].first, fields[0] != fields[1] else {
        throw TrainingError(
          path: path, line: number, reason: "the line is no spelling of another word",
          advice: "write form, tab, and the word that is meant, which begins with the same letter")
      }
      result.append((Array(fields[0]), Array(fields[1])))
    }
    return result
  }
}
