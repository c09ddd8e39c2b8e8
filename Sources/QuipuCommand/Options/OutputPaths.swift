import ArgumentParser
import FoundationEssentials
import Quipu

/// Checks where results are to go before any work is done for them.
enum OutputPaths {
  /// Throws when an output is given twice or is one of the inputs.
  static func check(_ outputs: [String], against inputs: [String]) throws {
    var seen: Set<String> = []
    let sources = Set(inputs.filter { $0 != "-" }.map(canonical))
    for path in outputs where path != "-" {
      guard !path.isEmpty else { throw ValidationError("--output wants the name of a file.") }
      guard !sources.contains(canonical(path)) else {
        throw ValidationError("'\(path)' is an input: writing to it would destroy it. Name another output.")
      }
    }
    for path in outputs where !seen.insert(path).inserted {
      throw ValidationError("'\(path)' is given as output twice.")
    }
  }

  /// Throws when the folder that a file is to go to is not there or may not be written to.
  static func checkFolder(of path: String) throws(InterchangeError) {
    guard path != "-", !FileManager.default.fileExists(atPath: path) else { return }
    let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
    var isFolder = false
    guard folder.isEmpty || FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw InterchangeError(
        path: path, reason: "cannot write: there is no folder '\(folder)'", advice: "make the folder first")
    }
    guard folder.isEmpty || FileManager.default.isWritableFile(atPath: folder) else {
      throw InterchangeError(
        path: path, reason: "cannot write: Permission denied", advice: "choose a folder that you may write to")
    }
  }

  private static func canonical(_ path: String) -> String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? path
  }
}
