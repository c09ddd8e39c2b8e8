import QuipuCore
import Testing

@Suite struct StableHashTests {
  /// From the authors' table of test vectors (http://www.isthe.com/chongo/src/fnv/test_fnv.c).
  @Test(arguments: [
    ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("b", 0xaf63_df4c_8601_f1a5),
    ("fo", 0x0898_5907_b541_d342), ("foo", 0xdcb2_7518_fed9_d577), ("foob", 0xdd12_0e79_0c25_12af),
    ("fooba", 0xcac1_65af_a2fe_f40a), ("foobar", 0x8594_4171_f739_67e8),
  ] as [(String, UInt64)])
  func publishedVectors(_ text: String, _ expected: UInt64) {
    #expect(StableHash.hash(text) == expected)
    #expect(StableHash.hash(Array(text.utf8)) == expected)
  }

  @Test func goesOnFromASeed() {
    let head = StableHash.hash("foo")
    #expect(StableHash.hash("bar".utf8, seed: head) == StableHash.hash("foobar"))
    #expect("bar".utf8.reduce(head) { StableHash.combine($0, $1) } == StableHash.hash("foobar"))
  }

  @Test func sixteenDigits() {
    #expect(StableHash.hexadecimal(0) == "0000000000000000")
    #expect(StableHash.hexadecimal(0x0898_5907_b541_d342) == "08985907b541d342")
    #expect(StableHash.hexadecimal(.max) == "ffffffffffffffff")
  }
}
