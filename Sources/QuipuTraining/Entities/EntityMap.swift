/// What the types of a source are called in the model: `PER=Person MISC=Event|Product field=?`.
///
/// A type may stand for one class, for one of several (`A|B`: learning finds out which), or for an unknown (`?`:
/// nothing
/// is learnt where it stands). Types that are not named are no names (`-`).
public struct EntityMap: Sendable, Equatable {
  public enum Target: Sendable, Equatable {
    case classes([String])
    case unknown
    case outside
  }

  public private(set) var targets: [String: Target] = [:]
  /// Classes that the source does not mark: its words outside of names may belong to them.
  public var open: [String] = []
  /// Types that are not named stand for classes of the same name.
  public var keepsNames = false

  public init() {}

  /// Reads assignments; throws when one has no `=`.
  public init(_ assignments: [Substring], path: String, line: Int? = nil) throws(TrainingError) {
    try add(assignments, path: path, line: line)
  }

  /// Adds assignments; later ones of a type count.
  public mutating func add(_ assignments: [Substring], path: String, line: Int? = nil) throws(TrainingError) {
    for text in assignments {
      guard let sign = text.firstIndex(of: "="), sign > text.startIndex, text.index(after: sign) < text.endIndex else {
        throw TrainingError(
          path: path, line: line, reason: "'\(text)' maps no type", advice: "write it as TYPE=Class, TYPE=A|B or TYPE=?"
        )
      }
      let to = text[text.index(after: sign)...]
      let target: Target =
        switch to {
        case "?": .unknown
        case "-": .outside
        default: .classes(to.split(separator: "|").map(String.init))
        }
      targets[String(text[..<sign])] = target
    }
  }

  public func target(_ type: String) -> Target {
    targets[type] ?? (keepsNames ? .classes([type]) : .outside)
  }

  /// All classes that it names, sorted.
  public var classes: [String] {
    var names: Set<String> = Set(open)
    for case .classes(let list) in targets.values { names.formUnion(list) }
    return names.sorted()
  }
}
