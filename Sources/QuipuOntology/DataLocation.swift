#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the data lies that comes with quipu: the folder that holds `Ontology/` and `Models/`.
public enum DataLocation {
  /// A folder holds the data if it holds this file.
  static let landmark = "Ontology/quipu.ttl"

  /// The model file of English, in the folder.
  public static let englishModel = "Models/english.model"

  /// Finds the folder: `QUIPU_DATA` where it is set; `../share/quipu` beside the executable's folder (installed);
  /// a folder at or above the executable or the current one (a checkout).
  ///
  /// Throws an error that names every place tried. Symbolic links to the executable are followed.
  public static func find() throws(OntologyError) -> String {
    try find(
      environment: ProcessInfo.processInfo.environment, executable: executablePath(),
      currentFolder: FileManager.default.currentDirectoryPath)
  }

  /// The same, told where it runs.
  public static func find(
    environment: [String: String], executable: String?, currentFolder: String
  ) throws(OntologyError) -> String {
    if let wanted = environment["QUIPU_DATA"], !wanted.isEmpty {
      if holdsData(wanted) { return wanted }
      throw OntologyError(
        wanted, "QUIPU_DATA names this folder, but it holds no \(landmark); correct or unset QUIPU_DATA")
    }
    var tried: [String] = []
    if let executable {
      let folder = parent(executable)
      tried.append(join(parent(folder), "share/quipu"))
      tried += chain(folder)
    }
    for folder in chain(currentFolder) where !tried.contains(folder) { tried.append(folder) }
    if let found = tried.first(where: holdsData) { return found }
    throw OntologyError(
      landmark,
      "quipu's data folder was not found; set QUIPU_DATA to the folder that holds \(landmark). Tried: "
        + tried.joined(separator: ", "))
  }

  /// The running program's file, links resolved; `nil` where the system does not tell.
  static func executablePath() -> String? {
    #if os(Linux)
      return try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      guard let first = CommandLine.arguments.first else { return nil }
      return URL(fileURLWithPath: first).resolvingSymlinksInPath().path
    #endif
  }

  private static func holdsData(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: join(folder, landmark))
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The folder and all above it, the root left out: it is no one's checkout.
  private static func chain(_ folder: String) -> [String] {
    var all: [String] = []
    var folder = folder
    while folder.hasPrefix("/") && folder != "/" {
      all.append(folder)
      folder = parent(folder)
    }
    return all
  }
}
