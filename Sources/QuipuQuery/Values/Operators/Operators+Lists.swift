import QuipuGraph

extension Operators {
  /// `element IN list`, three-valued: null when no element is equal and one might be.
  public static func isIn(_ element: Value, _ list: Value) throws(QueryError) -> Bool? {
    switch list {
    case .null: return nil
    case .list(let elements): return isIn(element, elements)
    default: throw .type("IN needs a list on its right, and was given \(list.typeName)")
    }
  }

  static func isIn(_ element: Value, _ elements: [Value]) -> Bool? {
    var result: Bool? = false
    for candidate in elements {
      switch Value.equal(element, candidate) {
      case true?: return true
      case nil: result = nil
      case false?: break
      }
    }
    return result
  }

  /// `value[index]`: a list's element (negative from the end, null outside), a map's or entity's value by its key.
  public static func subscripted(
    _ value: Value, _ index: Value, _ context: EvaluationContext
  ) throws(QueryError) -> Value {
    switch (value, index) {
    case (.null, _), (_, .null): return .null
    case (.list(let elements), .int(let i)): return element(i, of: elements)
    case (.list, _): throw .type("a list is indexed by an integer, and was given \(index.typeName)")
    case (.map, .string(let key)), (.node, .string(let key)), (.edge, .string(let key)),
      (.date, .string(let key)), (.localTime, .string(let key)), (.time, .string(let key)),
      (.localDateTime, .string(let key)), (.dateTime, .string(let key)), (.duration, .string(let key)):
      return try property(key, of: value, context)
    case (.map, _), (.node, _), (.edge, _):
      throw .type(
        "\(value.typeName) is indexed by a key, a string, and was given \(index.typeName)",
        detail: "MapElementAccessByNonString")
    default: throw .type("\(value.typeName) cannot be indexed; a list, map, node or relationship is needed")
    }
  }

  private static func element(_ index: Int64, of elements: [Value]) -> Value {
    let position = index < 0 ? index + Int64(elements.count) : index
    return position >= 0 && position < elements.count ? elements[Int(position)] : .null
  }

  /// `list[from..to]`, half-open; nil for an end left out, which is not the same as null.
  public static func slice(_ list: Value, from: Value?, to: Value?) throws(QueryError) -> Value {
    if case .null = list { return .null }
    guard case .list(let elements) = list else { throw .type("only a list has slices, and \(list.typeName) is none") }
    if from?.isNull == true || to?.isNull == true { return .null }
    let start = try bound(from ?? .int(0), in: elements.count)
    let end = try bound(to ?? .int(Int64(elements.count)), in: elements.count)
    return .list(start < end ? Array(elements[start..<end]) : [])
  }

  /// Counted from the end when negative, and clamped into the list.
  private static func bound(_ value: Value, in count: Int) throws(QueryError) -> Int {
    guard case .int(let index) = value else {
      throw .type("a slice is bounded by integers, and was given \(value.typeName)")
    }
    return Int(max(0, min(Int64(count), index < 0 ? index + Int64(count) : index)))
  }
}
