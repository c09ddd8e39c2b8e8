import QuipuCore
import QuipuTestSupport
import Testing

@Suite struct ScalarOffsetsTests {
  @Test func asciiCountsBytes() {
    let offsets = ScalarOffsets(Array("A plain text.".utf8))
    #expect(offsets.scalars(at: 0) == 0)
    #expect(offsets.scalars(at: 13) == 13)
    #expect(offsets.scalars(ByteRange(2, 7)) == 2..<7)
  }

  @Test func emptyText() {
    #expect(ScalarOffsets([]).scalars(at: 0) == 0)
  }

  @Test func bytesOfEachWidth() {
    // One, two, three and four bytes: 'a', 'é', '€', an emoji.
    let offsets = ScalarOffsets(Array("aé€\u{1F600}z".utf8))
    #expect([0, 1, 3, 6, 10, 11].map { offsets.scalars(at: $0) } == [0, 1, 2, 3, 4, 5])
    #expect(offsets.scalars(ByteRange(1, 10)) == 1..<4)
  }

  @Test(arguments: [0, 1, 2, 21, 31, 32, 63, 64, 65, 127, 128, 129, 500, 4000])
  func agreesWithCounting(_ length: Int) {
    var random = SplitMix64(seed: UInt64(length))
    for _ in 0..<10 {
      let text = randomText(scalars: length, using: &random)
      let offsets = ScalarOffsets(Array(text.utf8))
      var byte = 0
      for (n, scalar) in text.unicodeScalars.enumerated() {
        #expect(offsets.scalars(at: byte) == n)
        byte += UTF8.width(scalar)
      }
      #expect(offsets.scalars(at: byte) == length)
    }
  }

  /// A text whose bytes fill whole blocks of 64 has its last offset at a block's border.
  @Test(arguments: [64, 128, 192]) func wholeBlocks(_ bytes: Int) {
    let text = String(repeating: "é", count: bytes / 2)
    let offsets = ScalarOffsets(Array(text.utf8))
    #expect(offsets.scalars(at: bytes) == bytes / 2)
    #expect(offsets.scalars(at: bytes - 2) == bytes / 2 - 1)
  }
}
