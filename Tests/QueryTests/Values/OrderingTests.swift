import QuipuGraph
import QuipuQuery
import Testing

@Suite struct OrderingTests {
  /// As the TCK's ReturnOrderBy1 and the types' order of openCypher 9 have it.
  private static let ascending: [Value] = [
    .map(ValueMap()), .map(ValueMap([(key: "a", value: .string("map"))])), .node(NodeID(rawValue: 0)),
    .node(NodeID(rawValue: 1)), .edge(EdgeID(rawValue: 0)), .list([]), .list([.string("a")]),
    .list([.string("a"), .int(1)]), .list([.int(1)]), .list([.int(1), .string("a")]), .list([.int(1), .null]),
    .list([.null, .int(1)]), .list([.null, .int(2)]), .path(PathValue(nodes: [NodeID(rawValue: 0)], edges: [])),
    .path(PathValue(nodes: [NodeID(rawValue: 0), NodeID(rawValue: 0)], edges: [EdgeID(rawValue: 0)])),
    temporal("2020-01-01T12:00Z", .dateTime), temporal("2020-01-01T13:00+01:00", .dateTime),
    temporal("2020-01-01T12:00", .localDateTime), temporal("2020-01-01", .date), temporal("12:00Z", .time),
    temporal("12:00", .localTime), temporal("PT24H", .duration), temporal("P1D", .duration),
    temporal("P1M", .duration), .string(""), .string(" "), .string("a"), .bool(false), .bool(true),
    .double(-.infinity), .int(1), .double(1.5), .double(.infinity), nan, .null,
  ]

  @Test func typesAndValuesStandInOpenCyphersOrder() {
    for (i, a) in Self.ascending.enumerated() {
      for (j, b) in Self.ascending.enumerated() {
        #expect(Value.order(a, b).signum() == (i - j).signum(), "\(a) and \(b)")
      }
    }
  }

  @Test func isTotalAndTransitive() {
    var values = RandomValues(seed: 3)
    let stock = (0..<300).map { _ in values.value() }
    for a in stock {
      for b in stock {
        #expect(Value.order(a, b).signum() == -Value.order(b, a).signum())
        #expect((Value.order(a, b) == 0) == Value.equivalent(a, b))
      }
    }
    let sorted = stock.sorted { Value.order($0, $1) < 0 }
    for i in sorted.indices {
      for j in i..<sorted.count { #expect(Value.order(sorted[i], sorted[j]) <= 0) }
    }
  }
}
