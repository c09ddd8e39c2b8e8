import QuipuCore
import QuipuGraph

/// What is seen of one key's values before anything is written: GraphML wants all keys declared first.
struct ColumnSurvey {
  /// A bit for each kind of value.
  private var kinds: UInt16 = 0
  private(set) var count = 0
  private var hasLargeInteger = false
  private var hasFalse = false
  private(set) var isPositive = true
  private(set) var isAllStrings = true

  mutating func add(_ value: PropertyValue) {
    kinds |= 1 << UInt16(value.kind.rawValue)
    count += 1
    switch value {
    case .int(let number):
      if number.magnitude > 1 << 53 { hasLargeInteger = true }
      if number <= 0 { isPositive = false }
    case .double(let number):
      if !(number > 0 && number.isFinite) { isPositive = false }
      if !number.isFinite { hasTagged = true }
    case .bool(let flag): if !flag { hasFalse = true }
    case .list(let values):
      if isAllStrings { isAllStrings = values.allSatisfy { $0.kind == .string } }
    default: hasTagged = hasTagged || PropertyText.name(value.kind) != nil
    }
  }

  private func holdsOnly(_ allowed: PropertyValue.Kind...) -> Bool {
    kinds & ~allowed.reduce(0) { $0 | 1 << UInt16($1.rawValue) } == 0
  }

  var isNumeric: Bool { holdsOnly(.int, .double) && !hasLargeInteger }
  var isStringLists: Bool { holdsOnly(.list) && isAllStrings }
  /// Dates, times, or numbers that are none: what JSON has no spelling for.
  private(set) var hasTagged = false

  func form(isFlag: Bool, keepsLarge: Bool) -> GraphMLForm {
    if holdsOnly(.string) { return .string }
    if holdsOnly(.bool) { return !isFlag ? .booleanText : hasFalse ? .boolean : .flag }
    if holdsOnly(.int) { return hasLargeInteger && !keepsLarge ? .integerText : .long }
    if holdsOnly(.double) { return .double }
    if holdsOnly(.int, .double) { return hasLargeInteger ? .any : .number }
    if holdsOnly(.list, .map) { return .json }
    for kind in PropertyText.temporalKinds where holdsOnly(kind) { return .temporal(kind) }
    return .any
  }
}

/// One declared key.
struct GraphMLColumn {
  var key: KeyID
  var id: String
  var attributeName: String
  var form: GraphMLForm
  var isStringLists: Bool
}

/// The keys of a graph's nodes, edges or graph, surveyed and named.
struct GraphMLColumns {
  private(set) var columns: [GraphMLColumn] = []
  /// By `KeyID`, the place in `columns`; nil for keys that nothing here has.
  private(set) var places: [Int?]
  /// What readers other than ours get in another form than the graph has it.
  private(set) var losses: [String] = []
  /// Real names by key id, where the attribute's name is another.
  private(set) var realNames: [(id: String, name: String)] = []

  /// `prefix` is `n_`, `e_` or `g_`; `taken` the attribute names that are not to be had; `flags` the keys whose absence
  /// means false.
  init(
    surveys: [ColumnSurvey], names: (KeyID) -> String, prefix: String, scope: String, taken: Set<String>,
    flags: Set<String>, profile: GraphMLProfile
  ) {
    places = Array(repeating: nil, count: surveys.count)
    var namer = GraphMLNamer(prefix: prefix, taken: taken, isStrict: profile == .strict)
    for (i, survey) in surveys.enumerated() where survey.count > 0 {
      let key = KeyID(rawValue: UInt32(i))
      let name = names(key)
      let form = survey.form(isFlag: flags.contains(name), keepsLarge: profile == .networkx)
      let given = namer.name(name, form, isNumeric: survey.isNumeric)
      if !given.attribute.utf8.elementsEqual(name.utf8) { realNames.append((given.id, name)) }
      places[i] = columns.count
      columns.append(
        GraphMLColumn(
          key: key, id: given.id, attributeName: given.attribute, form: form, isStringLists: survey.isStringLists))
      note(name, given.attribute, form, survey, scope)
    }
  }

  private mutating func note(
    _ name: String, _ attribute: String, _ form: GraphMLForm, _ survey: ColumnSurvey, _ scope: String
  ) {
    if !attribute.utf8.elementsEqual(name.utf8) {
      losses.append("property '\(XMLText.clean(name).text)' of \(scope) is named '\(attribute)' for other readers")
    }
    switch form {
    case .any: losses.append("property '\(attribute)' of \(scope) has values of several kinds: JSON strings")
    case .json: losses.append("property '\(attribute)' of \(scope) holds lists or maps: JSON strings")
    case .temporal: losses.append("property '\(attribute)' of \(scope) holds dates or times: ISO 8601 strings")
    case .integerText: losses.append("property '\(attribute)' of \(scope) holds integers beyond 2^53: strings")
    default: break
    }
  }

  /// The column of a key that something here has.
  func column(_ key: KeyID) -> GraphMLColumn? {
    Int(key.rawValue) < places.count ? places[Int(key.rawValue)].map { columns[$0] } : nil
  }
}

/// Gives key ids and attribute names, every one once.
private struct GraphMLNamer {
  let prefix: String
  let isStrict: Bool
  private var attributes: Set<String>
  private var ids: Set<String> = GraphMLNames.ownIDs

  init(prefix: String, taken: Set<String>, isStrict: Bool) {
    self.prefix = prefix
    self.isStrict = isStrict
    attributes = taken
  }

  mutating func name(_ name: String, _ form: GraphMLForm, isNumeric: Bool) -> (id: String, attribute: String) {
    var attribute = isStrict && !XMLText.isToken(name) ? GraphMLNamer.token(name) : XMLText.clean(name).text
    if attribute.isEmpty { attribute = "_" }
    let misleads = GraphMLNames.visual.contains(attribute) && !isNumeric && !(attribute == "color" && form == .string)
    if misleads { attribute += "_" }
    while !attributes.insert(attribute).inserted { attribute += "_" }
    let stem = prefix + GraphMLNamer.token(name)
    var id = stem
    var number = 1
    while !ids.insert(id).inserted {
      number += 1
      id = "\(stem)_\(number)"
    }
    return (id + (form.suffix.map { "__" + $0 } ?? ""), attribute)
  }

  /// The name in ASCII that fits an id, without the `__` that begins a suffix.
  private static func token(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      let kept = XMLText.isTokenByte(byte) ? byte : UInt8(ascii: "_")
      if kept != UInt8(ascii: "_") || bytes.last != kept { bytes.append(kept) }
    }
    // A `_` at either end would run together with that of the prefix or suffix.
    if bytes.isEmpty || bytes.last == UInt8(ascii: "_") { bytes.append(UInt8(ascii: "x")) }
    if bytes.first == UInt8(ascii: "_") { bytes.insert(UInt8(ascii: "x"), at: 0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
