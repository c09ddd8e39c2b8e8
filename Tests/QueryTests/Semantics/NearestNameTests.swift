import QuipuQuery
import QuipuTestSupport
import Testing

@Suite struct NearestNameTests {
  @Test func findsWhatWasMeant() {
    #expect(NearestName.find("toUper", among: ["toLower", "toUpper", "trim"]) == "toUpper")
    #expect(NearestName.find("PERSON", among: ["place", "person"]) == "person")
    #expect(NearestName.find("ab", among: ["xy"]) == nil)
    #expect(NearestName.find("x", among: ["y"]) == nil)
    #expect(NearestName.find("name", among: [String]()) == nil)
  }

  @Test func ofEqualsTheFirst() {
    #expect(NearestName.find("cat", among: ["car", "bat"]) == "car")
    #expect(NearestName.find("cat", among: ["car", "cat"]) == "cat")
  }

  @Test func hintIsEmptyWhereNothingIsNear() {
    #expect(NearestName.hint("persn", among: ["person"]) == " (did you mean person?)")
    #expect(NearestName.hint("zebra", among: ["person"]) == "")
  }

  /// Against the whole table of distances, on random names.
  @Test func theBandFindsTheSameDistance() {
    var random = SplitMix64(seed: 7)
    func name() -> [UInt8] {
      (0..<Int.random(in: 0...9, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
    }
    for _ in 0..<2_000 {
      let (a, b) = (name(), name())
      let exact = fullDistance(a, b)
      for limit in 0...9 {
        #expect(NearestName.distance(a, b, limit: limit) == (exact <= limit ? exact : nil), "\(a) \(b) \(limit)")
      }
    }
  }

  private func fullDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
        } else {
          let substituted = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
          table[i][j] = min(substituted, table[i - 1][j] + 1, table[i][j - 1] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}
