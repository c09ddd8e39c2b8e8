import Foundation

/// The queries of the openCypher TCK's feature files, where ../shared has them, outlines filled in.
enum FeatureQueries {
  struct Case {
    var place: String
    var query: String
    /// The detail of the error that the scenario expects at compile time.
    var expectedError: String?
    var isSetup: Bool
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/data/opencypher-tck/features").standardizedFileURL

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func all() throws -> [Case] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    return try files.filter { $0.pathExtension == "feature" }.sorted { $0.path < $1.path }.flatMap { file in
      try cases(of: String(contentsOf: file, encoding: .utf8), name: file.lastPathComponent)
    }
  }

  private static func cases(of text: String, name: String) -> [Case] {
    var scenario = Scenario(title: name)
    var result: [Case] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed.hasPrefix("Scenario"), scenario.block == nil {
        result += scenario.cases()
        scenario = Scenario(title: "\(name) \(trimmed)")
      } else {
        scenario.read(String(line), trimmed)
      }
    }
    return result + scenario.cases()
  }

  private struct Scenario {
    var title: String
    var block: [String]?
    var isSetup = false
    var queries: [(text: String, isSetup: Bool)] = []
    var error: String?
    var examples: [[String]] = []
    var isInExamples = false

    mutating func read(_ line: String, _ trimmed: String) {
      if trimmed == "\"\"\"" {
        if let lines = block { queries.append((lines.joined(separator: "\n"), isSetup)) }
        block = block == nil ? [] : nil
      } else if block != nil {
        block?.append(line)
      } else if trimmed.hasPrefix("Examples:") {
        isInExamples = true
      } else if isInExamples, trimmed.hasPrefix("|") {
        examples.append(cells(trimmed))
      } else if trimmed.contains("executed:") || trimmed.contains("executing") {
        isSetup = trimmed.contains("executed:")
      } else if let mark = trimmed.range(of: "compile time: ") {
        error = String(trimmed[mark.upperBound...])
      }
    }

    private func cells(_ line: String) -> [String] {
      line.replacingOccurrences(of: "\\|", with: "\u{1}").split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst().dropLast().map {
          $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "\u{1}", with: "|")
        }
    }

    func cases() -> [Case] {
      let rows = examples.isEmpty ? [[]] : examples.dropFirst().map { $0 }
      return rows.flatMap { row in
        queries.map { query in
          var text = query.text
          for (key, value) in zip(examples.first ?? [], row) {
            text = text.replacingOccurrences(of: "<\(key)>", with: value)
          }
          return Case(
            place: title, query: text, expectedError: query.isSetup ? nil : error, isSetup: query.isSetup)
        }
      }
    }
  }
}
