import QuipuGraph

/// A graph's classes, its relation types, and a picture in text of which class each joins to which.
struct SchemaPicture {
  struct Count: Hashable {
    var name: String
    var count: Int
  }

  struct Joint: Hashable {
    var source: String
    var type: String
    var target: String
  }

  /// The most frequent first, of equals by name.
  private(set) var classes: [Count]
  private(set) var types: [Count]
  private(set) var joints: [(joint: Joint, count: Int)] = []
  /// Labels that no node has as its most specific: classes above others.
  private(set) var ancestors: [Count]
  private static let unlabelled = "(no label)"

  /// Complexity: O(nodes + edges).
  init(_ graph: PropertyGraph) {
    let text = GraphText(graph: graph, style: TextStyle(isOn: false))
    var classOf: [NodeID: String] = [:]
    var counts: [String: Int] = [:]
    for node in graph.nodes {
      let name = text.primaryClass(node) ?? SchemaPicture.unlabelled
      classOf[node] = name
      counts[name, default: 0] += 1
    }
    var joints: [Joint: Int] = [:]
    for edge in graph.edges {
      let (source, target) = graph.endpoints(of: edge)
      let (from, to) = (classOf[source] ?? "", classOf[target] ?? "")
      joints[Joint(source: from, type: graph.type(of: edge), target: to), default: 0] += 1
    }
    classes = SchemaPicture.sorted(counts.map { Count(name: $0.key, count: $0.value) })
    types = SchemaPicture.sorted(graph.statistics.types.map { Count(name: $0.name, count: $0.count) })
    let above = graph.statistics.labels.filter { counts[$0.name] == nil }
    ancestors = SchemaPicture.sorted(above.map { Count(name: $0.name, count: $0.count) })
    self.joints = joints.map { (joint: $0.key, count: $0.value) }.sorted(by: SchemaPicture.isBefore)
  }

  private static func sorted(_ counts: [Count]) -> [Count] {
    counts.sorted { $0.count != $1.count ? $0.count > $1.count : precedes($0.name, $1.name) }
  }

  /// By source class, then the most frequent first.
  private static func isBefore(_ a: (joint: Joint, count: Int), _ b: (joint: Joint, count: Int)) -> Bool {
    if a.joint.source != b.joint.source { return precedes(a.joint.source, b.joint.source) }
    if a.count != b.count { return a.count > b.count }
    if a.joint.type != b.joint.type { return precedes(a.joint.type, b.joint.type) }
    return precedes(a.joint.target, b.joint.target)
  }

  private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  /// Joints beyond `limit` are only counted.
  func rendered(_ style: TextStyle, limit: Int = 200) -> String {
    var text = SchemaPicture.section("Classes", classes, style, style.label)
    text += SchemaPicture.section("Classes above them", ancestors, style, style.label)
    text += SchemaPicture.section("Relations", types, style, style.type)
    guard !joints.isEmpty else { return text.isEmpty ? "The graph is empty.\n" : text }
    text += style.bold("Which class is joined to which") + "\n"
    let shown = joints.prefix(limit)
    let sources = shown.map(\.joint.source.count).max() ?? 0
    let arrows = shown.map { "─\($0.joint.type)(\($0.count))→".count }.max() ?? 0
    var last: String?
    for (joint, count) in shown {
      let source = joint.source == last ? "" : joint.source
      last = joint.source
      let arrow = "─\(joint.type)(\(count))→"
      text += "  " + style.label(source.padded(sources)) + " " + style.type(arrow.padded(arrows)) + " "
      text += style.label(joint.target) + "\n"
    }
    if joints.count > limit { text += "  … and \(joints.count - limit) more\n" }
    return text
  }

  private static func section(
    _ title: String, _ counts: [Count], _ style: TextStyle, _ paint: (String) -> String
  ) -> String {
    guard !counts.isEmpty else { return "" }
    let width = counts.map(\.name.count).max() ?? 0
    let digits = counts.map { "\($0.count)".count }.max() ?? 0
    let lines = counts.map { count in
      let gap = String(repeating: " ", count: digits - "\(count.count)".count)
      return "  " + paint(count.name.padded(width)) + "  " + gap + "\(count.count)\n"
    }
    return style.bold(title) + "\n" + lines.joined() + "\n"
  }
}
