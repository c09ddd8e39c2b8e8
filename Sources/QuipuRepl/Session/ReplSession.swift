import QuipuGraph
import QuipuInterchange
import QuipuQuery

/// One conversation with a graph: lines in, pieces of answers out. Knows nothing of terminals.
///
/// A line that begins with `:` is a command; all others gather until a `;` ends the statement. Not for several threads.
public final class ReplSession {
  let engine: QueryEngine
  /// The file that the graph came from or went to last.
  public internal(set) var graphPath: String?
  public var settings = ReplSettings()
  public var style: TextStyle
  /// Whether a person sits there: timings, hints, and a question before changes are lost.
  public let isInteractive: Bool
  /// Columns of the window; nil where there is none.
  public var windowWidth: Int?

  /// The relation types below each, for `:set inference on`; asked when that is first set, nil when there is none.
  public var loadTypeHierarchy: (() -> [String: [String]]?)?
  private var typeHierarchy: [String: [String]]?

  var parameters = ValueMap()
  var lastResult: QueryResult?
  /// What `:show 3` and `:why 3` mean: the last list of entities, and of edges, counted from 1.
  var listedNodes: [NodeID] = []
  var listedEdges: [EdgeID] = []
  /// Whether the graph was changed since it was read or saved.
  var isModified = false
  var sources = DocumentShelf()
  /// Files that `:source` is in the middle of.
  var sourceDepth = 0

  private var index: EntityIndex?
  private var buffer = StatementBuffer()
  private var pieces: [ReplPiece] = []
  private var hasHintedSemicolon = false
  private var wasWarned = false
  /// The conversation is over.
  public private(set) var isFinished = false

  public init(isInteractive: Bool = false, style: TextStyle = TextStyle(isOn: false)) {
    engine = QueryEngine(PropertyGraph())
    self.isInteractive = isInteractive
    self.style = style
  }

  /// Asked by running queries; true cancels.
  public var isCancelled: (@Sendable () -> Bool)? {
    get { engine.options.isCancelled }
    set { engine.options.isCancelled = newValue }
  }

  public var graph: PropertyGraph { engine.graph }

  /// Makes procedures known to queries.
  public func register(_ procedures: [Procedure]) {
    for procedure in procedures { engine.procedures.register(procedure) }
  }

  /// False when there is no ontology to infer from.
  func setInference(_ isOn: Bool) -> Bool {
    if isOn, typeHierarchy == nil { typeHierarchy = loadTypeHierarchy?() }
    guard let hierarchy = isOn ? typeHierarchy : [:] else { return false }
    engine.typeHierarchy = hierarchy
    settings.infersTypes = isOn
    return true
  }

  /// Whether a statement has begun and not ended.
  public var isInStatement: Bool { !buffer.isBlank }

  /// What the statement that is being typed has so far, for completion.
  public var pendingText: String { buffer.text }

  var entities: EntityIndex {
    if let index { return index }
    let made = EntityIndex(graph)
    index = made
    return made
  }

  // MARK: Lines

  /// Takes one line, without its line feed, and answers what is complete with it.
  public func handle(_ line: String) -> [ReplPiece] {
    handleNumbered(line, at: nil)
  }

  /// The same for a script's line: errors name it.
  func handleNumbered(_ line: String, at place: ScriptPlace?) -> [ReplPiece] {
    collecting {
      if buffer.isBlank, let command = ReplSession.commandText(line.trimmed) {
        attempt(place) { () throws(ReplError) in try ReplCommand.run(command, in: self) }
      } else {
        for statement in buffer.add(line, place: place) { run(statement) }
        hintAtSemicolon()
      }
    }
  }

  /// The pieces that come of the body alone.
  func collecting(_ body: () -> Void) -> [ReplPiece] {
    let outer = pieces
    pieces = []
    defer { pieces = outer }
    body()
    return pieces
  }

  /// Runs a statement that no semicolon ended, as at the end of a file.
  public func finishStatement() -> [ReplPiece] {
    collecting { if let rest = buffer.takeRest() { run(rest) } }
  }

  /// Runs the body with no statement begun, and goes on with the one that was.
  func withOwnStatement(_ body: () -> Void) {
    let outer = buffer
    buffer = StatementBuffer()
    body()
    buffer = outer
  }

  /// Forgets the statement that is being typed.
  public func dropStatement() { buffer = StatementBuffer() }

  /// A command, or one of the words that newcomers type for one.
  private static func commandText(_ line: String) -> String? {
    if line.hasPrefix(":") { return String(line.dropFirst()) }
    let word = line.hasSuffix(";") ? String(line.dropLast()).trimmed : line
    switch word.lowercased() {
    case "help", "?": return "help"
    case "quit", "exit": return "quit"
    default: return nil
    }
  }

  private func hintAtSemicolon() {
    guard isInteractive, !hasHintedSemicolon, !buffer.isBlank,
      let last = (try? QueryParser().parse(buffer.text))?.parts.last?.clauses.last
    else { return }
    switch last {
    case .match, .unwind: return
    case .projection(let clause) where clause.kind == .with: return
    default: break
    }
    hasHintedSemicolon = true
    note("A statement ends with ';': type it to run this, or go on.")
  }

  // MARK: What commands use

  func show(_ text: String) {
    guard !text.isEmpty else { return }
    pieces.append(.text(text.hasSuffix("\n") ? text : text + "\n"))
  }

  func note(_ text: String) { pieces.append(.note(text)) }

  func warn(_ text: String) { pieces.append(.warning(text)) }

  func append(_ more: [ReplPiece]) { pieces += more }

  func fail(_ message: String, _ place: ScriptPlace?) {
    pieces.append(.error((place.map { "\($0): " } ?? "") + message))
  }

  func attempt(_ place: ScriptPlace?, _ body: () throws(ReplError) -> Void) {
    do throws(ReplError) { try body() } catch { fail(error.message, place) }
  }

  /// The graph is another one from now on.
  func replaceGraph(_ graph: PropertyGraph, path: String?) {
    engine.graph = graph
    graphPath = path
    isModified = false
    lastResult = nil
    listedNodes = []
    listedEdges = []
    forgetNames()
  }

  /// Node names have to be looked up anew.
  func forgetNames() { index = nil }

  /// Ends the conversation; where changes would be lost, a person is told first.
  public func quit() -> [ReplPiece] {
    if isInteractive, isModified, !wasWarned {
      wasWarned = true
      return [.note("The graph has changes that are not saved: ':save FILE', or ':quit' again to leave them.")]
    }
    isFinished = true
    return []
  }
}

/// A line of a script; errors begin with it.
struct ScriptPlace: Hashable, Sendable, CustomStringConvertible {
  /// Nil for standard input.
  var file: String?
  /// Counted from 1; nil where something else tells it.
  var line: Int?

  /// The same for a message that tells the line itself; nil when nothing is left.
  var fileOnly: ScriptPlace? { file == nil ? nil : ScriptPlace(file: file, line: nil) }

  func moved(byLines lines: Int) -> ScriptPlace { ScriptPlace(file: file, line: line.map { $0 + lines }) }

  var description: String {
    guard let line else { return file ?? "" }
    return file.map { "\($0):\(line)" } ?? "line \(line)"
  }
}
