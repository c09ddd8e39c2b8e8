import Foundation
import QuipuGraph
import Testing

@testable import QuipuInterchange

@Suite struct OutputFileTests {
  private func graph(nodes: Int = 3) throws -> PropertyGraph {
    var graph = PropertyGraph()
    for i in 0..<nodes { try graph.addNode(id: "node \(i)", labels: ["Person"], properties: [("name", "Name")]) }
    return graph
  }

  @Test(arguments: GraphFormat.allCases) func fullDisk(_ format: GraphFormat) throws {
    // Small ones fail when the buffer is emptied at the end, large ones on the way.
    for size in [3, 30_000] {
      let graph = try graph(nodes: size)
      let folder = try Folder()
      let link = folder.path(format == .csv ? "g.nodes.csv" : "g")
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/full")
      let error = #expect(throws: InterchangeError.self) {
        try GraphExport.write(graph, to: folder.path("g"), format: format)
      }
      #expect(
        error?.description
          == "\(link): cannot write: No space left on device; free some space or write elsewhere; nothing was left behind"
      )
      #expect(folder.names == [(link as NSString).lastPathComponent])
    }
  }

  @Test func readOnlyFolder() throws {
    let graph = try graph()
    // Root may write into any folder of an ordinary file system, but makes no files in /proc.
    for folder in ["/proc", "/nowhere/at/all"] {
      let error = #expect(throws: InterchangeError.self) { try GraphExport.write(graph, to: folder + "/g.graphml") }
      #expect(error?.path == folder + "/g.graphml")
      #expect(error?.reason.hasPrefix("cannot write: ") == true)
      #expect(error?.advice == "make the folder first" || error?.advice == "choose a folder that you may write to")
    }
    let error = #expect(throws: InterchangeError.self) { try GraphExport.write(graph, to: "/tmp", format: .dot) }
    #expect(error?.description == "/tmp: cannot write: Is a directory; name a file, not a folder")
  }

  @Test func failureLeavesTheOldFile() throws {
    let folder = try Folder()
    let path = try folder.write("old", to: "g.json")
    let error = #expect(throws: InterchangeError.self) {
      try OutputFile.write([path, folder.path("none/x")]) { (sinks) throws(InterchangeError) in sinks[0].write("new") }
    }
    #expect(error?.path == folder.path("none/x"))
    #expect(try Place.text(path) == "old")
    #expect(folder.names == ["g.json"])
  }

  @Test(arguments: GraphFormat.allCases) func replacesAndRepeats(_ format: GraphFormat) throws {
    let graph = try RandomGraph.make(seed: 7)
    let folder = try Folder()
    var seen: Set<[String]> = []
    for _ in 0..<3 {
      let report = try GraphExport.write(graph, to: folder.path("g.\(format.rawValue)"))
      seen.insert(try report.files.map(Place.text))
      #expect(folder.names == report.files.map { ($0 as NSString).lastPathComponent }.sorted())
    }
    #expect(seen.count == 1)
  }

  @Test func tableOnStandardOutput() throws {
    let error = #expect(throws: InterchangeError.self) {
      try GraphExport.write(PropertyGraph(), to: "-", format: .csv)
    }
    #expect(
      error?.description
        == "-: CSV is two files, which standard output cannot hold; name a file: NAME.csv")
  }

  @Test func formatsByExtension() {
    #expect(
      ["a.graphml", "b/c.XML", "d.dot", "e.gv", "f.json", "g.csv"].map { GraphFormat(path: $0) } == [
        .graphML, .graphML, .dot, .dot, .json, .csv,
      ])
    #expect(["a", "a.d/b", ".json", "a.txt"].allSatisfy { GraphFormat(path: $0) == nil })
  }
}
