import Foundation
import QuipuCore
import Testing

@testable import QuipuLanguage

/// Tokens and sentences from raw text against the dev part of UD English EWT, by the shared scorer.
@Suite struct TreebankTests {
  static let shared = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared")
    .standardizedFileURL
  static let treebank = shared.appending(path: "data/ewt")
  static var isThere: Bool {
    FileManager.default.fileExists(atPath: treebank.appending(path: "dev.docs.jsonl").path)
      && FileManager.default.fileExists(atPath: "/usr/bin/env")
  }

  private struct Document: Decodable { var text: String }
  private struct Scores: Decodable {
    var tokens: Double
    var sentences: Double
    var words: Double
  }

  @Test(.enabled(if: isThere, "needs ../shared/data/ewt"))
  func devFromRawText() throws {
    var output: [UInt8] = []
    let lines = try String(contentsOf: Self.treebank.appending(path: "dev.docs.jsonl"), encoding: .utf8)
    for line in lines.split(separator: "\n") {
      var text = try JSONDecoder().decode(Document.self, from: Data(line.utf8)).text
      text.withUTF8 { buffer in
        let tokens = RuleTokenizer().tokenize(buffer)
        let sentences = RuleSentenceSplitter().sentences(tokens, in: buffer)
        CoNLLUWriter().write(tokens, sentences, text: buffer, into: &output)
      }
    }
    let scores = try score(output)
    print("EWT dev from raw text: tokens \(scores.tokens), words \(scores.words), sentences \(scores.sentences)")
    #expect(scores.tokens >= 0.985)
    #expect(scores.sentences >= 0.80)
  }

  private func score(_ output: [UInt8]) throws -> Scores {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "quipu-ewt-\(UInt64.random(in: 0 ... .max)).conllu")
    try Data(output).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Self.shared.appending(path: "tools/score_ud.py").path,
      Self.treebank.appending(path: "en_ewt-ud-dev.conllu").path, file.path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Scores.self, from: data)
  }
}

enum Environment {
  static func isSet(_ name: String) -> Bool { ProcessInfo.processInfo.environment[name] != nil }
}
