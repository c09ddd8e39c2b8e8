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

  @Test(arguments: GraphMLFilesTests.entries.map(\.file)) func isReadOrRefused(_ file: String) throws {
    let entry = try #require(GraphMLFilesTests.entries.first { $0.file == file })
    let path = Place.formats.appendingPathComponent(file).path
    let isRefusedByAll = entry.networkx?.nodes == nil && entry.igraph?.nodes == nil
    do {
      let read = try GraphImport.read(path, format: .graphML)
      print("READ \(file) nodes \(read.graph.nodeCount) edges \(read.graph.edgeCount) nx \(entry.networkx?.nodes ?? -1)/\(entry.networkx?.edges ?? -1) ig \(entry.igraph?.nodes ?? -1)/\(entry.igraph?.edges ?? -1) el \(entry.elements ?? [:]) \(read.notes)")
    } catch let error as InterchangeError {
      print("REFUSED \(isRefusedByAll) \(error)")
      #expect(isRefusedByAll)
      #expect(error.line != nil && error.column != nil)
    }
  }
}
