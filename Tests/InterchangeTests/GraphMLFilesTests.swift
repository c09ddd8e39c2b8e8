import Foundation
import QuipuGraph
import Testing

@testable import QuipuInterchange

/// GraphML that other projects wrote, counted as NetworkX and igraph count it.
@Suite(.enabled(if: Place.hasFormats, "needs ../shared/data/graph-formats")) struct GraphMLFilesTests {
  struct Reading: Decodable {
    var nodes: Int?
    var edges: Int?
    var error: String?
  }
  struct Entry: Decodable {
    var file: String
    var elements: [String: Int]?
    var networkx: Reading?
    var igraph: Reading?
  }

  static let entries: [Entry] = {
    guard let data = try? Data(contentsOf: Place.formats.appendingPathComponent("manifest.json")) else { return [] }
    let all = (try? JSONDecoder().decode([Entry].self, from: data)) ?? []
    return all.filter { $0.file.hasPrefix("graphml/") }
  }()

  @Test func allAreHere() { #expect(GraphMLFilesTests.entries.count == 69) }

  /// Where we count otherwise than both readers: nodes and edges of nested graphs are part of the graph to us, and to
  /// neither of them (igraph passes over them, NetworkX reads only yEd's groups).
  static let nested: Set<String> = [
    "graphml/graphinout__graph-nested.graphml", "graphml/graphinout__nested_graph_graphical_representation.graphml",
    "graphml/graphinout__nested_graph_pure_structure.graphml.xml", "graphml/graphinout__sample.graphml",
  ]

  @Test(arguments: GraphMLFilesTests.entries.map(\.file)) func isReadOrRefused(_ file: String) throws {
    let entry = try #require(GraphMLFilesTests.entries.first { $0.file == file })
    let path = Place.formats.appendingPathComponent(file).path
    let readings = [entry.networkx, entry.igraph].compactMap { $0 }.filter { $0.nodes != nil }
    let isNested = GraphMLFilesTests.nested.contains(file)
    do throws(InterchangeError) {
      let graph = try GraphImport.read(path, format: .graphML).graph
      if isNested {
        #expect(graph.nodeCount == entry.elements?["node"] && graph.edgeCount == entry.elements?["edge"] ?? 0)
      } else {
        #expect(readings.contains { $0.nodes == graph.nodeCount && $0.edges == graph.edgeCount })
      }
    } catch {
      #expect(readings.isEmpty && !isNested)
      #expect(error.line != nil && error.column != nil && !error.advice.isEmpty)
    }
  }
}
