import QuipuCore
import QuipuGraph
import QuipuQuery
import Testing

/// The arithmetic operators by their signs.
private func apply(_ sign: String, _ a: Value, _ b: Value) throws(QueryError) -> Value {
  switch sign {
  case "+": try Operators.add(a, b)
  case "-": try Operators.subtract(a, b)
  case "*": try Operators.multiply(a, b)
  case "/": try Operators.divide(a, b)
  case "%": try Operators.modulo(a, b)
  default: try Operators.power(a, b)
  }
}

@Suite struct ArithmeticOperatorsTests {
  @Test(arguments: [
    (Value.int(7), "/", Value.int(2), Value.int(3)), (.int(-7), "/", .int(2), .int(-3)),
    (.int(-7), "%", .int(2), .int(-1)),
    (.int(.min), "%", .int(-1), .int(0)), (.int(7), "/", .double(2), .double(3.5)), (.int(2), "^", .int(3), .double(8)),
    (.int(1), "/", .double(0), .double(.infinity)), (.double(5.5), "%", .int(2), .double(1.5)),
    (.int(1), "+", .double(0.5), .double(1.5)), (.int(6), "*", .int(7), .int(42)),
    (.double(1), "-", .int(2), .double(-1)),
    (.null, "+", .int(1), .null), (.list([.int(1)]), "+", .null, .null), (.null, "^", .null, .null),
    (.string("a"), "+", .string("b"), .string("ab")), (.string("a"), "+", .int(1), .string("a1")),
    (.double(1), "+", .string("a"), .string("1.0a")), (.string("a"), "+", .bool(true), .string("atrue")),
    (.list([.int(1)]), "+", .list([.int(2)]), .list([.int(1), .int(2)])),
    (.list([.int(1)]), "+", .int(2), .list([.int(1), .int(2)])),
    (.int(1), "+", .list([.int(2)]), .list([.int(1), .int(2)])), (.string("a"), "+", .list([]), .list([.string("a")])),
  ])
  func cases(_ a: Value, _ sign: String, _ b: Value, _ expected: Value) throws {
    #expect(try apply(sign, a, b) == expected)
  }

  @Test(arguments: [
    (Value.int(.max), "+", Value.int(1), "IntegerOverflow"), (.int(.min), "-", .int(1), "IntegerOverflow"),
    (.int(1 << 62), "*", .int(2), "IntegerOverflow"), (.int(.min), "/", .int(-1), "IntegerOverflow"),
    (.int(1), "/", .int(0), "DivisionByZero"), (.int(1), "%", .int(0), "DivisionByZero"),
    (.bool(true), "+", .int(1), "InvalidArgumentType"), (.string("a"), "-", .string("b"), "InvalidArgumentType"),
    (.list([]), "*", .int(1), "InvalidArgumentType"), (.string("a"), "^", .int(1), "InvalidArgumentType"),
  ])
  func errors(_ a: Value, _ sign: String, _ b: Value, _ detail: String) {
    let error = #expect(throws: QueryError.self) { try apply(sign, a, b) }
    #expect(error?.detail == detail)
    #expect(error?.phase == .runtime)
    #expect(error?.kind == (detail == "InvalidArgumentType" ? .type : .arithmetic))
  }

  @Test func errorsSayWhatWasAdded() {
    let error = #expect(throws: QueryError.self) { try Operators.add(.int(.max), .int(1)) }
    #expect(
      error?.message
        == "9223372036854775807 + 1 does not fit into 64 bits; use toFloat() where an approximate result will do")
    let types = #expect(throws: QueryError.self) { try Operators.subtract(.bool(true), .map(ValueMap())) }
    #expect(types?.message == "subtraction is not defined between Boolean and Map")
  }

  @Test func signs() throws {
    #expect(try Operators.negate(.int(1)) == .int(-1))
    #expect(try Operators.negate(.double(1)) == .double(-1))
    #expect(try Operators.negate(.null) == .null)
    #expect(try Operators.plus(.int(1)) == .int(1))
    #expect(throws: QueryError.self) { try Operators.negate(.int(.min)) }
    #expect(throws: QueryError.self) { try Operators.negate(.string("a")) }
    #expect(throws: QueryError.self) { try Operators.plus(.bool(true)) }
  }

  @Test func aStringThatDoublesReachesTheLimitAndStops() throws {
    var text = Value.string(String(repeating: "x", count: 1 << 20))
    let error = #expect(throws: QueryError.self) { while true { text = try Operators.add(text, text) } }
    #expect(error?.kind == .limit)
    #expect(error?.detail == "MemoryLimit")
  }
}

@Suite struct ListOperatorsTests {
  private let three: Value = .list([.int(1), .int(2), .int(3)])

  @Test(
    arguments: [
      (Value.int(3), [Value.int(1), .null, .int(3)], true), (.int(4), [.int(1), .null], nil),
      (.int(4), [.int(1)], false),
      (.null, [], false), (.null, [.null], nil), (.list([.null]), [.list([.null])], nil),
      (.list([.int(1)]), [.list([.int(1), .null])], false), (.int(1), [.double(1)], true),
    ] as [(Value, [Value], Bool?)])
  func membership(_ element: Value, _ list: [Value], _ expected: Bool?) throws {
    #expect(try Operators.isIn(element, .list(list)) == expected)
  }

  @Test func membershipNeedsAList() throws {
    #expect(try Operators.isIn(.int(1), .null) == nil)
    #expect(throws: QueryError.self) { try Operators.isIn(.int(1), .int(1)) }
  }

  @Test(
    arguments: [(0, Value.int(1)), (-1, .int(3)), (3, .null), (-4, .null), (Int64.min, .null), (.max, .null)]
      as [(Int64, Value)])
  func elements(_ index: Int64, _ expected: Value) throws {
    #expect(try Operators.subscripted(three, .int(index), context()) == expected)
  }

  @Test func otherSubscripts() throws {
    let map = Value.map(ValueMap([(key: "k", value: .int(1))]))
    let context = context(try smallGraph())
    #expect(try Operators.subscripted(map, .string("k"), context) == .int(1))
    #expect(try Operators.subscripted(map, .string("K"), context) == .null)
    #expect(try Operators.subscripted(map, .null, context) == .null)
    #expect(try Operators.subscripted(.null, .string("k"), context) == .null)
    #expect(try Operators.subscripted(.node(NodeID(rawValue: 0)), .string("name"), context) == .string("x"))
    #expect(try Operators.subscripted(.edge(EdgeID(rawValue: 0)), .string("since"), context) == .int(1))
  }

  @Test(arguments: [
    (Value.map(ValueMap()), Value.int(0), "MapElementAccessByNonString"),
    (.list([]), .string("a"), "InvalidArgumentType"),
    (.list([]), .double(1), "InvalidArgumentType"), (.int(1), .int(0), "InvalidArgumentType"),
    (.string("a"), .int(0), "InvalidArgumentType"),
  ])
  func subscriptErrors(_ value: Value, _ index: Value, _ detail: String) {
    let error = #expect(throws: QueryError.self) { try Operators.subscripted(value, index, context()) }
    #expect(error?.kind == .type)
    #expect(error?.detail == detail)
  }

  @Test(
    arguments: [
      (Value.int(1), nil, [2, 3]), (nil, .int(2), [1, 2]), (.int(0), .int(0), []), (.int(-3), .int(-1), [1, 2]),
      (.int(3), .int(1), []), (.int(-5), .int(5), [1, 2, 3]), (nil, nil, [1, 2, 3]),
      (.int(.min), .int(.max), [1, 2, 3]),
    ] as [(Value?, Value?, [Int64])])
  func slices(_ from: Value?, _ to: Value?, _ expected: [Int64]) throws {
    #expect(try Operators.slice(three, from: from, to: to) == .list(expected.map { .int($0) }))
  }

  @Test func slicesWithNullAreNull() throws {
    #expect(try Operators.slice(three, from: .null, to: nil) == .null)
    #expect(try Operators.slice(three, from: .int(1), to: .null) == .null)
    #expect(try Operators.slice(.null, from: .int(1), to: nil) == .null)
    #expect(throws: QueryError.self) { try Operators.slice(.string("abc"), from: nil, to: nil) }
    #expect(throws: QueryError.self) { try Operators.slice(three, from: .double(1), to: nil) }
  }
}

@Suite struct PropertyOperatorTests {
  @Test func propertiesOfEntitiesAndMaps() throws {
    let context = context(try smallGraph())
    #expect(try Operators.property("name", of: .node(NodeID(rawValue: 0)), context) == .string("x"))
    #expect(try Operators.property("name", of: .node(NodeID(rawValue: 1)), context) == .null)
    #expect(try Operators.property("nothing", of: .edge(EdgeID(rawValue: 0)), context) == .null)
    #expect(try Operators.property("k", of: .null, context) == .null)
    let error = #expect(throws: QueryError.self) { try Operators.property("k", of: .int(1), context) }
    #expect(error?.kind == .type)
    #expect(error?.message == "Integer has no property `k`; nodes, relationships and maps have properties")
  }

  @Test func deletedEntitiesHaveNone() throws {
    let context = context(try smallGraph())
    try context.store.graph.removeNode(NodeID(rawValue: 0), detaching: true)
    for entity in [Value.node(NodeID(rawValue: 0)), .edge(EdgeID(rawValue: 0))] {
      let error = #expect(throws: QueryError.self) { try Operators.property("name", of: entity, context) }
      #expect(error?.kind == .entityNotFound)
      #expect(error?.detail == "DeletedEntityAccess")
    }
  }
}

@Suite struct StringOperatorsTests {
  @Test(arguments: [
    ("", "", true, true, true), ("abc", "", true, true, true), ("abc", "ab", true, false, true),
    ("abc", "bc", false, true, true), ("abc", "b", false, false, true), ("abc", "abcd", false, false, false),
    ("\u{E9}", "e", false, false, false), ("e\u{301}", "e", true, false, true),
    ("aaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaab", false, true, true),
    ("aaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaab", false, false, false),
  ])
  func cases(_ text: String, _ part: String, _ starts: Bool, _ ends: Bool, _ contains: Bool) {
    #expect(Operators.startsWith(.string(text), .string(part)) == starts)
    #expect(Operators.endsWith(.string(text), .string(part)) == ends)
    #expect(Operators.contains(.string(text), .string(part)) == contains)
  }

  @Test func everythingButStringsGivesNull() {
    for value in [Value.null, .int(1), .list([.string("a")]), .map(ValueMap())] {
      #expect(Operators.startsWith(value, .string("a")) == nil)
      #expect(Operators.endsWith(.string("a"), value) == nil)
      #expect(Operators.contains(value, value) == nil)
    }
  }

  /// Against every place tried, on words over two letters, which have many borders.
  @Test func containsFindsWhatTryingEveryPlaceFinds() {
    var values = RandomValues(seed: 9)
    for _ in 0..<3_000 {
      let text = (0..<60).map { _ in values.pick(["a", "a", "a", "b"]) }
      let part = (0..<values.pick([1, 2, 3, 17, 20, 30])).map { _ in values.pick(["a", "a", "a", "b"]) }
      let start = values.pick([0, 5, 20])
      let planted = values.pick([true, false]) ? Array(text[..<start]) + part + Array(text[start...]) : text
      let expected = (0...max(0, planted.count - part.count)).contains { planted[$0...].starts(with: part) }
      #expect(Operators.contains(.string(planted.joined()), .string(part.joined())) == expected)
    }
  }

  @Test func matchingIsOfTheWholeString() throws {
    #expect(try Operators.matches(.string("abc"), .string("a.*")) == true)
    #expect(try Operators.matches(.string("abc"), .string("b")) == false)
    #expect(try Operators.matches(.null, .string("b")) == nil)
    #expect(throws: QueryError.self) { try Operators.matches(.string("abc"), .string("(")) }
  }
}
