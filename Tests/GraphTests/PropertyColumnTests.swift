import QuipuCore
import QuipuTestSupport
import Testing

@testable import QuipuGraph

@Suite struct PropertyColumnTests {
  /// Random settings and removals in every range of rows, against a dictionary: dense, sparse, and back.
  @Test(arguments: [1, 2, 7, 50, 1000]) func agreesWithADictionary(spread: Int) {
    var random = SplitMix64(seed: UInt64(spread))
    var column = PropertyColumn()
    var strings = StringInterner()
    var model: [UInt32: PropertyValue] = [:]
    var densities: Set<Bool> = []
    for step in 0..<3000 {
      let row = UInt32(Int.random(in: 0..<200, using: &random) * spread)
      if Int.random(in: 0..<3, using: &random) == 0 {
        #expect(column.remove(row) == (model.removeValue(forKey: row) != nil))
      } else {
        // One type for long, then others too.
        let value: PropertyValue = step < 2000 ? .int(Int64(step)) : step % 2 == 0 ? .string("s\(step)") : [.int(1)]
        column.set(row, value, &strings)
        model[row] = value
      }
      densities.insert(column.rowMap.isDense)
      #expect(column.count == model.count)
      #expect(column.value(row, strings) == model[row])
    }
    for row in 0..<UInt32(200 * spread) where column.value(row, strings) != model[row] {
      Issue.record("row \(row)")
    }
    #expect(densities == [true, false] || spread > 7)
    #expect(column.rowMap.isDense == (spread <= 2) || spread == 7)
  }

  @Test(arguments: PropertyValueTests.values.filter { $0 != .null }) func everyValueComesBack(value: PropertyValue) {
    var column = PropertyColumn()
    var strings = StringInterner()
    column.set(3, value, &strings)
    #expect(column.value(3, strings) == value)
    column.set(5, value == "other" ? 1 : "other", &strings)
    #expect(column.value(3, strings) == value)
    #expect(column.value(4, strings) == nil)
  }

  @Test func datesFarAwayComeBack() throws {
    let far = try #require(CivilDate(year: 9_007_199_254_740_993, month: 2, day: 3))
    var column = PropertyColumn()
    var strings = StringInterner()
    column.set(0, .date(far), &strings)
    #expect(column.value(0, strings) == .date(far))
  }

  @Test func aColumnOfOneInAHundredStaysSmall() {
    var column = PropertyColumn()
    var strings = StringInterner()
    for row in 0..<10_000 { column.set(UInt32(row * 100), .int(Int64(row)), &strings) }
    #expect(!column.rowMap.isDense)
    // Value, row and slot: 8 + 4 + 4 at the least, and room to grow.
    #expect(column.memoryFootprint < 10_000 * 28)
  }

  @Test func aFullColumnOfFlagsTakesAByteAndABitEach() {
    var column = PropertyColumn()
    var strings = StringInterner()
    for row in 0..<100_000 { column.set(UInt32(row), .bool(row % 3 == 0), &strings) }
    #expect(column.rowMap.isDense)
    #expect(column.memoryFootprint < 100_000 * 3 / 2)
  }

  @Test func anEmptiedColumnTakesNothing() {
    var column = PropertyColumn()
    var strings = StringInterner()
    for row in 0..<UInt32(100) { column.set(row, [1], &strings) }
    for row in 0..<UInt32(100) { column.remove(row) }
    #expect(column.memoryFootprint == 0)
  }
}
