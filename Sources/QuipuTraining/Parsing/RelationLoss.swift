import CKernels
import QuipuLanguage

/// Scores of the relations of each token to its right head, their cross-entropy and its gradient.
final class RelationLoss {
  private struct Item {
    var dependent: Int
    /// -1 for the root.
    var head: Int
    var distance: Int
    var relation: Int
    var isArcRight: Bool
  }

  private let shape: ParserShape
  private let layout: ParserLayout
  private var items: [Item] = []
  private let hidden = FloatBuffer(0)
  private let hiddenGradient = FloatBuffer(0)
  private let scores = FloatBuffer(0)
  /// Tokens whose head and relation are right.
  private(set) var right = 0

  init(_ layout: ParserLayout) {
    self.layout = layout
    shape = layout.shape
  }

  func begin(_ count: Int) {
    items.removeAll(keepingCapacity: true)
    items.reserveCapacity(count)
  }

  func add(dependent: Int, head: Int, relation: Int, isArcRight: Bool) {
    let distance = head < 0 ? 0 : ArcDistance.number(dependent: dependent, head: head)
    items.append(
      Item(dependent: dependent, head: head, distance: distance, relation: relation, isArcRight: isArcRight))
  }

  /// `rows` and `back` are the rows of the projection of all sentences.
  func run(
    _ rows: UnsafePointer<Float>, _ parameters: ParserParameters, back: UnsafeMutablePointer<Float>?,
    gradient: UnsafeMutablePointer<Float>, share: Float
  ) -> Float {
    let (width, columns) = (shape.relation, ParserShape.relationColumns)
    let hidden = hidden.reserve(items.count * width)
    for (i, item) in items.enumerated() { combine(item, rows, parameters, into: hidden + i * width) }
    let scores = scores.reserve(items.count * columns)
    let weights = parameters.weights.start
    for i in 0..<items.count {
      (scores + i * columns).update(from: weights + layout.relationBias.offset, count: columns)
    }
    quipu_multiply(
      hidden, width, 1, weights + layout.relations.offset, columns, scores, columns, items.count, columns, width, 1)
    var loss: Float = 0
    right = 0
    for (i, item) in items.enumerated() { loss += softmax(scores + i * columns, item) }
    guard let back else { return loss }
    for i in 0..<items.count * columns { scores[i] *= share }
    gradients(parameters, back: back, gradient: gradient)
    return loss
  }

  private func combine(
    _ item: Item, _ rows: UnsafePointer<Float>, _ parameters: ParserParameters, into out: UnsafeMutablePointer<Float>
  ) {
    let weights = parameters.weights.start
    let a = rows + item.dependent * shape.projection + 2 * shape.arc
    let b =
      item.head < 0
      ? UnsafePointer(weights + layout.rootRelation.offset)
      : rows + item.head * shape.projection + 2 * shape.arc + shape.relation
    let d = weights + layout.distances.offset + item.distance * shape.relation
    for j in 0..<shape.relation { out[j] = min(max(a[j] + b[j] + d[j], 0), 8) }
  }

  private func softmax(_ scores: UnsafeMutablePointer<Float>, _ item: Item) -> Float {
    let count = DependencyRelation.allCases.count
    var best = 0
    for j in 1..<count where scores[j] > scores[best] { best = j }
    if best == item.relation && item.isArcRight { right += 1 }
    let top = scores[best]
    let gold = scores[item.relation] - top
    var sum: Float = 0
    for j in 0..<count {
      scores[j] = FixedMath.exp(scores[j] - top)
      sum += scores[j]
    }
    let factor = 1 / sum
    for j in 0..<count { scores[j] *= factor }
    for j in count..<ParserShape.relationColumns { scores[j] = 0 }
    scores[item.relation] -= 1
    return FixedMath.log(sum) - gold
  }

  private func gradients(
    _ parameters: ParserParameters, back: UnsafeMutablePointer<Float>, gradient: UnsafeMutablePointer<Float>
  ) {
    let (width, columns) = (shape.relation, ParserShape.relationColumns)
    let (hidden, scores) = (hidden.start, scores.start)
    let place = layout.relations
    quipu_multiply(
      hidden, 1, width, scores, columns, gradient + place.offset, columns, width, columns, items.count, 1)
    for i in 0..<items.count { quipu_add(scores + i * columns, gradient + layout.relationBias.offset, columns) }
    let d = hiddenGradient.reserve(items.count * width)
    quipu_multiply(
      scores, columns, 1, parameters.transposed.start + place.offset, width, d, width, items.count, width, columns, 0)
    for (i, item) in items.enumerated() {
      let (row, h) = (d + i * width, hidden + i * width)
      for j in 0..<width where !(h[j] > 0 && h[j] < 8) { row[j] = 0 }
      quipu_add(row, back + item.dependent * shape.projection + 2 * shape.arc, width)
      quipu_add(
        row,
        item.head < 0
          ? gradient + layout.rootRelation.offset
          : back + item.head * shape.projection + 2 * shape.arc + width, width)
      quipu_add(row, gradient + layout.distances.offset + item.distance * width, width)
    }
  }
}
