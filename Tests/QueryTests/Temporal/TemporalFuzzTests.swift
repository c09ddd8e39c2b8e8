import QuipuTestSupport
import Testing

@testable import QuipuQuery

/// Whatever the text, reading ends in a value or a `QueryError`; a value prints as text that gives it again.
@Suite struct TemporalFuzzTests {
  private static let seeds = [
    "2015-07-21T21:40:32.142+01:00[Europe/London]", "2015W302T2140Z", "2015-Q3-21", "-999999999-12-31T23:59:59Z",
    "P1Y2M3W4DT5H6M7.008S", "-P-1.5M+2DT-0.5S", "P2012-02-02T14:37:21.545", "20150721T214032-1800",
  ]
  private static let alphabet = Array("0123456789-+:.,TWQPZYMDHS[]/ e_é\u{0}")

  @Test func randomText() throws {
    var random = SplitMix64(seed: 11)
    var accepted = 0
    for round in 0..<20_000 {
      let text = round % 2 == 0 ? noise(&random) : changed(&random)
      for type in TemporalType.allCases {
        guard let value = try accept({ () throws(QueryError) in try type.parse(text, .system) }) else { continue }
        accepted += 1
        let printed = try #require(value.propertyValue?.isoText)
        #expect(try type.parse(printed, .system) == value, "\(text)")
      }
      if let duration = try accept({ () throws(QueryError) in try DurationText.duration(text) }) {
        accepted += 1
        #expect(try DurationText.duration(duration.description) == duration, "\(text)")
      }
    }
    #expect(accepted > 1000)
  }

  private func accept<T>(_ read: () throws(QueryError) -> T) throws -> T? {
    do {
      return try read()
    } catch {
      #expect(!error.message.isEmpty && error.phase == .runtime)
      return nil
    }
  }

  private func noise(_ random: inout SplitMix64) -> String {
    let length = Int.random(in: 0...12, using: &random)
    return String((0..<length).map { _ in TemporalFuzzTests.alphabet.randomElement(using: &random) ?? "0" })
  }

  /// A sound text with a few characters replaced, put in or left out.
  private func changed(_ random: inout SplitMix64) -> String {
    var text = Array(TemporalFuzzTests.seeds.randomElement(using: &random) ?? "")
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0..<text.count, using: &random)
      let new = TemporalFuzzTests.alphabet.randomElement(using: &random) ?? "0"
      switch Int.random(in: 0..<3, using: &random) {
      case 0: text[place] = new
      case 1: text.insert(new, at: place)
      default: if text.count > 1 { text.remove(at: place) }
      }
    }
    return String(text)
  }

  /// Components of any size end in a value or an error.
  @Test func randomMaps() throws {
    var random = SplitMix64(seed: 12)
    let sizes: [Int64] = [.min, -1_000_000_000, -1, 0, 1, 4, 12, 31, 53, 60, 366, 999, 2020, 999_999_999, .max]
    var accepted = 0
    for _ in 0..<20_000 {
      let fields = TemporalFields.Field.allCases.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
      let map = ValueMap(fields.map { (key: $0.rawValue, value: .int(sizes.randomElement(using: &random) ?? 0)) })
      for type in TemporalType.allCases {
        let value = try accept { () throws(QueryError) in try type.build(map, .system, now: (0, 0)) }
        if value != nil { accepted += 1 }
        for unit in [TruncationUnit.month, .millisecond] {
          _ = try accept { () throws(QueryError) in
            try type.truncate(unit, type.current(.utc, (0, 0)), map, .system, now: 0)
          }
        }
      }
    }
    #expect(accepted > 100)
  }
}
