import QuipuTestSupport
import Testing

@testable import QuipuQuery

@Suite struct TimeZoneFileTests {
  /// A file of version 2: offset 100 s at first, then `changes`, then the rule.
  private func file(changes: [(Int, UInt8)], offsets: [Int32], rule: String, version: UInt8 = 50) -> [UInt8] {
    var bytes = header(version, times: 0, types: 1) + bigEndian(0, 4)
    bytes += [0, 0, 0]
    bytes += header(version, times: changes.count, types: offsets.count)
    for change in changes { bytes += bigEndian(change.0, 8) }
    for change in changes { bytes.append(change.1) }
    for offset in offsets { bytes += bigEndian(Int(offset), 4) + [0, 0] }
    bytes.append(0)
    return bytes + [10] + Array(rule.utf8) + [10]
  }

  private func header(_ version: UInt8, times: Int, types: Int) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version]
    bytes += [UInt8](repeating: 0, count: 15)
    for count in [0, 0, 0, times, types, 1] { bytes += bigEndian(count, 4) }
    return bytes
  }

  private func bigEndian(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  @Test func readsChangesAndRule() throws {
    let bytes = file(changes: [(-1000, 1), (0, 2), (500, 2), (1000, 0)], offsets: [100, 200, -300], rule: "XXX-2")
    let rules = try #require(TimeZoneRules(tzif: bytes))
    #expect([-1001, -1000, -1, 0, 999, 1000].map { rules.offset(at: $0) } == [100, 200, 200, -300, -300, 100])
    #expect(rules.offset(at: 1001) == 7200)
    #expect(rules.transitions.count == 3)
  }

  @Test func withoutARuleTheLastOffsetStays() throws {
    let rules = try #require(TimeZoneRules(tzif: file(changes: [(5, 1)], offsets: [0, 60], rule: "")))
    #expect(rules.offset(at: 1 << 50) == 60)
  }

  @Test func firstVersionHasTheFirstBlockAlone() throws {
    let bytes = file(changes: [], offsets: [0], rule: "", version: 0)
    #expect(TimeZoneRules(tzif: bytes)?.offset(at: 5) == 0)
  }

  @Test func refusesUnsoundFiles() {
    #expect(TimeZoneRules(tzif: []) == nil)
    #expect(TimeZoneRules(tzif: file(changes: [(5, 2)], offsets: [0, 60], rule: "")) == nil)
    #expect(TimeZoneRules(tzif: file(changes: [(5, 1), (5, 0)], offsets: [0, 60], rule: "")) == nil)
    #expect(TimeZoneRules(tzif: file(changes: [], offsets: [], rule: "")) == nil)
    #expect(TimeZoneRules(tzif: file(changes: [], offsets: [64_801], rule: "")) == nil)
    #expect(TimeZoneRules(tzif: file(changes: [(.max, 0)], offsets: [0], rule: "")) == nil)
    #expect(TimeZoneRules(tzif: file(changes: [], offsets: [0], rule: "nonsense rule")) == nil)
  }

  /// No bytes crash it, and the rules that it makes of them answer.
  @Test func damagedBytes() {
    let sound = file(changes: [(-1000, 1), (0, 2)], offsets: [100, 200, -300], rule: "AAA3BBB,M3.2.0/2,M11.1.0")
    var random = SplitMix64(seed: 31)
    for length in 0..<sound.count { #expect(TimeZoneRules(tzif: Array(sound[..<length])) == nil) }
    for _ in 0..<20_000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let rules = TimeZoneRules(tzif: bytes) else { continue }
      for instant in [-1 << 40, 0, 1 << 40] {
        #expect((-64_800...64_800).contains(rules.offset(at: instant)))
        _ = rules.resolve(local: instant)
      }
    }
  }
}
