import QuipuCore
import QuipuGraph
import QuipuQuery
import QuipuTestSupport

/// Random values out of a small stock, so that equal, equivalent and nearly equal ones meet often.
struct RandomValues {
  var random: SplitMix64
  /// Without null, NaN and what JSON's wrapped values cannot carry.
  var isStorable = false

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &random)] }

  mutating func value(depth: Int = 2) -> Value {
    let kind = Int.random(in: 0..<(depth > 0 ? 12 : 9), using: &random)
    switch kind {
    case 0: return isStorable ? .bool(true) : .null
    case 1: return .bool(pick([false, true]))
    case 2: return .int(pick([0, 1, -1, 2, 1 << 53, 1 << 53 + 1, .max, .min]))
    case 3:
      let numbers: [Double] = [0, -0.0, 1, -1, 1.5, 0x1p53, 0x1p63, -0x1p63, .infinity, -.infinity]
      return .double(pick(isStorable ? numbers : numbers + [.nan, -.nan]))
    case 4:
      return .string(pick(["", "a", "b", "ab", "\u{E9}", "e\u{301}", "\u{1F600}", "\u{FFFD}", "it's \\ \"x\"\n"]))
    case 5: return isStorable ? .int(7) : .node(NodeID(rawValue: pick([0, 1])))
    case 6: return isStorable ? .int(8) : .edge(EdgeID(rawValue: pick([0, 1])))
    case 7, 8: return temporal()
    case 9:
      guard !isStorable else { return .list([]) }
      return .path(PathValue(nodes: pick([[NodeID(rawValue: 0)], [NodeID(rawValue: 1)]]), edges: []))
    case 10: return .list((0..<pick([0, 1, 2])).map { _ in value(depth: depth - 1) })
    default:
      return .map(
        ValueMap((0..<pick([0, 1, 2])).map { _ in (key: pick(["a", "b", "$c"]), value: value(depth: depth - 1)) }))
    }
  }

  private mutating func temporal() -> Value {
    let texts: [(String, PropertyValue.Kind)] = [
      ("2020-01-01", .date), ("2021-01-01", .date), ("12:00", .localTime), ("13:00", .localTime),
      ("12:00Z", .time), ("13:00+01:00", .time), ("2020-01-01T12:00", .localDateTime),
      ("2020-01-01T12:00Z", .dateTime), ("2020-01-01T13:00+01:00", .dateTime),
      ("2020-01-01T13:00+01:00[Europe/Stockholm]", .dateTime), ("P1M", .duration), ("P30D", .duration),
      ("PT24H", .duration), ("P1D", .duration),
    ]
    let (text, kind) = pick(texts)
    return PropertyValue(iso: text, kind: kind).map { Value($0) } ?? .null
  }
}

/// A date or time from its ISO 8601 text.
func temporal(_ text: String, _ kind: PropertyValue.Kind) -> Value {
  PropertyValue(iso: text, kind: kind).map { Value($0) } ?? .null
}

/// Two nodes `(:A {name: 'x'})` and `()`, joined by `[:T {since: 1}]` and, the other way, `[:U]`.
func smallGraph() throws -> PropertyGraph {
  var graph = PropertyGraph()
  let a = try graph.addNode(id: "a", labels: ["A"], properties: [("name", "x")])
  let b = try graph.addNode(id: "b")
  try graph.addEdge(id: "e", from: a, to: b, type: "T", properties: [("since", 1)])
  try graph.addEdge(id: "f", from: b, to: a, type: "U")
  return graph
}

func context(_ graph: PropertyGraph = PropertyGraph()) -> EvaluationContext {
  EvaluationContext(store: GraphStore(graph), statementTime: (seconds: 1_000, nanoseconds: 5_000_000), seed: 7)
}

let nan = Value.double(.nan)
