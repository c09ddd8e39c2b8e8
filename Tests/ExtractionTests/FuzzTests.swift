import Foundation
import QuipuTestSupport
import Testing

/// Pieces of the samples, changed at random: whatever stands in a text, its claims hold.
///
/// `QUIPU_FUZZ_ROUNDS` says how many texts; each is made of its number alone, which a failure names.
@Suite struct FuzzTests {
  private static let rounds = ProcessInfo.processInfo.environment["QUIPU_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 300
  private static let workers = 4
  /// The samples and the cases, each as its words and the white space between them.
  private static let sources: [[Substring]] = {
    let cases = ((try? ClaimCaseTests.cases.get()) ?? []).map(\.text).joined(separator: " ")
    return (InvariantTests.samples.map(\.text) + [cases]).map { FuzzTests.pieces($0) }
  }()

  @Test(arguments: 0..<FuzzTests.workers) func mutatedTextsHold(_ worker: Int) throws {
    try #require(FuzzTests.sources.count >= 5)
    for seed in stride(from: worker, to: FuzzTests.rounds, by: FuzzTests.workers) {
      _ = try InvariantTests().check(FuzzTests.text(seed), "fuzz seed \(seed)")
    }
  }

  /// One document is the same however often it is read, on whatever thread.
  @Test func fuzzedTextIsReadAlikeFiftyTimes() async throws {
    let text = FuzzTests.text(17) + "\n\n" + InvariantTests.samples.map(\.text).joined(separator: "\n\n")
    let first = try Standard.extract(text)
    #expect(!first.claims.isEmpty)
    let isEqual = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 { group.addTask { try Standard.extract(text) == first } }
      return try await group.reduce(true) { $0 && $1 }
    }
    #expect(isEqual)
  }

  // MARK: Texts

  /// Every eighth text is repeated until a sentence of it is as long as sentences may get.
  private static func text(_ seed: Int) -> String {
    var random = SplitMix64(seed: UInt64(seed) &+ 0x5EED)
    let source = sources[Int.random(in: 0..<sources.count, using: &random)]
    let start = Int.random(in: 0..<source.count, using: &random)
    var words = Array(source[start..<min(source.count, start + Int.random(in: 1...160, using: &random))])
    for _ in 0..<Int.random(in: 1...12, using: &random) { mutate(&words, &random) }
    if seed % 8 == 7 {
      let endless = words.filter { $0.contains(where: { $0 != "." && $0 != "\n" }) }.prefix(24)
      words = Array(repeatElement(endless, count: 40).joined())
    }
    let text = words.joined()
    // Sometimes the end is missing, wherever that falls.
    guard Bool.random(using: &random) else { return text }
    let length = Int.random(in: 0...text.unicodeScalars.count, using: &random)
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
  }

  private static func mutate(_ words: inout [Substring], _ random: inout SplitMix64) {
    let i = Int.random(in: 0...words.count, using: &random)
    let end = min(words.count, i + Int.random(in: 0...6, using: &random))
    switch Int.random(in: 0..<9, using: &random) {
    case 0: words.removeSubrange(i..<end)
    case 1: words.insert(contentsOf: Array(words[i..<end]), at: i)
    case 2 where i < words.count:
      words.swapAt(i, Int.random(in: 0..<words.count, using: &random))
    case 3: words.insert(marks[Int.random(in: 0..<marks.count, using: &random)], at: i)
    case 4: words.insert(breaks[Int.random(in: 0..<breaks.count, using: &random)], at: i)
    case 5: words.insert(scalars(&random), at: i)
    case 6 where i < words.count:
      words[i] = words[i].prefix(Int.random(in: 0...words[i].count, using: &random))
    case 7 where i < end:
      for k in i..<end { words[k] = Substring(words[k].uppercased()) }
    default:
      let other = sources[Int.random(in: 0..<sources.count, using: &random)]
      words.insert(other[Int.random(in: 0..<other.count, using: &random)], at: i)
    }
  }

  private static let marks: [Substring] = [
    ".", ",", ";", ":", "?", "!", "(", ")", "[", "]", "\"", "“", "”", "‘", "’", "'s", "-", "–", "—", "...", "…", "&",
    "/", "$", "%", "@", "#", "<", ">", "*", "1", "2024", " and ", " of ", " who ", " said ", " not ", "U.S.", "Mr. ",
  ]
  private static let breaks: [Substring] = [
    "\n", "\n\n", "\r\n", "\r", "\t", "  ", "\u{00A0}", "\u{2028}", "\u{0C}", "\0",
  ]

  /// A few scalars of any plane, most of the lower ones.
  private static func scalars(_ random: inout SplitMix64) -> Substring {
    var out = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let limit: UInt32 = [0x80, 0x250, 0x3000, 0x11_0000][Int.random(in: 0..<4, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { out.unicodeScalars.append(scalar) }
    }
    return Substring(out)
  }

  /// Words, the marks beside them and the white space between: all of a text in small pieces.
  private static func pieces(_ text: String) -> [Substring] {
    var out: [Substring] = []
    var start = text.startIndex
    for i in text.indices where i > start {
      let isSeam = text[i].isLetter != text[text.index(before: i)].isLetter
      if isSeam {
        out.append(text[start..<i])
        start = i
      }
    }
    return out + [text[start...]]
  }
}
