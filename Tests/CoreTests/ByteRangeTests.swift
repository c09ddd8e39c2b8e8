import QuipuCore
import Testing

@Suite struct ByteRangeTests {
  @Test func boundsAndCount() {
    let range = ByteRange(3..<8)
    #expect(range == ByteRange(3, 8))
    #expect(range.range == 3..<8)
    #expect(range.count == 5)
    #expect(!range.isEmpty)
    #expect(ByteRange(4, 4).isEmpty)
    #expect(ByteRange(4, 4).count == 0)
  }

  @Test func relationsAgreeWithPlainRanges() {
    for a in ranges() {
      for b in ranges() {
        #expect(a.contains(b) == (a.range.lowerBound <= b.range.lowerBound && b.range.upperBound <= a.range.upperBound))
        if !a.isEmpty && !b.isEmpty { #expect(a.overlaps(b) == a.range.overlaps(b.range), "\(a) \(b)") }
        let both = a.union(b)
        #expect(both.contains(a) && both.contains(b))
        #expect(both.count <= a.count + b.count || !a.overlaps(b))
      }
    }
  }

  @Test func touchingRangesDoNotOverlap() {
    #expect(!ByteRange(0, 4).overlaps(ByteRange(4, 6)))
    #expect(ByteRange(0, 4).union(ByteRange(4, 6)) == ByteRange(0, 6))
  }

  @Test func containersComeBeforeTheirContents() {
    let sorted = [ByteRange(2, 4), ByteRange(0, 3), ByteRange(2, 9), ByteRange(0, 8)].sorted()
    #expect(sorted == [ByteRange(0, 8), ByteRange(0, 3), ByteRange(2, 9), ByteRange(2, 4)])
  }

  @Test func orderIsStrict() {
    for a in ranges() {
      #expect(!(a < a))
      for b in ranges() where a != b { #expect((a < b) != (b < a)) }
    }
  }

  private func ranges() -> [ByteRange] {
    (0..<6).flatMap { start in (start..<6).map { ByteRange(start..<$0) } }
  }
}
