import Foundation
import QuipuGraph
import QuipuInterchange
import Testing

@testable import QuipuRepl

/// Folders of the checkout.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let here = root + "/Tests/ReplTests"
  static let sample = root + "/Exports/samples.graphml"

  static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// Paths of the files of a folder with an ending, sorted.
  static func files(_ folder: String, ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
  }

  static var isRecording: Bool { ProcessInfo.processInfo.environment["QUIPU_RECORD"] == "1" }
}

/// A temporary folder that goes when the test is over.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("quipu-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

/// A small graph with every kind of thing that the session looks at.
func harbourGraph() throws -> PropertyGraph {
  var graph = PropertyGraph()
  func node(_ id: String, _ labels: [String], _ name: String, _ aliases: [String] = []) throws -> NodeID {
    try graph.addNode(
      id: id, labels: labels,
      properties: [("name", .string(name)), ("aliases", .list(aliases.map { .string($0) }))])
  }
  let anna = try node("p1", ["Person", "Agent"], "Anna Šimková", ["Simkova"])
  let line = try node("o1", ["Company", "Organization", "Agent"], "Blue Harbour Line", ["BHL"])
  let port = try node("c1", ["City", "Place"], "Port Vesta")
  let other = try node("c2", ["City", "Place"], "Port Vesta")
  _ = try node("x1", ["Company", "Organization", "Agent"], "Grey Dock Ltd")
  let claim: PropertyMap = [
    "quote": "Simkova leads Blue Harbour Line", "sentence": "On Monday Simkova leads Blue Harbour Line.",
    "document": "d1", "attribution": "BHL", "polarity": "positive", "modality": "asserted", "confidence": 0.75,
    "rule": "lead-verb", "qualifiers": .map(["role": "captain"]),
  ]
  try graph.addEdge(
    id: "e-1", from: anna, to: line, type: "LEADS",
    properties: [("confidence", 0.75), ("modality", "planned"), ("claims", [.map(claim)])])
  try graph.addEdge(id: "e-2", from: line, to: port, type: "LOCATED_IN")
  try graph.addEdge(id: "e-3", from: line, to: other, type: "LOCATED_IN", properties: [("since", 1999)])
  return graph
}

/// A session with the small graph.
func harbourSession(isInteractive: Bool = false) throws -> ReplSession {
  let session = ReplSession(isInteractive: isInteractive)
  session.replaceGraph(try harbourGraph(), path: nil)
  return session
}

extension [ReplPiece] {
  /// As transcripts show it.
  var transcript: String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .note(let text): "(\(text))\n"
      case .warning(let text): "Note: \(text)\n"
      case .error(let text): "Error: \(text)\n"
      }
    }.joined()
  }
}
