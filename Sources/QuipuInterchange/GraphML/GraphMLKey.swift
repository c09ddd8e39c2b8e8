import QuipuGraph

/// A declared key as the reader sees it. A class, since every data element looks one up.
final class GraphMLKey {
  /// What the key's values are to the graph.
  enum Role { case property, nodeLabels, nodeUID, nodeLabel, edgeType, edgeUID, realNames, ignored }

  var id: String
  /// `node`, `edge`, `graph` or `all`.
  var scope: String
  var name: String
  var form: GraphMLForm
  var role: Role
  /// Only our own writer's ids carry a form; the values of other files may break their declaration softly.
  var isOurs: Bool
  var defaultText: String?

  /// Of a key that no `<key>` declares, whose values are taken as strings.
  convenience init(undeclared id: String) {
    self.init(id: id, scope: "all", name: id, type: "string")
  }

  init(id: String, scope: String, name: String?, type: String?) {
    self.id = id
    self.scope = scope
    self.name = name ?? id
    let suffix = GraphMLKey.suffix(id)
    let suffixForm = suffix.flatMap { GraphMLForm(suffix: $0) }
    isOurs = suffixForm != nil
    form = suffixForm ?? GraphMLKey.form(type)
    role = suffix == "made" ? .ignored : GraphMLKey.role(id, self.name, scope)
  }

  /// What follows the last `__` in an id of our writer's make.
  private static func suffix(_ id: String) -> String? {
    guard ["n_", "e_", "g_"].contains(where: { id.hasPrefix($0) }) else { return nil }
    let bytes = Array(id.utf8)
    let line = UInt8(ascii: "_")
    for i in stride(from: bytes.count - 2, to: 1, by: -1) where bytes[i] == line && bytes[i + 1] == line {
      return String(decoding: bytes[(i + 2)...], as: UTF8.self)
    }
    return nil
  }

  private static func form(_ type: String?) -> GraphMLForm {
    switch type {
    case "boolean": .boolean
    case "int", "long", "integer", "short", "byte": .long
    case "double", "float", "real": .double
    default: .string
    }
  }

  private static func role(_ id: String, _ name: String, _ scope: String) -> Role {
    switch id {
    case GraphMLNames.nodeLabel: return .nodeLabel
    case GraphMLNames.nodeUID: return .nodeUID
    case GraphMLNames.edgeUID: return .edgeUID
    case GraphMLNames.realNames: return .realNames
    default: break
    }
    switch (scope, name) {
    case ("node", "labels"), ("node", "labelV"), ("all", "labels"): return .nodeLabels
    case ("edge", "label"), ("edge", "labelE"), ("edge", "interaction"): return .edgeType
    default: return .property
    }
  }

  func applies(to element: String) -> Bool { scope == "all" || scope == element }

  /// The value of a data element's text; nil when it is none of the declared type, `.null` when there is none.
  func value(_ text: String) -> PropertyValue? {
    if let value = form.value(text) { return value }
    // A date or list that someone changed is still a text.
    if isOurs { return .string(text) }
    let trimmed = String(text.trimmingSpace)
    guard !trimmed.isEmpty else { return .null }
    switch form {
    case .long: return Int64(trimmed).map { .int($0) } ?? Double(trimmed).map { .double($0) }
    case .double: return Double(trimmed).map { .double($0) }
    case .boolean:
      switch trimmed.lowercased() {
      case "true", "1", "yes": return .bool(true)
      case "false", "0", "no": return .bool(false)
      default: return nil
      }
    default: return nil
    }
  }
}

extension String {
  /// Without XML's white space at both ends.
  var trimmingSpace: Substring.UnicodeScalarView {
    let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
    var view = unicodeScalars[...]
    while let first = view.first, isSpace(first) { view.removeFirst() }
    while let last = view.last, isSpace(last) { view.removeLast() }
    return view
  }
}
