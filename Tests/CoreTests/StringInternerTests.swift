import QuipuCore
import QuipuTestSupport
import Testing

@Suite struct StringInternerTests {
  @Test func idsInOrderOfFirstAppearance() {
    var interner = StringInterner()
    #expect(["quipu", "knot", "quipu", "cord"].map { interner.intern($0) } == [0, 1, 0, 2])
    #expect(interner.count == 3)
    #expect((0..<3).map { interner[$0] } == ["quipu", "knot", "cord"])
  }

  @Test func emptyStringIsAStringLikeOthers() {
    var interner = StringInterner()
    #expect(interner.find("") == nil)
    #expect(interner.intern("") == 0)
    #expect(interner.intern("a") == 1)
    #expect(interner.intern("") == 0)
    #expect(interner.find("") == 0)
    #expect(interner[0].isEmpty && interner.bytes(0).isEmpty)
    #expect(interner[1] == "a")
  }

  @Test func findAddsNothing() {
    var interner = StringInterner()
    interner.intern("here")
    #expect(interner.find("there") == nil)
    #expect(interner.count == 1)
  }

  @Test func bytesNeedNotBeText() {
    var interner = StringInterner()
    let first = interner.intern([0xFF, 0x00, 0xFE])
    let second = interner.intern([0xFF, 0x00])
    #expect(first != second)
    #expect(Array(interner.bytes(first)) == [0xFF, 0x00, 0xFE])
    #expect(interner.intern(AnyCollection([0xFF, 0x00])) == second)
  }

  /// Strings that join to the same bytes in the arena stay apart.
  @Test func neighboursDoNotRunTogether() {
    var interner = StringInterner()
    #expect(["ab", "c", "a", "bc", "abc", "b"].map { interner.intern($0) } == [0, 1, 2, 3, 4, 5])
    #expect(interner.find("ca") == nil)
  }

  @Test func copiesAreIndependent() {
    var one = StringInterner()
    one.intern("a")
    var two = one
    two.intern("b")
    #expect(one.count == 1 && one.find("b") == nil)
    #expect(two.count == 2 && two[1] == "b")
  }

  /// Many more strings than slots at first, so that the table grows often and probes collide.
  @Test(arguments: [1, 64, 5000]) func agreesWithADictionary(_ capacity: Int) {
    var random = SplitMix64(seed: 7)
    var interner = StringInterner(minimumCapacity: capacity)
    var ids: [String: UInt32] = [:]
    var order: [String] = []
    for _ in 0..<20_000 {
      let text = randomText(scalars: Int.random(in: 0...3, using: &random), using: &random)
      // Swift's strings are equal under canonical equivalence, the interner's when their bytes are.
      let key = text.utf8.map { String($0) }.joined(separator: " ")
      if let known = ids[key] {
        #expect(interner.find(text) == known)
        #expect(interner.intern(text) == known)
      } else {
        #expect(interner.find(text) == nil)
        ids[key] = interner.intern(text)
        #expect(ids[key] == UInt32(order.count))
        order.append(text)
      }
    }
    #expect(interner.count == order.count && order.count > 5000)
    for (i, text) in order.enumerated() { #expect(interner.bytes(UInt32(i)).elementsEqual(text.utf8)) }
    #expect(interner.byteCount == order.reduce(0) { $0 + $1.utf8.count })
  }

  @Test func tablesOfTheSameStringsAreTheSame() {
    let words = (0..<1000).map { "word \($0 % 313)" }
    var one = StringInterner()
    var two = StringInterner(minimumCapacity: 4096)
    #expect(words.map { one.intern($0) } == words.map { two.intern($0) })
  }
}
