import QuipuLanguage

/// Reads the types of words: lines of word and type, a hexadecimal number from 1 to 1f, parted by a tab. Comments (`# `)
/// and the heads of columns are left out.
public enum WordTypeReader {
  /// Types by the hashes of folded forms. `path` is the name for errors.
  public static func types(in bytes: [UInt8], path: String) throws(TrainingError) -> [UInt32: UInt8] {
    var result: [UInt32: UInt8] = [:]
    for (number, fields) in TableLines.rows(in: bytes, head: "word\ttype") {
      guard fields.count == 2, !fields[0].isEmpty,
        let type = UInt8(String(decoding: fields[1], as: UTF8.self), radix: 16), 1..<WordCode.typeCount ~= Int(type)
      else {
        throw TrainingError(
          path: path, line: number, reason: "the line is no word with a type",
          advice: "write word, tab, a number from 1 to 1f in hexadecimal")
      }
      result[Array(fields[0]).withUnsafeBufferPointer { FormFolding.hash($0) }] = type
    }
    return result
  }
}
