import FoundationEssentials
import QuipuCore

@testable import QuipuDocuments

/// A temporary folder that goes when the test is over.
final class Workspace {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("quipu-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, its folders first, and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  /// Reads one file, or several paths, or the whole folder.
  func read(_ names: [String] = [""], _ options: ReadingOptions = ReadingOptions()) -> Run {
    Run(DocumentReader(DocumentSource(names.map { $0.isEmpty ? path : path + "/" + $0 }), options: options), in: path)
  }
}

/// All that a reader gave, paths shortened by the workspace.
struct Run {
  var documents: [Document] = []
  var gold: [GoldTokens?] = []
  var notes: [String] = []
  var errors: [DocumentError] = []
  private let folder: String

  init(_ reader: DocumentReader, in folder: String = "") {
    self.folder = folder
    for outcome in reader {
      switch outcome {
      case .document(let document, let gold, let notes):
        documents.append(document)
        self.gold.append(gold)
        self.notes += notes
      case .failure(let error): errors.append(error)
      }
    }
  }

  var messages: [String] {
    errors.map { folder.isEmpty ? $0.description : $0.description.replacing(folder + "/", with: "") }
  }
  var ids: [String] { documents.map(\.id) }
  var texts: [String] { documents.map { String(decoding: $0.bytes, as: UTF8.self) } }
}

extension Run {
  /// Reads bytes as a file of that name would be.
  static func of(_ bytes: [UInt8], as name: String) throws -> Run {
    let workspace = try Workspace()
    try workspace.write(name, bytes)
    return workspace.read([name])
  }

  static func of(_ text: String, as name: String) throws -> Run { try of(Array(text.utf8), as: name) }
}
