import QuipuGraph
import QuipuQuery

/// Completes commands and openCypher from what the graph and the language have.
public struct Completer {
  private let session: ReplSession

  public init(_ session: ReplSession) { self.session = session }

  /// For a line's text before the cursor; lines of the same statement before it are the session's.
  public func complete(_ line: String) -> Completion {
    let isCommand = !session.isInStatement && line.drop(while: \.isWhitespace).hasPrefix(":")
    if isCommand { return command(String(line.drop(while: \.isWhitespace).dropFirst())) }
    return query(session.pendingText + (session.isInStatement ? "\n" : "") + line)
  }

  // MARK: Commands

  private func command(_ text: String) -> Completion {
    guard let space = text.firstIndex(where: \.isWhitespace) else {
      return offer(ReplCommand.all.map(\.name).sorted(), for: text)
    }
    guard let command = ReplCommand.find(String(text[..<space])) else { return .nothing }
    let arguments = String(text[space...].drop(while: \.isWhitespace))
    switch command.completes {
    case .none: return .nothing
    case .command: return offer(ReplCommand.all.map(\.name).sorted(), for: arguments)
    case .file: return files(arguments)
    case .entity: return entities(arguments)
    case .query: return query(arguments)
    case .setting: return setting(arguments)
    }
  }

  private func files(_ path: String) -> Completion {
    let names = FilePaths.completions(of: path)
    let isFolder = names.count == 1 && names[0].hasSuffix("/")
    return Completion(replaced: path.unicodeScalars.count, candidates: names, suffix: isFolder ? "" : " ")
  }

  /// Names have spaces in them: the whole argument is one, or what stands behind an arrow.
  private func entities(_ text: String) -> Completion {
    var name = text
    for arrow in ["]-> ", "-> ", "→ "] {
      if let range = text.ranges(of: arrow).last { name = String(text[range.upperBound...]) }
    }
    guard !name.isBlank else { return .nothing }
    let names = session.entities.names(beginning: name, limit: 200)
    return Completion(replaced: name.unicodeScalars.count, candidates: names, suffix: " ")
  }

  private func setting(_ text: String) -> Completion {
    guard let space = text.firstIndex(where: \.isWhitespace) else {
      return offer(ReplSetting.all.map(\.name).sorted(), for: text)
    }
    let value = String(text[space...].drop(while: \.isWhitespace))
    guard let setting = ReplSetting.all.first(where: { $0.name == text[..<space] }) else { return .nothing }
    return setting.name == "documents" ? files(value) : offer(setting.choices.sorted(), for: value)
  }

  private func offer(_ all: [String], for beginning: String) -> Completion {
    Completion(
      replaced: beginning.unicodeScalars.count, candidates: all.filter { $0.hasPrefix(beginning) }, suffix: " ")
  }

  // MARK: Queries

  private func query(_ text: String) -> Completion {
    let context = QueryContext(text)
    switch context.place {
    case .quoted: return .nothing
    case .label: return names(labels, context.word)
    case .type: return names(types, context.word)
    case .key: return names(keys, context.word)
    case .word: return words(context)
    }
  }

  /// Names of the graph, in any case; those that are no plain words stand in backticks.
  private func names(_ all: [String], _ word: String) -> Completion {
    let fitting = all.filter { $0.lowercased().hasPrefix(word.lowercased()) }.map(QueryContext.quoted)
    return Completion(replaced: word.unicodeScalars.count, candidates: Completer.sorted(fitting), suffix: "")
  }

  /// Variables of the statement, functions, keywords.
  private func words(_ context: QueryContext) -> Completion {
    let word = context.word
    guard !word.isEmpty else { return .nothing }
    let lower = word.lowercased()
    let variables = context.variables.filter { $0.hasPrefix(word) && $0 != word }
    let functions = FunctionLibrary.standard.functions.map { $0.name + "(" } + ["count(", "collect(", "sum(", "avg("]
    let keywords = QueryKeywords.all.filter { $0.lowercased().hasPrefix(lower) }
    let calls = functions.filter { $0.lowercased().hasPrefix(lower) }
    // `count` the keyword and `count(` the function are one thing to whoever types.
    let plain = (variables + keywords).filter { !calls.contains($0 + "(") }
    let all = Completer.sorted(plain + calls)
    let suffix = all.count == 1 && all[0].hasSuffix("(") ? "" : " "
    return Completion(replaced: word.unicodeScalars.count, candidates: all, suffix: suffix)
  }

  private static func sorted(_ names: [String]) -> [String] {
    Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private var labels: [String] { session.graph.statistics.labels.map(\.name) }
  private var types: [String] { session.graph.statistics.types.map(\.name) }
  private var keys: [String] { (session.graph.nodeKeys + session.graph.edgeKeys).map(\.name) }
}
