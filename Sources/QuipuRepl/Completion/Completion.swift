/// What Tab offers for the text before the cursor.
public struct Completion: Hashable, Sendable {
  /// Scalars before the cursor that a candidate takes the place of.
  public var replaced: Int
  /// Sorted, each once.
  public var candidates: [String]
  /// What follows when there is one candidate only: a space, mostly.
  public var suffix: String

  public static let nothing = Completion(replaced: 0, candidates: [], suffix: "")

  /// What all candidates begin with.
  public var commonBeginning: String {
    guard var common = candidates.first.map({ Array($0.unicodeScalars) }) else { return "" }
    for candidate in candidates.dropFirst() {
      let same = zip(common, candidate.unicodeScalars).prefix { $0 == $1 }.count
      common.removeLast(common.count - same)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: common)
    return String(text)
  }
}
