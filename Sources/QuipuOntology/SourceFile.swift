#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reading data files: the only place of this module, with `DataLocation`, that touches the file system.
enum SourceFile {
  /// The bytes of a file, without a UTF-8 byte order mark.
  static func read(_ path: String) throws(OntologyError) -> [UInt8] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw OntologyError(path, "there is no such file; check the path")
    }
    guard !isFolder else { throw OntologyError(path, "this is a folder; name a file") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw OntologyError(path, "the file cannot be read; check its permissions")
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return data.starts(with: mark) ? Array(data.dropFirst(3)) : Array(data)
  }

  /// A file as itself; of a folder the files with this extension, sorted by name, not descending into folders.
  static func list(_ path: String, withExtension ending: String) throws(OntologyError) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else { return [path] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw OntologyError(path, "the folder cannot be read; check its permissions")
    }
    let files = names.filter { $0.hasSuffix("." + ending) && !$0.hasPrefix(".") }.sorted()
    guard !files.isEmpty else {
      throw OntologyError(path, "the folder holds no .\(ending) file; put one there or name another folder")
    }
    return files.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
  }

  /// An error with the line of the first bytes that are no UTF-8. Offsets are 32 bits wide: 4 GiB at most.
  static func checkUTF8(_ bytes: [UInt8], file: String) throws(OntologyError) {
    guard bytes.count < Int(UInt32.max) else { throw OntologyError(file, "over 4 GiB; split the file") }
    var offset: Int?
    do { _ = try UTF8Span(validating: bytes.span) } catch { offset = error.byteOffsets.lowerBound }
    guard let offset else { return }
    let line = bytes[..<offset].reduce(1) { $1 == 10 ? $0 + 1 : $0 }
    throw OntologyError(file, line: line, "bytes that are not UTF-8; save the file as UTF-8")
  }
}
