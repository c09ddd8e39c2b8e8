/// The labels that tokens get: outside, begins or goes on (BIO, Ramshaw and Marcus 1995) for each class.
///
/// Label 0 is outside, 1 + 2c begins class c, 2 + 2c goes on. One row of sixteen weights holds all.
public struct EntityLabels: Sendable, Equatable {
  public static let outside = 0
  /// Weights of a row, and room for scores of a token.
  public static let columns = 16
  public static let maximumClasses = 7
  /// The column that holds eight more bits of the feature that a row belongs to.
  public static let checkColumn = 15

  public let classes: [String]

  /// At most `maximumClasses`.
  public init(classes: [String]) {
    precondition(classes.count <= EntityLabels.maximumClasses)
    self.classes = classes
  }

  public var count: Int { 1 + 2 * classes.count }

  @inlinable public static func begin(_ classIndex: Int) -> Int { 1 + 2 * classIndex }
  @inlinable public static func inside(_ classIndex: Int) -> Int { 2 + 2 * classIndex }
  @inlinable public static func isBegin(_ label: Int) -> Bool { label & 1 == 1 }
  @inlinable public static func isInside(_ label: Int) -> Bool { label > 0 && label & 1 == 0 }
  /// The class of a label that is not outside.
  @inlinable public static func classIndex(_ label: Int) -> Int { (label - 1) / 2 }

  /// Whether a token with the label may follow one with `before`; a sentence begins after an outside token.
  @inlinable public static func canFollow(_ label: Int, _ before: Int) -> Bool {
    !isInside(label) || before == label || before == label - 1
  }
}
