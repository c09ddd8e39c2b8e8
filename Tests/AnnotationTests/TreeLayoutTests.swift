import QuipuTestSupport
import Testing

@testable import QuipuAnnotation

@Suite struct TreeLayoutTests {
  private func layout(_ heads: [Int], widths: [Int]? = nil, labels: [Int]? = nil) -> TreeLayout {
    TreeLayout(
      widths: widths ?? heads.map { _ in 30 }, heads: heads, labelWidths: labels ?? heads.map { _ in 20 }, spans: [])
  }

  /// A projective tree over the words: heads, 1-based.
  private func projective(_ count: Int, _ random: inout SplitMix64) -> [Int] {
    var heads = [Int](repeating: 0, count: count)
    func attach(_ words: Range<Int>, to head: Int, _ random: inout SplitMix64) {
      var rest = words
      while !rest.isEmpty {
        let part = rest.lowerBound..<Int.random(in: rest.lowerBound + 1...rest.upperBound, using: &random)
        let root = Int.random(in: part, using: &random)
        heads[root] = head
        attach(part.lowerBound..<root, to: root + 1, &random)
        attach(root + 1..<part.upperBound, to: root + 1, &random)
        rest = part.upperBound..<rest.upperBound
      }
    }
    let root = Int.random(in: 0..<count, using: &random)
    attach(0..<root, to: root + 1, &random)
    attach(root + 1..<count, to: root + 1, &random)
    return heads
  }

  @Test func nestedArcsLieAboveEachOther() {
    let layout = layout([2, 3, 0, 3, 4])
    #expect(layout.arcs.map(\.level) == [1, 1, 1, 1])
    #expect(self.layout([5, 5, 5, 5, 0]).arcs.map(\.level) == [4, 3, 2, 1])
    #expect(self.layout([0, 4, 4, 1]).levels == 3)
  }

  @Test func oneWordHasNoArcs() {
    let layout = layout([0], widths: [40])
    #expect(layout.arcs.isEmpty && layout.levels == 0)
    #expect(layout.width == 40 + 2 * TreeLayout.margin)
    #expect(layout.rootX == layout.centers[0])
  }

  @Test func labelsHaveRoom() {
    let layout = layout([2, 0, 2], labels: [150, 0, 20])
    for arc in layout.arcs {
      let needed = arc.dependent == 0 ? 150 : 20
      #expect(abs(arc.headX - arc.dependentX) >= needed + TreeLayout.labelRoom)
    }
  }

  @Test func labelsOfSpansHaveRoom() {
    let layout = TreeLayout(
      widths: [10, 10, 10], heads: [0, 1, 1], labelWidths: [0, 5, 5],
      spans: [TreeLayout.Span(words: 1..<3, labelWidth: 200)])
    let left = layout.centers[1] - layout.widths[1] / 2
    let right = layout.centers[2] + layout.widths[2] / 2
    #expect(right - left >= 198)
  }

  /// The upright parts of arcs stand below the level of those that they pass under, and no line lies on another.
  @Test(arguments: 0..<200) func arcsOfProjectiveTreesDoNotCross(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let heads = projective(Int.random(in: 1...24, using: &random), &random)
    let widths = heads.map { _ in Int.random(in: 4...90, using: &random) }
    let layout = layout(heads, widths: widths, labels: heads.map { _ in Int.random(in: 10...60, using: &random) })
    for arc in layout.arcs {
      let reach = min(arc.headX, arc.dependentX)...max(arc.headX, arc.dependentX)
      #expect(!reach.contains(layout.rootX), "the root's arrow crosses \(arc) of \(heads)")
      for other in layout.arcs where other != arc {
        let otherReach = min(other.headX, other.dependentX)...max(other.headX, other.dependentX)
        if other.level == arc.level { #expect(!reach.overlaps(otherReach), "\(arc) and \(other) of \(heads)") }
        guard other.level >= arc.level else { continue }
        for x in [other.headX, other.dependentX] {
          #expect(!reach.contains(x), "an upright part of \(other) crosses \(arc) of \(heads)")
        }
      }
    }
  }

  @Test func columnsDoNotOverlap() {
    var random = SplitMix64(seed: 3)
    let heads = projective(40, &random)
    let layout = layout(heads, widths: heads.map { _ in Int.random(in: 0...80, using: &random) })
    for word in 1..<heads.count {
      let left = layout.centers[word - 1] + layout.widths[word - 1] / 2
      #expect(layout.centers[word] - layout.widths[word] / 2 >= left + TreeLayout.gap - 1)
    }
    #expect(layout.centers[0] - layout.widths[0] / 2 >= TreeLayout.margin - 1)
  }

  @Test func timeGrowsWithTheWords() {
    let ratio = growth(from: 2_000, to: 16_000) { count in
      var random = SplitMix64(seed: 1)
      let heads = (0..<count).map { $0 == 0 ? 0 : Int.random(in: 1...$0, using: &random) }
      _ = layout(heads)
    }
    #expect(ratio < 30, "\(ratio) times as long for 8 times the words")
  }
}
