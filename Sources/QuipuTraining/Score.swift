/// How many of so many are right.
public struct Score: Sendable, Equatable {
  public var name: String
  public var correct: Int
  public var total: Int

  public init(_ name: String, correct: Int = 0, total: Int = 0) {
    self.name = name
    self.correct = correct
    self.total = total
  }

  public mutating func count(_ isCorrect: Bool) {
    total += 1
    if isCorrect { correct += 1 }
  }

  /// 0 to 1; 0 when nothing was counted.
  public var accuracy: Double { total == 0 ? 0 : Double(correct) / Double(total) }

  /// `UPOS 95.81`: percent with two digits, half up.
  public var text: String {
    let hundredths = total == 0 ? 0 : (correct * 20_000 + total) / (2 * total)
    let fraction = String(hundredths % 100)
    return "\(name) \(hundredths / 100).\(fraction.count < 2 ? "0" + fraction : fraction)"
  }
}

/// What an epoch came to.
public struct EpochReport: Sendable, Equatable {
  /// From 1.
  public var epoch: Int
  /// Right while learning, by the weights of that moment.
  public var training: Score
  /// On the development set, by the weights as they would be shipped. Empty without one.
  public var development: [Score]
}
