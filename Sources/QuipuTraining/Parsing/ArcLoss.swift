import CKernels
import QuipuLanguage

/// Scores of all heads of each token in a sentence, their cross-entropy and its gradient.
final class ArcLoss {
  private let shape: ParserShape
  private let keys = FloatBuffer(0)
  private let keysTransposed = FloatBuffer(0)
  private let scores = FloatBuffer(0)
  private let keysGradient = FloatBuffer(0)
  private let dependentsGradient = FloatBuffer(0)
  private var guesses: [Int32] = []
  private(set) var right = 0
  private var gold: [Int32] = []

  init(_ shape: ParserShape) { self.shape = shape }

  func isRight(_ i: Int) -> Bool { guesses[i] == gold[i] }

  /// `rows` and `back` are rows of the projection. Returns the loss, which `back` is the gradient of after `share`.
  func run(
    _ rows: UnsafePointer<Float>, _ heads: UnsafeBufferPointer<Int32>, root: UnsafePointer<Float>,
    back: UnsafeMutablePointer<Float>?, rootBack: UnsafeMutablePointer<Float>, share: Float
  ) -> Float {
    let (n, arc, step) = (heads.count, shape.arc, shape.projection)
    let columns = (n + 1 + 15) & ~15
    let keys = keys.reserve(columns * arc)
    keys.update(from: root, count: arc)
    for j in 0..<n { (keys + (j + 1) * arc).update(from: rows + j * step + arc, count: arc) }
    (keys + (n + 1) * arc).update(repeating: 0, count: (columns - n - 1) * arc)
    let transposed = keysTransposed.reserve(columns * arc)
    quipu_transpose(keys, transposed, columns, arc)
    let scores = scores.reserve(n * columns)
    quipu_multiply(rows, step, 1, transposed, columns, scores, columns, n, columns, arc, 0)
    gold.removeAll(keepingCapacity: true)
    gold.append(contentsOf: heads)
    guesses.removeAll(keepingCapacity: true)
    right = 0
    var loss: Float = 0
    for i in 0..<n {
      loss += softmax(
        scores + i * columns, columns, i, n, gold: Int(heads[i]) + 1,
        distances: rows + i * step + step - ArcDistance.columns)
      if guesses[i] == heads[i] { right += 1 }
    }
    guard let back else { return loss }
    for i in 0..<n * columns { scores[i] *= share }
    gradients(rows, n, columns, back: back, rootBack: rootBack)
    return loss
  }

  /// Puts probabilities, less one at the right head, in the scores' place.
  private func softmax(
    _ scores: UnsafeMutablePointer<Float>, _ columns: Int, _ i: Int, _ n: Int, gold: Int,
    distances: UnsafePointer<Float>
  ) -> Float {
    scores[0] += distances[0]
    var best = 0
    for j in 0..<n where j != i { scores[j + 1] += distances[ArcDistance.number(dependent: i, head: j)] }
    for j in 1...n where j != i + 1 && scores[j] > scores[best] { best = j }
    guesses.append(Int32(best) - 1)
    let top = scores[best]
    let right = scores[gold] - top
    var sum: Float = 0
    for j in 0...n {
      let e = j == i + 1 ? 0 : FixedMath.exp(scores[j] - top)
      scores[j] = e
      sum += e
    }
    let factor = 1 / sum
    for j in 0...n { scores[j] *= factor }
    for j in n + 1..<columns { scores[j] = 0 }
    scores[gold] -= 1
    return FixedMath.log(sum) - right
  }

  private func gradients(
    _ rows: UnsafePointer<Float>, _ n: Int, _ columns: Int, back: UnsafeMutablePointer<Float>,
    rootBack: UnsafeMutablePointer<Float>
  ) {
    let (arc, step) = (shape.arc, shape.projection)
    let scores = scores.start
    quipu_multiply(scores, columns, 1, keys.start, arc, back, step, n, arc, columns, 1)
    let keysBack = keysGradient.reserve(columns * arc)
    quipu_multiply(scores, 1, columns, rows, step, keysBack, arc, n + 1, arc, n, 0)
    quipu_add(keysBack, rootBack, arc)
    for i in 0..<n {
      quipu_add(keysBack + (i + 1) * arc, back + i * step + arc, arc)
      let distances = back + i * step + step - ArcDistance.columns
      distances[0] += scores[i * columns]
      for j in 0..<n where j != i {
        distances[ArcDistance.number(dependent: i, head: j)] += scores[i * columns + j + 1]
      }
    }
  }
}
