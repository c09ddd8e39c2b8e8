/// Reads `.rules` files.
///
/// Line by line: `rule ID` begins a rule, indented lines give its parts, `#` begins a comment. Everything that is wrong
/// in all files is reported together, each problem with its file and line.
public struct RuleParser {
  private var problems: [Problem] = []
  private var rules: [RuleDefinition] = []
  private var current: RuleDraft?
  private var identifiers: [String: SourceLocation] = [:]

  /// The rules of files and folders of `.rules` files, in order.
  public static func load(_ paths: [String]) throws(OntologyError) -> [RuleDefinition] {
    var parser = RuleParser()
    for path in paths {
      for file in try SourceFile.list(path, withExtension: "rules") {
        parser.read(String(decoding: try SourceFile.read(file), as: UTF8.self), file: file)
      }
    }
    return try parser.finish()
  }

  /// The rules of one text; `name` stands for the file in errors.
  public static func parse(_ text: String, name: String = "text") throws(OntologyError) -> [RuleDefinition] {
    var parser = RuleParser()
    parser.read(text, file: name)
    return try parser.finish()
  }

  private mutating func finish() throws(OntologyError) -> [RuleDefinition] {
    guard problems.isEmpty else { throw OntologyError(problems) }
    return rules
  }

  private mutating func read(_ text: String, file: String) {
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let location = SourceLocation(file: file, line: number + 1)
      let trimmed = line.trimmingBlanks()
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      let (keyword, rest) = trimmed.splitFirstWord()
      if keyword == "rule" {
        close()
        open(String(rest), at: location)
      } else if current == nil {
        problems.append(Problem(location, "'\(keyword)' stands outside a rule; begin one with 'rule ID'"))
      } else {
        part(String(keyword), String(rest), at: location)
      }
    }
    close()
  }

  private mutating func open(_ id: String, at location: SourceLocation) {
    if id.isEmpty || id.contains(" ") {
      problems.append(Problem(location, "'rule' wants one word as its id, such as 'rule attack-verb'"))
    }
    if let earlier = identifiers[id] {
      problems.append(Problem(location, "rule '\(id)' was already defined at \(earlier); give this one another id"))
    }
    identifiers[id] = location
    current = RuleDraft(id: id, location: location)
  }

  private mutating func part(_ keyword: String, _ rest: String, at location: SourceLocation) {
    do throws(RuleSyntaxError) {
      try current?.add(keyword, rest, at: location)
    } catch {
      problems.append(Problem(location, error.message))
    }
  }

  private mutating func close() {
    guard let draft = current else { return }
    current = nil
    switch draft.finished() {
    case .success(let rule): rules.append(rule)
    case .failure(let error): problems.append(Problem(draft.location, error.message))
    }
  }
}

struct RuleSyntaxError: Error {
  var message: String
  init(_ message: String) { self.message = message }
}

/// A rule while its lines are read.
struct RuleDraft {
  var id: String
  var location: SourceLocation
  var relation: String?
  var trigger: RuleDefinition.Trigger?
  var slots: [String: [RuleDefinition.Slot]] = [:]
  var objectHeads: [String] = []
  var subjectHeads: [String] = []
  var particle: String?
  var voice = RuleDefinition.Voice.any
  var isNegative = false
  var modality: String?
  var confidence = 0.8
  var fixed: [(name: String, value: String)] = []
  var gathered: [String] = []
  var examples: [RuleDefinition.Example] = []

  init(id: String, location: SourceLocation) {
    self.id = id
    self.location = location
  }

  static let gatherable = ["change", "date", "kinship", "product", "value"]
  static let keywords = [
    "relation", "verb", "chain", "noun", "adjective", "tokens", "name", "subject", "object", "members", "object-head",
    "subject-head", "particle", "voice",
    "polarity", "modality", "confidence", "qualifier", "qualifiers", "example", "silent",
  ]

  mutating func add(_ keyword: String, _ rest: String, at line: SourceLocation) throws(RuleSyntaxError) {
    switch keyword {
    case "relation": relation = rest
    case "verb": trigger = .verb(words(rest))
    case "chain": trigger = .chain(words(rest))
    case "noun": trigger = .noun(words(rest))
    case "adjective": trigger = .adjective(words(rest))
    case "tokens": trigger = .tokens(try PatternParser.parse(rest))
    case "name": trigger = .name
    case "subject", "object", "members": slots[keyword] = try parseSlots(rest)
    case "object-head": objectHeads = words(rest)
    case "subject-head": subjectHeads = words(rest)
    case "particle": particle = rest
    case "voice": voice = try choice(rest, RuleDefinition.Voice.self, "voice")
    case "polarity": isNegative = try word(rest, of: ["positive", "negative"], "polarity") == "negative"
    case "modality": modality = try word(rest, of: ["asserted", "possible", "planned", "demanded"], "modality")
    case "confidence":
      guard let number = Double(rest), (0...1).contains(number) else {
        throw RuleSyntaxError("confidence '\(rest)' is no number from 0 to 1")
      }
      confidence = number
    case "qualifier":
      let parts = rest.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { throw RuleSyntaxError("a qualifier is written 'name=value'") }
      fixed.append((String(parts[0].trimmingBlanks()), String(parts[1].trimmingBlanks())))
    case "qualifiers":
      for name in rest.split(separator: " ") {
        gathered.append(try word(String(name), of: RuleDraft.gatherable, "qualifier"))
      }
    case "example": examples.append(try ExampleParser.parse(rest, at: line))
    case "silent":
      examples.append(RuleDefinition.Example(text: try ExampleParser.quoted(rest).text, expected: [], location: line))
    default:
      throw RuleSyntaxError(
        "'\(keyword)' is no part of a rule; the parts are \(RuleDraft.keywords.joined(separator: ", "))")
    }
  }

  func finished() -> Result<RuleDefinition, RuleSyntaxError> {
    guard let relation else {
      return .failure(RuleSyntaxError("rule '\(id)' names no relation; add a line 'relation NAME'"))
    }
    guard let trigger else {
      return .failure(
        RuleSyntaxError(
          "rule '\(id)' has no trigger; add a line 'verb', 'chain', 'noun', 'adjective', 'tokens' or 'name'"))
    }
    if let problem = endsProblem(trigger) { return .failure(problem) }
    return .success(
      RuleDefinition(
        id: id, location: location, relation: relation, trigger: trigger, subject: slots["subject"] ?? [],
        object: slots["object"] ?? [], members: slots["members"] ?? [], objectHeads: objectHeads,
        subjectHeads: subjectHeads, particle: particle,
        voice: voice, isNegative: isNegative, modality: modality, confidence: confidence, fixedQualifiers: fixed,
        gatheredQualifiers: gathered, examples: examples))
  }

  private func endsProblem(_ trigger: RuleDefinition.Trigger) -> RuleSyntaxError? {
    if case .tokens(let elements) = trigger {
      for name in ["subject", "object"] where !elements.contains(where: { $0.capture == name }) {
        return RuleSyntaxError("the pattern of rule '\(id)' captures no \(name); write '\(name):<Class>' in it")
      }
      return nil
    }
    if slots["members"] == nil && (slots["subject"] == nil || slots["object"] == nil) {
      return RuleSyntaxError("rule '\(id)' needs a 'subject' and an 'object', or 'members'")
    }
    return nil
  }

  private func words(_ rest: String) -> [String] {
    rest.split(whereSeparator: { $0 == "|" || $0 == " " }).map(String.init)
  }

  private func choice<T: RawRepresentable & CaseIterable>(_ text: String, _: T.Type, _ what: String)
    throws(RuleSyntaxError) -> T
  where T.RawValue == String {
    if let value = T(rawValue: text) { return value }
    throw RuleSyntaxError("\(what) '\(text)' is none of \(T.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  private func word(_ text: String, of allowed: [String], _ what: String) throws(RuleSyntaxError) -> String {
    if allowed.contains(text) { return text }
    throw RuleSyntaxError("\(what) '\(text)' is none of \(allowed.joined(separator: ", "))")
  }

  /// `possessor, modifier:Country, of~`.
  private func parseSlots(_ rest: String) throws(RuleSyntaxError) -> [RuleDefinition.Slot] {
    var out: [RuleDefinition.Slot] = []
    for part in rest.split(separator: ",") {
      var text = part.trimmingBlanks()
      // 'subject~:Country' and 'subject:Country~' are the same.
      let isLoose = text.hasSuffix("~") || text.contains("~:")
      if text.hasSuffix("~") { text = text.dropLast() }
      let halves = text.split(separator: ":", maxSplits: 1).enumerated().map {
        $0 == 0 && $1.hasSuffix("~") ? $1.dropLast() : $1
      }
      guard let name = halves.first, name.allSatisfy({ $0.isLetter || $0 == "-" }) else {
        throw RuleSyntaxError(
          "'\(part.trimmingBlanks())' is no slot; write slots as 'name' or 'name:Class|Class', with commas between them"
        )
      }
      let classes = halves.count > 1 ? halves[1].split(separator: "|").map(String.init) : []
      out.append(RuleDefinition.Slot(name: String(name), classes: classes, isLoose: isLoose))
    }
    return out
  }
}

extension StringProtocol {
  func trimmingBlanks() -> SubSequence {
    var text = self[...]
    while let c = text.first, c == " " || c == "\t" || c == "\r" { text = text.dropFirst() }
    while let c = text.last, c == " " || c == "\t" || c == "\r" { text = text.dropLast() }
    return text
  }

  func splitFirstWord() -> (SubSequence, SubSequence) {
    guard let space = firstIndex(where: { $0 == " " || $0 == "\t" }) else { return (self[...], self[endIndex...]) }
    return (self[..<space], self[space...].trimmingBlanks()[...])
  }
}
