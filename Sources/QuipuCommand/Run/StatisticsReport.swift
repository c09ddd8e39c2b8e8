import Quipu

/// A graph's statistics as a table or as JSON.
struct StatisticsReport {
  private let statistics: GraphStatistics

  init(_ statistics: GraphStatistics) { self.statistics = statistics }

  private var numbers: [(name: String, key: String, value: Int)] {
    [
      ("components", "components", statistics.componentCount),
      ("nodes in the largest", "largest_component", statistics.largestComponent),
      ("nodes without edges", "isolated", statistics.isolatedNodeCount),
      ("edges to the same node", "loops", statistics.loopCount),
    ]
  }

  private var degrees: [(name: String, key: String, value: Double)] {
    [
      ("degree, mean", "mean", (statistics.meanDegree * 100).rounded() / 100),
      ("degree, greatest", "max", Double(statistics.maximumDegree)),
      ("incoming edges, most", "max_in", Double(statistics.maximumInDegree)),
      ("outgoing edges, most", "max_out", Double(statistics.maximumOutDegree)),
    ]
  }

  /// Two columns, each line with its line feed; labels and types by count, of equals by name.
  var table: String {
    var rows: [(String, String)] = [("nodes", "\(statistics.nodeCount)")]
    rows += sorted(statistics.labels).map { ("  " + $0.name, "\($0.count)") }
    rows.append(("edges", "\(statistics.edgeCount)"))
    rows += sorted(statistics.types).map { ("  " + $0.name, "\($0.count)") }
    rows += numbers.map { ($0.name, "\($0.value)") }
    rows += degrees.map { ($0.name, StatisticsReport.text($0.value)) }
    let names = rows.map { $0.0.unicodeScalars.count }.max() ?? 0
    let digits = rows.map(\.1.utf8.count).max() ?? 0
    return rows.map { name, value in
      let gap = names - name.unicodeScalars.count + 2 + digits - value.utf8.count
      return name + String(repeating: " ", count: gap) + value + "\n"
    }.joined()
  }

  /// One object on one line: `nodes`, `edges`, `labels`, `types`, components and degrees.
  var json: String {
    var json = JSONWriter()
    json.beginObject()
    json.member("nodes", statistics.nodeCount)
    json.member("edges", statistics.edgeCount)
    for (key, counts) in [("labels", statistics.labels), ("types", statistics.types)] {
      json.key(key)
      json.beginObject()
      for count in sorted(counts) { json.member(count.name, count.count) }
      json.endObject()
    }
    for number in numbers { json.member(number.key, number.value) }
    json.key("degree")
    json.beginObject()
    for degree in degrees {
      json.key(degree.key)
      json.raw(StatisticsReport.text(degree.value))
    }
    json.endObject()
    json.endObject()
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func sorted(_ counts: [GraphStatistics.Count]) -> [GraphStatistics.Count] {
    counts.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
  }

  /// Whole numbers without a point.
  private static func text(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : value.description
  }
}
