import Testing

@testable import QuipuLanguage

/// Against values that the reference implementation gives.
@Suite struct XXHash64Tests {
  private func hash(_ text: String, seed: UInt64 = 0) -> UInt64 {
    Array(text.utf8).withUnsafeBytes { XXHash64.hash($0, seed: seed) }
  }

  @Test func knownValues() {
    #expect(hash("") == 0xEF46_DB37_51D8_E999)
    #expect(hash("a") == 0xD24E_C4F1_A98C_6E5B)
    #expect(hash("abc") == 0x44BC_2CF5_AD77_0999)
    #expect(hash("Nobody inspects the spammish repetition") == 0xFBCE_A83C_8A37_8BF1)
    #expect(XXHash64.hash(UnsafeRawBufferPointer(start: nil, count: 0)) == hash(""))
  }

  @Test func everyByteCounts() {
    for length in [1, 4, 8, 31, 32, 33, 71] {
      let bytes = (0..<length).map { UInt8($0) }
      let whole = bytes.withUnsafeBytes { XXHash64.hash($0) }
      for i in 0..<length {
        var other = bytes
        other[i] ^= 0x10
        #expect(other.withUnsafeBytes { XXHash64.hash($0) } != whole)
      }
    }
  }
}
