import QuipuGraph

/// How the values of one key stand in the file. The suffix of the key's id tells the reader what `attr.type` cannot.
enum GraphMLForm: Hashable {
  case string
  case long
  case double
  /// Written for every element, false where there is none: what it says of an absent one is the same.
  case boolean
  /// The same, where no element says false itself.
  case flag
  case booleanText
  /// Whole numbers beyond 2^53, which readers round.
  case integerText
  /// Whole numbers and others together.
  case number
  case temporal(PropertyValue.Kind)
  /// Lists and maps.
  case json
  /// Several kinds.
  case any

  var attributeType: String {
    switch self {
    case .long: "long"
    case .double, .number: "double"
    case .boolean, .flag: "boolean"
    default: "string"
    }
  }

  /// After `__` in the key's id; nil where `attr.type` says it all.
  var suffix: String? {
    switch self {
    case .string, .long, .double, .boolean: nil
    case .flag: "flag"
    case .booleanText: "bool"
    case .integerText: "int"
    case .number: "number"
    case .temporal(let kind): PropertyText.name(kind)
    case .json: "json"
    case .any: "any"
    }
  }

  /// The form that a key's id names; nil when it names none.
  init?(suffix: String) {
    switch suffix {
    case "flag": self = .flag
    case "bool": self = .booleanText
    case "int": self = .integerText
    case "number": self = .number
    case "json": self = .json
    case "any": self = .any
    default:
      guard let kind = PropertyText.kind(named: suffix) else { return nil }
      self = .temporal(kind)
    }
  }

  /// The text of a value in this form, which the key's values were seen to fit.
  func text(_ value: PropertyValue) -> String {
    if self == .any { return PropertyJSON.text(value) }
    switch value {
    case .string(let text): return text
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return String(number)
    case .double(let number): return PropertyText.double(number)
    case .list, .map, .null: return PropertyJSON.text(value)
    default: return PropertyText.temporal(value) ?? ""
    }
  }

  /// The value that the text stands for; nil when it is none of this form. A flag's false is nothing: `.null`.
  func value(_ text: String) -> PropertyValue? {
    switch self {
    case .string: .string(text)
    case .long, .integerText: Int64(text).map { .int($0) }
    case .double: Double(text).map { .double($0) }
    case .boolean, .booleanText: GraphMLForm.flag(text).map { .bool($0) }
    case .flag: GraphMLForm.flag(text).map { $0 ? .bool(true) : .null }
    case .number: Int64(text).map { .int($0) } ?? Double(text).map { .double($0) }
    case .temporal(let kind): PropertyText.temporal(text, kind)
    case .json, .any: try? JSONParser.parse(Array(text.utf8))
    }
  }

  private static func flag(_ text: String) -> Bool? {
    switch text {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }
}
