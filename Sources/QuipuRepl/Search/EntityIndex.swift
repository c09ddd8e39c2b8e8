import QuipuGraph

/// A graph's nodes by any of their names: exact, partial and misspelt.
///
/// Names are the text properties `name`, `label`, `title`, `alias` and the lists `aliases` and `names`; a node without
/// any goes by its id. Complexity: O(names) to build, of their letters; a search looks at some hundred candidates.
public struct EntityIndex: Sendable {
  /// How well a name fits what was asked; the better comes first.
  public enum Fit: Comparable, Sendable {
    /// The whole name, case and diacritics aside.
    case exact
    /// The name begins so.
    case prefix
    /// Each word asked for begins a word of the name.
    case words
    case substring
    /// So many mistakes.
    case misspelt(Int)
  }

  public struct Match: Sendable {
    public var node: NodeID
    /// The name that fits, as the graph has it.
    public var name: String
    public var isAlias: Bool
    public var fit: Fit
  }

  private struct Entry: Sendable {
    var node: NodeID
    var name: String
    var words: [String]
    var isAlias: Bool
  }

  private var entries: [Entry] = []
  private var trigrams = TrigramTable()
  /// Entries by folded name.
  private var exact: [String: [Int]] = [:]
  private var degrees: [NodeID: Int] = [:]

  public init(_ graph: PropertyGraph) {
    for node in graph.nodes {
      degrees[node] = graph.degree(of: node)
      for (name, isAlias) in EntityIndex.names(of: node, in: graph) { add(node, name, isAlias) }
    }
  }

  /// The names of a node, the one it is shown by first.
  public static func names(of node: NodeID, in graph: PropertyGraph) -> [(name: String, isAlias: Bool)] {
    var names: [(name: String, isAlias: Bool)] = []
    for key in ["name", "label", "title", "alias", "aliases", "names"] {
      switch graph.property(key, of: node) {
      case .string(let name) where !name.isEmpty: names.append((name, !names.isEmpty))
      case .list(let values):
        for case .string(let name) in values where !name.isEmpty { names.append((name, !names.isEmpty)) }
      default: break
      }
    }
    if names.isEmpty { names.append((graph.id(of: node), false)) }
    var seen: Set<[UInt8]> = []
    return names.filter { seen.insert(Array($0.name.utf8)).inserted }
  }

  private mutating func add(_ node: NodeID, _ name: String, _ isAlias: Bool) {
    let words = NameFolding.words(name)
    let folded = words.isEmpty ? name : words.joined(separator: " ")
    exact[folded, default: []].append(entries.count)
    trigrams.add(words, Int32(clamping: entries.count))
    entries.append(Entry(node: node, name: name, words: words, isAlias: isAlias))
  }

  /// Names that begin so, case and diacritics aside, for completion; sorted, each once.
  public func names(beginning text: String, limit: Int) -> [String] {
    let words = NameFolding.words(text)
    let prefix = words.joined(separator: " ")
    let numbers =
      words.isEmpty ? Array(entries.indices.map { Int32(clamping: $0) }) : trigrams.candidates(words, limit: 2000)
    let names = numbers.map { entries[Int($0)] }.filter { $0.words.joined(separator: " ").hasPrefix(prefix) }.map(
      \.name)
    return Array(Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.prefix(limit))
  }

  /// The nodes that fit best, each with its best name; of equal fit, names before aliases, then those with more edges.
  public func search(_ text: String, limit: Int = 20) -> [Match] {
    let wanted = NameFolding.words(text)
    let folded = wanted.isEmpty ? text : wanted.joined(separator: " ")
    var best: [NodeID: Match] = [:]
    let numbers = (exact[folded] ?? []) + trigrams.candidates(wanted, limit: 500).map { Int($0) }
    for number in numbers {
      let entry = entries[number]
      guard let fit = EntityIndex.fit(wanted, folded, entry.words) else { continue }
      if let known = best[entry.node], (known.fit, known.isAlias ? 1 : 0) <= (fit, entry.isAlias ? 1 : 0) { continue }
      best[entry.node] = Match(node: entry.node, name: entry.name, isAlias: entry.isAlias, fit: fit)
    }
    return Array(best.values.sorted(by: isBefore).prefix(limit))
  }

  private func isBefore(_ a: Match, _ b: Match) -> Bool {
    if a.fit != b.fit { return a.fit < b.fit }
    if a.isAlias != b.isAlias { return b.isAlias }
    let (x, y) = (degrees[a.node] ?? 0, degrees[b.node] ?? 0)
    return x != y ? x > y : a.node < b.node
  }

  private static func fit(_ wanted: [String], _ folded: String, _ words: [String]) -> Fit? {
    let name = words.joined(separator: " ")
    if name == folded || words.isEmpty && wanted.isEmpty { return .exact }
    guard !wanted.isEmpty else { return nil }
    if name.hasPrefix(folded) { return .prefix }
    if wanted.allSatisfy({ part in words.contains { $0.hasPrefix(part) } }) { return .words }
    if folded.utf8.count > 2, name.contains(folded) { return .substring }
    return (mistakes(wanted, words) ?? joinedMistakes(wanted, words)).map { .misspelt($0) }
  }

  /// 'newyork' for 'New York': the mistakes when no spaces count.
  private static func joinedMistakes(_ wanted: [String], _ words: [String]) -> Int? {
    let letters = Array(wanted.joined().unicodeScalars)
    let limit = EditDistance.tolerance(letters.count)
    return EditDistance.distance(letters, Array(words.joined().unicodeScalars), limit: limit)
  }

  /// The sum over the words asked for of the mistakes to the nearest word of the name; nil when one is too far off.
  private static func mistakes(_ wanted: [String], _ words: [String]) -> Int? {
    var sum = 0
    for part in wanted {
      let letters = Array(part.unicodeScalars)
      let limit = EditDistance.tolerance(letters.count)
      let nearest = words.compactMap { EditDistance.distance(letters, Array($0.unicodeScalars), limit: limit) }.min()
      guard let nearest else { return nil }
      sum += nearest
    }
    return sum
  }
}
