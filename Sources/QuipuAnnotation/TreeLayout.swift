/// Where the words and arcs of a dependency tree are drawn, in pixels.
///
/// Words stand in columns wide enough for what is written in them; arcs over two words push these apart until the label
/// fits. At a word, arcs to the left begin at its left and arcs to the right at its right, the longer ones further in, so
/// that their upright parts do not cross other arcs.
struct TreeLayout {
  struct Arc: Equatable {
    /// 0-based words.
    var head: Int
    var dependent: Int
    /// From 1 on.
    var level: Int
    /// Where it leaves the head and reaches the dependent.
    var headX: Int
    var dependentX: Int
  }

  /// A stretch of words with a label below: an entity or a value.
  struct Span: Equatable {
    var words: Range<Int>
    var labelWidth: Int
  }

  /// The middle of each word's column.
  private(set) var centers: [Int] = []
  /// The width of each word's column.
  private(set) var widths: [Int]
  /// One for each word but the root, in the order of the words.
  private(set) var arcs: [Arc] = []
  /// Where the root's arrow stands.
  private(set) var rootX = 0
  private(set) var width = 0
  private(set) var levels = 0

  static let margin = 16
  /// Between the columns of two words.
  static let gap = 18
  /// What an arc needs beside its label: the two corners.
  static let labelRoom = 22
  /// Between the ends of arcs at a word.
  static let slot = 9
  /// No word gives its arcs more room.
  static let slotsWidth = 90

  /// `heads` are 1-based numbers of words, 0 at the root; a tree. Complexity: O(n log n).
  init(widths: [Int], heads: [Int], labelWidths: [Int], spans: [Span]) {
    self.widths = widths
    guard !widths.isEmpty else { return }
    let root = heads.firstIndex(of: 0) ?? 0
    let dependents = heads.indices.filter { heads[$0] > 0 }
    let reaches = dependents.map { min($0, heads[$0] - 1)...max($0, heads[$0] - 1) }
    let heights = ArcLevels.levels(of: reaches, words: widths.count)
    levels = heights.max() ?? 0
    arcs = zip(dependents, heights).map {
      Arc(head: heads[$0] - 1, dependent: $0, level: $1, headX: 0, dependentX: 0)
    }
    var ends = ArcEnds(words: widths.count, arcs: arcs, root: root)
    for word in widths.indices { self.widths[word] = max(widths[word], ends.width(at: word)) }
    ends.takeOffsets()
    for span in spans { widen(span) }
    placeColumns(ends, dependents.map { labelWidths[$0] })
    for arc in arcs.indices {
      arcs[arc].headX = centers[arcs[arc].head] + ends.headOffsets[arc]
      arcs[arc].dependentX = centers[arcs[arc].dependent] + ends.dependentOffsets[arc]
    }
    rootX = centers[root] + ends.rootOffset
  }

  /// Gives the last word of a span what the span's label lacks.
  private mutating func widen(_ span: Span) {
    guard let last = span.words.last else { return }
    let width = span.words.reduce(0) { $0 + widths[$1] } + (span.words.count - 1) * TreeLayout.gap
    widths[last] += max(span.labelWidth - width, 0)
  }

  /// Places the columns from left to right, each as far to the left as it can be.
  private mutating func placeColumns(_ ends: ArcEnds, _ labelWidths: [Int]) {
    var arcsByRightWord = [[Int]](repeating: [], count: widths.count)
    for (i, arc) in arcs.enumerated() { arcsByRightWord[max(arc.head, arc.dependent)].append(i) }
    var right = TreeLayout.margin - TreeLayout.gap
    for word in widths.indices {
      var center = right + TreeLayout.gap + (widths[word] + 1) / 2
      for i in arcsByRightWord[word] {
        let arc = arcs[i]
        let (near, far) =
          arc.head == word
          ? (ends.headOffsets[i], ends.dependentOffsets[i]) : (ends.dependentOffsets[i], ends.headOffsets[i])
        center = max(center, centers[min(arc.head, arc.dependent)] + far - near + labelWidths[i] + TreeLayout.labelRoom)
      }
      centers.append(center)
      right = center + widths[word] / 2
    }
    width = right + TreeLayout.margin
  }
}

/// The order in which arcs meet at each word, and how far from its middle.
private struct ArcEnds {
  private enum End {
    case head(Int)
    case dependent(Int)
    case root
  }

  private var ends: [[End]]
  private(set) var headOffsets: [Int]
  private(set) var dependentOffsets: [Int]
  private(set) var rootOffset = 0

  init(words: Int, arcs: [TreeLayout.Arc], root: Int) {
    ends = [[End]](repeating: [], count: words)
    headOffsets = [Int](repeating: 0, count: arcs.count)
    dependentOffsets = headOffsets
    let length = { (i: Int) in abs(arcs[i].head - arcs[i].dependent) }
    let byLength = arcs.indices.sorted { length($0) != length($1) ? length($0) < length($1) : $0 < $1 }
    for i in byLength {
      if arcs[i].head > arcs[i].dependent {
        ends[arcs[i].head].append(.head(i))
      } else {
        ends[arcs[i].dependent].append(.dependent(i))
      }
    }
    ends[root].append(.root)
    for i in byLength.reversed() {
      if arcs[i].head < arcs[i].dependent {
        ends[arcs[i].head].append(.head(i))
      } else {
        ends[arcs[i].dependent].append(.dependent(i))
      }
    }
  }

  func width(at word: Int) -> Int { min((ends[word].count - 1) * TreeLayout.slot, TreeLayout.slotsWidth) }

  mutating func takeOffsets() {
    for word in ends.indices {
      let width = width(at: word)
      let last = max(ends[word].count - 1, 1)
      for (k, end) in ends[word].enumerated() {
        let offset = ends[word].count == 1 ? 0 : k * width / last - width / 2
        switch end {
        case .head(let i): headOffsets[i] = offset
        case .dependent(let i): dependentOffsets[i] = offset
        case .root: rootOffset = offset
        }
      }
    }
  }
}
