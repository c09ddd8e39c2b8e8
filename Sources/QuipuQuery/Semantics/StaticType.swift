/// What is known of an expression's value before the query runs.
struct StaticType: Hashable, Sendable {
  /// Empty for what can only be null.
  var kinds: TypeSet
  /// What the elements may be when it is a list; empty for a list of nothing or of nulls.
  var elements: TypeSet

  init(_ kinds: TypeSet, elements: TypeSet = .any) {
    self.kinds = kinds
    self.elements = elements
  }

  static let any = StaticType(.any)
  static let null = StaticType([], elements: [])
  static let boolean = StaticType(.boolean)
  static let integer = StaticType(.integer)
  static let string = StaticType(.string)

  static func list(of elements: TypeSet) -> StaticType { StaticType(.list, elements: elements) }

  /// Whether a value of this type can be one of `kinds`, or null.
  func mayBe(_ kinds: TypeSet) -> Bool { self.kinds.isEmpty || !self.kinds.isDisjoint(with: kinds) }

  /// The type of one element, when this is a list.
  var element: StaticType { kinds == .list ? StaticType(elements) : .any }

  func union(_ other: StaticType) -> StaticType {
    StaticType(kinds.union(other.kinds), elements: listElements.union(other.listElements))
  }

  /// The elements that come from being a list at all.
  private var listElements: TypeSet { kinds.contains(.list) ? elements : [] }
}

extension TypeSet {
  private static let names: [(TypeSet, String)] = [
    (.boolean, "boolean"), (.integer, "integer"), (.float, "float"), (.string, "string"), (.list, "list"),
    (.map, "map"), (.node, "node"), (.edge, "relationship"), (.path, "path"), (.date, "date"),
    (.localTime, "local time"), (.time, "time"), (.localDateTime, "local date-time"), (.dateTime, "date-time"),
    (.duration, "duration"),
  ]

  /// For messages: `integer or float`; `null` for the empty set.
  var described: String {
    if self == .any { return "any value" }
    let found = Self.names.filter { contains($0.0) }.map(\.1)
    guard let last = found.last else { return "null" }
    return found.count == 1 ? last : found.dropLast().joined(separator: ", ") + " or " + last
  }
}
