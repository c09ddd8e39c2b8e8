import ArgumentParser
import Quipu

/// The program that a graph is written for.
enum ReaderProgram: String, ExpressibleByArgument, CaseIterable {
  case portable, gephi, yed, networkx, neo4j, strict

  var options: ExportOptions {
    let profile = GraphMLProfile(rawValue: rawValue) ?? .portable
    return ExportOptions(
      graphML: profile, dot: self == .gephi ? .plain : .styled, json: .networkX,
      csv: self == .neo4j ? .neo4j : .gephi)
  }
}
