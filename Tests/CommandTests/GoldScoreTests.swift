import Foundation
import Testing

/// How much of the gold documents is found, against the aims.
@Suite(.enabled(if: Checkout.hasGold, "needs ../shared/gold")) struct GoldScoreTests {
  struct Score: Decodable {
    var entityF1, typedF1, relationF1, qualifiers, attributions: Double
    var wrong: [[String]]

    enum CodingKeys: String, CodingKey {
      case entityF1 = "entity_f1"
      case typedF1 = "entity_typed_f1"
      case relationF1 = "relation_f1"
      case qualifiers, attributions, wrong
    }
  }

  @Test func reachesTheAims() throws {
    let scratch = try Scratch()
    let texts = Checkout.files(Checkout.gold, ending: ".txt")
    let run = try CommandRun(["extract", "-o", scratch.path("out.jsonl")] + texts, in: scratch.folder)
    try #require(run.status == 0, "\(run.messages)")
    var scores: [(name: String, score: Score)] = []
    for text in texts {
      let gold = text.dropLast(4) + ".json"
      let tool = try CommandRun.tool(
        ["python3", Checkout.scorer, String(gold), scratch.path("out.jsonl")], in: scratch.folder)
      let result = try #require(tool, "python3 is needed")
      try #require(result.status == 0, "\(result.messages)")
      let name = String(gold[(gold.lastIndex(of: "/") ?? gold.startIndex)...].dropFirst().dropLast(5))
      scores.append((name, try JSONDecoder().decode(Score.self, from: Data(result.output))))
    }
    print(GoldScoreTests.table(scores))
    check(scores)
  }

  private func check(_ scores: [(name: String, score: Score)]) {
    let main = scores.filter { $0.name == "kharkiv-and-trade" }
    let others = scores.filter { $0.name != "kharkiv-and-trade" }
    #expect(main.count == 1 && others.count == 10)
    for (_, score) in main {
      #expect(score.entityF1 >= 0.93)
      #expect(score.typedF1 >= 0.90)
      #expect(score.relationF1 >= 0.70)
      #expect(score.qualifiers >= 0.6)
      #expect(score.attributions >= 0.6)
      #expect(score.wrong.isEmpty)
    }
    let count = Double(max(others.count, 1))
    #expect(others.reduce(0) { $0 + $1.score.entityF1 } / count >= 0.70)
    #expect(others.reduce(0) { $0 + $1.score.relationF1 } / count >= 0.20)
    #expect(others.reduce(0) { $0 + $1.score.wrong.count } <= 2)
  }

  private static func table(_ scores: [(name: String, score: Score)]) -> String {
    let head = ["entity F1", "typed F1", "relation F1", "qualifiers", "attributions", "wrong"]
    var text = "".padding(toLength: 20, withPad: " ", startingAt: 0) + head.joined(separator: "  ") + "\n"
    for (name, s) in scores {
      let numbers = [s.entityF1, s.typedF1, s.relationF1, s.qualifiers, s.attributions]
      let cells = numbers.map { String(format: "%.3f", $0) } + ["\(s.wrong.count)"]
      text += name.padding(toLength: 20, withPad: " ", startingAt: 0)
      for (cell, title) in zip(cells, head) {
        text += String(repeating: " ", count: title.count - cell.count) + cell + "  "
      }
      text += "\n"
    }
    return text
  }
}
