import QuipuCore
import QuipuGraph
import QuipuTestSupport

/// Graphs with everything that a property graph can hold.
struct RandomGraph {
  private var generator: SplitMix64
  /// With characters that XML does not allow.
  private let hasControls: Bool

  static func make(seed: UInt64, hasControls: Bool = false) throws -> PropertyGraph {
    var random = RandomGraph(generator: SplitMix64(seed: seed), hasControls: hasControls)
    return try random.graph()
  }

  private static let ids = [
    "a", "n1", "a b", " lead", "é", "e\u{301}", "Київ", "<&\">", "x\ny", "🙂", "", "n2", "]]>", "n5_",
  ]
  private static let labels = ["Person", "Agent", "A:B", "", "Країна", "[x]", "with space", "x"]
  private static let types = ["KNOWS", "", "a\"b", "має", "EXPORTS_TO", "new\nline"]
  private static let keys = [
    "name", "confidence", "label", "labels", "uid", "weight", "id", "x", "color", "born", "two words", "", "é",
    "symmetric", "negated", "claims", "a__b", "a_b", "n\u{1}", "size", "_json", "x__date",
  ]
  private static let texts = [
    "", " ", "plain", "true", "12", "  two  ", "line\nline\r\nline\ttab", "<b>&amp;]]>", "Цирк 🙂", "{\"a\":1}",
    "\u{85}\u{2028}",
  ]

  private mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &generator)] }
  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  private mutating func graph() throws -> PropertyGraph {
    var graph = PropertyGraph()
    // Each key mostly of one kind, so that all forms of columns come up, and sometimes of any.
    let kinds = RandomGraph.keys.map { _ in below(16) }
    let count = 1 + below(12)
    for i in 0..<count {
      let id = i < RandomGraph.ids.count ? RandomGraph.ids[i] : "node \(i)"
      try graph.addNode(id: id, labels: someLabels(), properties: properties(kinds))
    }
    for i in 0..<below(30) {
      let source = NodeID(rawValue: UInt32(below(count)))
      let target = NodeID(rawValue: UInt32(below(count)))
      let ids: [String?] = [nil, nil, "edge \(i)", "e\(i + 100)", "\(i)&"]
      try graph.addEdge(
        id: pick(ids), from: source, to: target, type: pick(RandomGraph.types), properties: properties(kinds))
    }
    for (key, value) in properties(kinds) { graph.setGraphProperty(key, to: value) }
    return graph
  }

  private mutating func someLabels() -> [String] { (0..<below(4)).map { _ in pick(RandomGraph.labels) } }

  private mutating func properties(_ kinds: [Int]) -> [(String, PropertyValue)] {
    var list: [(String, PropertyValue)] = []
    for (i, key) in RandomGraph.keys.enumerated() where below(3) == 0 || key == "negated" || key == "symmetric" {
      // Absent and false are the same to these two.
      let isFlag = key == "negated" || key == "symmetric"
      list.append((key, isFlag ? .bool(below(2) == 0) : value(kinds[i], depth: 0)))
    }
    return list
  }

  private mutating func text() -> String {
    pick(RandomGraph.texts) + (hasControls && below(4) == 0 ? "\u{B}x\u{FFFE}" : "")
  }

  private mutating func date() -> CivilDate { CivilDate(daysSinceEpoch: below(9_000_000) - 4_000_000) }

  private mutating func time() -> TimeOfDay {
    TimeOfDay(nanosecondOfDay: Int64(below(86_400_000_000_000))) ?? TimeOfDay(hour: 0, minute: 0)!
  }

  private mutating func moment() -> LocalDateTime { LocalDateTime(date: date(), time: time()) }
  private mutating func offset() -> UTCOffset { UTCOffset(seconds: below(100_000) - 50_000) ?? .zero }

  private mutating func value(_ kind: Int, depth: Int) -> PropertyValue {
    switch kind {
    case 0, 1: return .string(text())
    case 2: return .bool(below(2) == 0)
    case 3: return .int(Int64(below(2000) - 1000))
    case 4: return .int(pick([.max, .min, 1 << 53, (1 << 53) + 1, 0]))
    case 5: return .double(pick([0.5, -0.0, 1e300, 1e-300, 1, .infinity, -.infinity, 0.1]))
    case 6: return pick([.int(3), .double(3), .double(0.25)])
    case 7: return .list((0..<below(4)).map { _ in value(depth > 2 ? 0 : below(16), depth: depth + 1) })
    case 8:
      var map = PropertyMap()
      for _ in 0..<below(4) {
        map[pick(["@date", "k", "ключ", "", "@x"])] = value(depth > 2 ? 0 : below(16), depth: depth + 1)
      }
      return .map(map)
    case 9: return .date(date())
    case 10: return .localTime(time())
    case 11: return .time(OffsetTime(time: time(), offset: offset()))
    case 12: return .localDateTime(moment())
    case 13: return .dateTime(ZonedDateTime(local: moment(), offset: offset(), zone: pick([nil, "Europe/Kyiv"])))
    case 14:
      return .duration(
        CalendarDuration(
          months: Int64(below(40) - 20), days: Int64(below(99)), seconds: Int64(below(9999) - 5000),
          nanoseconds: Int64(below(1_000_000_000))))
    default: return value(below(15), depth: depth)
    }
  }
}
