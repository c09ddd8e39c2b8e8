/// A file format that holds a graph.
public enum GraphFormat: String, Hashable, Sendable, CaseIterable {
  case graphML = "graphml"
  case dot
  case json
  case csv

  /// By the path's extension (`.graphml .xml .dot .gv .json .csv`, in any case); nil for any other.
  public init?(path: String) {
    switch fileExtension(path) {
    case "graphml", "xml": self = .graphML
    case "dot", "gv": self = .dot
    case "json": self = .json
    case "csv": self = .csv
    default: return nil
    }
  }

  /// What `GraphImport` reads.
  public var isReadable: Bool { self == .graphML || self == .json }

  /// The format asked for, else that of the extension.
  static func resolve(_ asked: GraphFormat?, path: String, reading: Bool = false) throws(InterchangeError)
    -> GraphFormat
  {
    if let format = asked ?? GraphFormat(path: path) { return format }
    throw InterchangeError(
      path: path, reason: "the extension says no graph format",
      advice: reading
        ? "give a graph as .graphml, .xml or .json" : "use one of .graphml .xml .dot .gv .json .csv, or name the format"
    )
  }
}

/// The extension in lower case without its dot; empty when there is none.
func fileExtension(_ path: String) -> String {
  let name = path.split(separator: "/", omittingEmptySubsequences: true).last ?? ""
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
  return name[name.index(after: dot)...].lowercased()
}
