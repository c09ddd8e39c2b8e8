import QuipuGraph

/// How a graph is written: one choice for each format.
public struct ExportOptions: Hashable, Sendable {
  public var graphML: GraphMLProfile
  public var dot: DOTStyle
  public var json: JSONDialect
  public var csv: CSVHeader

  public init(
    graphML: GraphMLProfile = .portable, dot: DOTStyle = .styled, json: JSONDialect = .networkX,
    csv: CSVHeader = .gephi
  ) {
    self.graphML = graphML
    self.dot = dot
    self.json = json
    self.csv = csv
  }
}

/// What was written.
public struct ExportReport: Hashable, Sendable {
  public var nodes = 0
  public var edges = 0
  /// What the format could not hold as it is, one sentence each; empty when the file holds the whole graph.
  public var losses: [String] = []
  /// The files written, in order.
  public var files: [String] = []
}

/// Writes graphs to files.
public enum GraphExport {
  /// Writes the graph, in the format of the path's extension unless one is named. `-` is standard output.
  ///
  /// The file is written beside its place and renamed: there is the whole of it or nothing, and on failure a file that
  /// was there before stays. Devices and pipes are written directly. The same graph gives the same bytes.
  ///
  /// Complexity: O(nodes + edges + their properties); memory beyond the graph stays bounded.
  @discardableResult
  public static func write(
    _ graph: PropertyGraph, to path: String, format: GraphFormat? = nil, options: ExportOptions = ExportOptions()
  ) throws(InterchangeError) -> ExportReport {
    let format = try GraphFormat.resolve(format, path: path)
    if format == .csv, path == "-" {
      throw InterchangeError(
        path: path, reason: "CSV is two files, which standard output cannot hold", advice: "name a file: NAME.csv")
    }
    let writer: any GraphWriter =
      switch format {
      case .graphML: GraphMLWriter(profile: options.graphML)
      case .dot: DOTWriter(style: options.dot)
      case .json: JSONGraphWriter(dialect: options.json)
      case .csv: CSVWriter(header: options.csv)
      }
    let paths = writer.paths(for: path)
    let losses = try OutputFile.write(paths) { (sinks) throws(InterchangeError) in
      try writer.write(graph, to: sinks)
    }
    return ExportReport(nodes: graph.nodeCount, edges: graph.edgeCount, losses: losses, files: paths)
  }
}

/// One format's way of writing a graph.
protocol GraphWriter {
  /// The files that the graph goes to when the user names this one.
  func paths(for path: String) -> [String]

  /// Writes the whole graph to one sink for each path, and returns what the format cannot hold.
  func write(_ graph: PropertyGraph, to sinks: [OutputSink]) throws(InterchangeError) -> [String]
}

extension GraphWriter {
  func paths(for path: String) -> [String] { [path] }
}
