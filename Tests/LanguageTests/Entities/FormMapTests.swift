import QuipuTestSupport
import Testing

@testable import QuipuLanguage

@Suite struct FormMapTests {
  /// Against a dictionary, through growing and being emptied.
  @Test func itIsAMap() {
    var random = SplitMix64(seed: 9)
    var map = FormMap(empty: 0)
    for size in [10, 3000, 5] {
      var naive: [UInt32: Int] = [:]
      for _ in 0..<size {
        let key = UInt32.random(in: 1...UInt32(2 * size), using: &random)
        map.update(key) { $0 += 1 }
        naive[key, default: 0] += 1
      }
      for key in 1...UInt32(2 * size) { #expect(map[key] == naive[key] ?? 0) }
      map.removeAll()
      for key in naive.keys { #expect(map[key] == 0) }
    }
  }
}
