/// How high each arc over a row of words must go so that it passes above those inside it.
///
/// Arcs are placed from the shortest to the longest; each lies one level above the highest so far over any gap between
/// words that it spans. So the arcs of a projective tree do not cross, and no two of them share a line.
struct ArcLevels {
  /// The highest level over each gap: a segment tree of maxima with assignments that wait to be passed down.
  private var maxima: [Int32]
  private var pending: [Int32]
  private let size: Int

  /// The level of each arc, from 1 on; an arc joins two different words. Complexity: O(arcs · log words).
  static func levels(of arcs: [ClosedRange<Int>], words: Int) -> [Int] {
    var heights = ArcLevels(gaps: max(words - 1, 1))
    var levels = [Int](repeating: 1, count: arcs.count)
    let order = arcs.indices.sorted {
      arcs[$0].count != arcs[$1].count ? arcs[$0].count < arcs[$1].count : $0 < $1
    }
    for arc in order {
      let gaps = arcs[arc].lowerBound..<arcs[arc].upperBound
      let level = heights.maximum(gaps) + 1
      heights.assign(level, to: gaps)
      levels[arc] = Int(level)
    }
    return levels
  }

  private init(gaps: Int) {
    var size = 1
    while size < gaps { size *= 2 }
    self.size = size
    maxima = [Int32](repeating: 0, count: 2 * size)
    pending = [Int32](repeating: 0, count: 2 * size)
  }

  private mutating func maximum(_ range: Range<Int>) -> Int32 { maximum(range, node: 1, covers: 0..<size) }

  private mutating func assign(_ level: Int32, to range: Range<Int>) {
    assign(level, to: range, node: 1, covers: 0..<size)
  }

  /// The depth of these calls is that of the tree, the logarithm of the words.
  private mutating func maximum(_ range: Range<Int>, node: Int, covers: Range<Int>) -> Int32 {
    guard range.overlaps(covers) else { return 0 }
    if range.lowerBound <= covers.lowerBound && covers.upperBound <= range.upperBound { return maxima[node] }
    passDown(node)
    let middle = (covers.lowerBound + covers.upperBound) / 2
    return max(
      maximum(range, node: 2 * node, covers: covers.lowerBound..<middle),
      maximum(range, node: 2 * node + 1, covers: middle..<covers.upperBound))
  }

  private mutating func assign(_ level: Int32, to range: Range<Int>, node: Int, covers: Range<Int>) {
    guard range.overlaps(covers) else { return }
    if range.lowerBound <= covers.lowerBound && covers.upperBound <= range.upperBound {
      (maxima[node], pending[node]) = (level, level)
      return
    }
    passDown(node)
    let middle = (covers.lowerBound + covers.upperBound) / 2
    assign(level, to: range, node: 2 * node, covers: covers.lowerBound..<middle)
    assign(level, to: range, node: 2 * node + 1, covers: middle..<covers.upperBound)
    maxima[node] = max(maxima[2 * node], maxima[2 * node + 1])
  }

  private mutating func passDown(_ node: Int) {
    guard pending[node] != 0 else { return }
    for child in [2 * node, 2 * node + 1] { (maxima[child], pending[child]) = (pending[node], pending[node]) }
    pending[node] = 0
  }
}
