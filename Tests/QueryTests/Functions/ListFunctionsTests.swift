import QuipuQuery
import Testing

@Suite struct ListFunctionsTests {
  @Test(
    arguments: [
      ([-1236, -1234], [-1236, -1235, -1234]), ([0, 0], [0]), ([0, -1], []), ([0, 10, 3], [0, 3, 6, 9]),
      ([10, 0, -5], [10, 5, 0]), ([0, 10, -1], []), ([Int64.max - 1, .max], [Int64.max - 1, .max]),
      ([.min, .max, .max], [.min, -1, .max - 1]), ([.min, .min, -1], [.min]),
    ] as [([Int64], [Int64])])
  func ranges(_ arguments: [Int64], _ expected: [Int64]) throws {
    #expect(try call("range", arguments.map { .int($0) }) == .list(expected.map { .int($0) }))
  }

  @Test func rangeRefusesAStepOfZeroAndOtherTypes() {
    let zero = #expect(throws: QueryError.self) { try call("range", [.int(2), .int(8), .int(0)]) }
    #expect(zero?.kind == .argument)
    #expect(zero?.detail == "NumberOutOfRange")
    for value in [Value.bool(true), .double(0), .string("a"), .list([])] {
      let error = #expect(throws: QueryError.self) { try call("range", [.int(0), value]) }
      #expect(error?.kind == .argument)
      #expect(error?.detail == "InvalidArgumentType")
    }
  }

  @Test func aRangeTooLongToStoreIsRefusedAndStillCounted() throws {
    let error = #expect(throws: QueryError.self) { try call("range", [.int(1), .int(1_000_000_000_000)]) }
    #expect(error?.kind == .limit)
    #expect(error?.detail == "MemoryLimit")
    #expect(try IntegerRange([.int(1), .int(1_000_000_000_000)]).count == 1_000_000_000_000)
    #expect(try IntegerRange([.int(.min), .int(.max)]).count == Int.max)
  }
}
