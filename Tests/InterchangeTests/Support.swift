import Foundation
import QuipuCore
import QuipuGraph

@testable import QuipuInterchange

/// The package's root, and what tests need from beyond it.
enum Place {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let formats = root.appendingPathComponent("../shared/data/graph-formats").standardizedFileURL
  static var hasFormats: Bool { FileManager.default.fileExists(atPath: formats.path) }

  /// A program on the PATH.
  static func program(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A Python that has both readers; looked for once.
  static let python: String? = {
    let own = root.appendingPathComponent(".venv/bin/python3").path
    for candidate in [own, program("python3")].compactMap({ $0 }) {
      if let run = try? run(candidate, ["-c", "import networkx, igraph"]), run.status == 0 { return candidate }
    }
    return nil
  }()

  static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let folder = try Folder()
    let output = folder.path("out")
    let errors = folder.path("err")
    for path in [output, errors] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try text(output), try text(errors))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }
}

/// A folder that lives as long as this does.
final class Folder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("quipu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? [] }
}

extension PropertyGraph {
  /// Everything in the graph as lines of text, the same for graphs that say the same.
  func dump() -> String {
    var lines: [String] = []
    for node in nodes {
      let labels = labels(of: node).sorted().map { Array($0.utf8) }
      lines.append("node \(Array(id(of: node).utf8)) \(labels)")
      for (key, value) in properties(of: node).map({ (Array($0.key.utf8), PropertyJSON.text($0.value)) })
        .sorted(by: { $0.0.lexicographicallyPrecedes($1.0) })
      { lines.append("  \(key) = \(value)") }
    }
    for edge in edges {
      let ends = endpoints(of: edge)
      lines.append(
        "edge \(Array(id(of: edge).utf8)) \(Array(id(of: ends.source).utf8)) \(Array(id(of: ends.target).utf8)) "
          + "\(Array(type(of: edge).utf8))")
      for (key, value) in properties(of: edge).map({ (Array($0.key.utf8), PropertyJSON.text($0.value)) })
        .sorted(by: { $0.0.lexicographicallyPrecedes($1.0) })
      { lines.append("  \(key) = \(value)") }
    }
    for (key, value) in graphProperties { lines.append("graph \(Array(key.utf8)) = \(PropertyJSON.text(value))") }
    return lines.joined(separator: "\n")
  }
}
