/// The inputs of a run, found before any of them is read: which files, in which order, under which ids.
///
/// A folder is gone through with its subfolders; in it, files without a known extension, dot files, links to folders,
/// and what is no regular file are passed over and counted. A file named by itself is taken whatever it is called.
/// The order, and with it the ids, do not depend on the order of the arguments. Complexity: O(n log n) in the files.
public struct DocumentSource: Sendable {
  /// One file, or standard input.
  public struct Input: Equatable, Sendable {
    /// As given, or as made of a folder given and the names in it; `-` for standard input.
    public var path: String
    /// The document's id, or the beginning of the ids of a file that holds several without naming them.
    public var id: String
    /// By the extension; nil when the first bytes must tell.
    public var format: DocumentFormat?
  }

  /// Sorted by path, each file once.
  public private(set) var inputs: [Input] = []
  /// Files in folders that were passed over.
  public private(set) var skipped = 0
  /// Arguments that lead to no file, sorted by path.
  public private(set) var failures: [DocumentError] = []

  private struct Candidate {
    var path: String
    /// The path from the folder given, or the file's name.
    var name: String
    var canonical: String
    var id: String
  }

  /// `paths` are files, folders, and `-`.
  public init(_ paths: [String]) {
    var found: [Candidate] = []
    for path in Set(paths).sorted(by: DocumentSource.precedes) { add(path, to: &found) }
    found = DocumentSource.withoutRepetitions(found)
    DocumentSource.assignIDs(&found)
    inputs = found.map { Input(path: $0.path, id: $0.id, format: FileName($0.name).format) }
  }

  private mutating func add(_ path: String, to found: inout [Candidate]) {
    if path == "-" {
      found.append(Candidate(path: "-", name: "stdin", canonical: "-", id: "stdin"))
      return
    }
    switch System.status(path)?.kind {
    case .folder: addFolder(path, to: &found)
    case .file, .other: found.append(DocumentSource.candidate(path, name: DocumentSource.lastComponent(path)))
    case nil:
      failures.append(
        DocumentError(
          .missing, path: path, reason: "cannot be found (\(System.lastError.text))", advice: "check the path"))
    }
  }

  private mutating func addFolder(_ root: String, to found: inout [Candidate]) {
    let base = root.hasSuffix("/") ? root : root + "/"
    let before = found.count
    var pending = [""]
    while let folder = pending.popLast() {
      guard let names = System.list(base + folder) else {
        failures.append(FileStream.failure(path: base + folder, "cannot be listed"))
        continue
      }
      for name in names { visit(base, folder + name, &pending, &found) }
    }
    if found.count == before {
      failures.append(
        DocumentError(
          .noDocuments, path: root, reason: "the folder holds no documents",
          advice: "put in files that end in .txt, .md, .html, .xml, .jsonl, .json or .conllu, or name a file itself"))
    }
  }

  private mutating func visit(
    _ base: String, _ name: String, _ pending: inout [String], _ found: inout [Candidate]
  ) {
    let isHidden = DocumentSource.lastComponent(name).hasPrefix(".")
    let kind = System.status(base + name, followingLinks: false)?.kind
    if kind == .folder {
      if isHidden { skipped += 1 } else { pending.append(name + "/") }
    } else if isHidden || FileName(name).format == nil || System.status(base + name)?.kind != .file {
      skipped += 1
    } else {
      found.append(DocumentSource.candidate(base + name, name: name))
    }
  }

  private static func candidate(_ path: String, name: String) -> Candidate {
    Candidate(path: path, name: name, canonical: System.canonicalPath(path) ?? path, id: FileName(name).stem)
  }

  /// One of those that lead to the same file: that with the longest name, for the folder says more than the file.
  private static func withoutRepetitions(_ found: [Candidate]) -> [Candidate] {
    let sorted = found.sorted {
      if $0.canonical != $1.canonical { return precedes($0.canonical, $1.canonical) }
      if $0.name.utf8.count != $1.name.utf8.count { return $0.name.utf8.count > $1.name.utf8.count }
      return precedes($0.path, $1.path)
    }
    var unique: [Candidate] = []
    for candidate in sorted where unique.last?.canonical != candidate.canonical { unique.append(candidate) }
    return unique.sorted { precedes($0.path, $1.path) }
  }

  /// Where an id stands for several inputs, those keep their extensions; repeated until nothing changes.
  private static func assignIDs(_ found: inout [Candidate]) {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      var counts: [String: Int] = [:]
      for candidate in found { counts[candidate.id, default: 0] += 1 }
      for i in found.indices where counts[found[i].id, default: 0] > 1 && found[i].id != found[i].name {
        found[i].id = found[i].name
        hasChanged = true
      }
    }
  }

  private static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
}
