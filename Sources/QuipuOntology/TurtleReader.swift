import CSerd

/// A subject or an object of a triple.
enum TurtleNode: Hashable, Sendable {
  case iri(String)
  /// Known only within its file.
  case blank(String)
  case literal(String, language: String?)
}

/// One triple and the line on which its object stands.
struct TurtleTriple: Sendable {
  var subject: TurtleNode
  var predicate: String
  var object: TurtleNode
  var line: Int
}

/// The triples of one Turtle file, prefixes expanded, in the order of the file.
struct TurtleDocument: Sendable {
  var file: String
  var triples: [TurtleTriple]
  /// Where each blank node is the subject: lists and unions are few, so that these stay small.
  private var blankStart: [String: [Int]] = [:]

  init(file: String, triples: [TurtleTriple]) {
    self.file = file
    self.triples = triples
    for (i, t) in triples.enumerated() {
      if case .blank(let id) = t.subject { blankStart[id, default: []].append(i) }
    }
  }

  /// The first object of a predicate of a blank node.
  func object(of blank: String, _ predicate: String) -> TurtleTriple? {
    for i in blankStart[blank] ?? [] where triples[i].predicate == predicate { return triples[i] }
    return nil
  }

  /// The members of the RDF list that starts at `head`; `nil` where it is not a well-formed list.
  func list(_ head: TurtleNode) -> [TurtleTriple]? {
    var members: [TurtleTriple] = []
    var seen: Set<String> = []
    var node = head
    while node != .iri(RDF.nil) {
      guard case .blank(let id) = node, seen.insert(id).inserted, let first = object(of: id, RDF.first),
        let rest = object(of: id, RDF.rest)
      else { return nil }
      members.append(first)
      node = rest.object
    }
    return members
  }
}

/// Reads Turtle (W3C Recommendation 2014) through Serd. Every C pointer of Serd's stays in this file.
enum TurtleReader {
  /// Throws on the first syntax error, with its line and column; undeclared prefixes are gathered.
  static func read(_ bytes: [UInt8], file: String) throws(OntologyError) -> TurtleDocument {
    try SourceFile.checkUTF8(bytes, file: file)
    guard let environment = serd_env_new(nil) else { throw OntologyError(file, "no memory to read it") }
    defer { serd_env_free(environment) }
    let state = ReaderState(bytes: bytes, file: file, environment: environment)
    let handle = Unmanaged.passUnretained(state).toOpaque()
    guard let reader = serd_reader_new(SERD_TURTLE, handle, nil, onBase, onPrefix, onStatement, nil) else {
      throw OntologyError(file, "no memory to read it")
    }
    defer { serd_reader_free(reader) }
    serd_reader_set_strict(reader, true)
    serd_reader_set_error_sink(reader, onError, handle)
    // One byte at a time: that alone ties the callbacks to a line, and an ontology is small.
    let status = withExtendedLifetime(state) {
      serd_reader_read_source(reader, giveBytes, noStreamError, handle, nil, 1)
    }
    if status.rawValue > SERD_FAILURE.rawValue && state.problems.isEmpty { state.report(status, state.line, 0) }
    guard state.problems.isEmpty else { throw OntologyError(state.problems) }
    return TurtleDocument(file: file, triples: state.triples)
  }
}

/// What the callbacks share.
private final class ReaderState {
  let bytes: [UInt8]
  let file: String
  let environment: OpaquePointer
  var position = 0
  /// The line of the byte that Serd holds as its lookahead, from 1.
  var line = 1
  var triples: [TurtleTriple] = []
  var problems: [Problem] = []

  init(bytes: [UInt8], file: String, environment: OpaquePointer) {
    self.bytes = bytes
    self.file = file
    self.environment = environment
  }

  func report(_ status: SerdStatus, _ line: Int, _ column: Int) {
    let place = column > 0 ? " at column \(column)" : ""
    let text = "not valid Turtle\(place): \(Self.reason(status)); correct the line"
    problems.append(Problem(SourceLocation(file: file, line: line), text))
  }

  private static func reason(_ status: SerdStatus) -> String {
    switch status {
    case SERD_ERR_BAD_SYNTAX: "a syntax error"
    case SERD_ERR_BAD_CURIE: "a prefix that no @prefix line declares"
    default: String(cString: serd_strerror(status))
    }
  }

  func node(_ pointer: UnsafePointer<SerdNode>, language: UnsafePointer<SerdNode>?) -> TurtleNode? {
    let value = text(pointer)
    switch pointer.pointee.type {
    case SERD_LITERAL: return .literal(value, language: language.map(text))
    case SERD_BLANK: return .blank(value)
    default: return iri(pointer).map { .iri($0) }
    }
  }

  /// The whole IRI of a CURIE or an IRI; reports a prefix that is not declared and an IRI without a scheme.
  func iri(_ pointer: UnsafePointer<SerdNode>) -> String? {
    if pointer.pointee.type == SERD_CURIE {
      var prefix = SerdChunk()
      var suffix = SerdChunk()
      if serd_env_expand(environment, pointer, &prefix, &suffix) == SERD_SUCCESS {
        return string(prefix.buf, prefix.len) + string(suffix.buf, suffix.len)
      }
      complain("the prefix of \(text(pointer)) is not declared; add an @prefix line")
      return nil
    }
    let value = text(pointer)
    if serd_uri_string_has_scheme(pointer.pointee.buf) { return value }
    var expanded = serd_env_expand_node(environment, pointer)
    defer { serd_node_free(&expanded) }
    if expanded.buf != nil, serd_uri_string_has_scheme(expanded.buf) { return string(expanded.buf, expanded.n_bytes) }
    complain("the IRI <\(value)> is relative; write it whole or declare an @base")
    return nil
  }

  func complain(_ message: String) {
    problems.append(Problem(SourceLocation(file: file, line: line), message))
  }

  func text(_ pointer: UnsafePointer<SerdNode>) -> String { string(pointer.pointee.buf, pointer.pointee.n_bytes) }

  private func string(_ start: UnsafePointer<UInt8>?, _ count: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

private func state(_ handle: UnsafeMutableRawPointer?) -> ReaderState? {
  handle.map { Unmanaged<ReaderState>.fromOpaque($0).takeUnretainedValue() }
}

/// Gives the next byte. The line counts the newlines before it: a newline ends its own line.
private let giveBytes: SerdSource = { buffer, size, count, handle in
  guard let state = state(handle), size * count > 0, state.position < state.bytes.count else { return 0 }
  if state.position > 0 && state.bytes[state.position - 1] == UInt8(ascii: "\n") { state.line += 1 }
  buffer.storeBytes(of: state.bytes[state.position], as: UInt8.self)
  state.position += 1
  return 1
}

private let noStreamError: SerdStreamErrorFunc = { _ in 0 }

private let onBase: SerdBaseSink = { handle, uri in
  guard let state = state(handle) else { return SERD_SUCCESS }
  return serd_env_set_base_uri(state.environment, uri)
}

private let onPrefix: SerdPrefixSink = { handle, name, uri in
  guard let state = state(handle) else { return SERD_SUCCESS }
  return serd_env_set_prefix(state.environment, name, uri)
}

private let onStatement: SerdStatementSink = { handle, _, _, subject, predicate, object, _, language in
  guard let state = state(handle) else { return SERD_SUCCESS }
  // Blank nodes in a predicate's place are no RDF, and Serd refuses them.
  if let s = state.node(subject, language: nil), let p = state.iri(predicate),
    let o = state.node(object, language: language)
  {
    state.triples.append(TurtleTriple(subject: s, predicate: p, object: o, line: state.line))
  }
  return SERD_SUCCESS
}

private let onError: SerdErrorSink = { handle, error in
  guard let state = state(handle) else { return SERD_SUCCESS }
  // After the first, Serd reports the same error again at every level that it unwinds.
  if state.problems.isEmpty {
    // Serd counts columns from 0.
    state.report(error.pointee.status, Int(error.pointee.line), Int(error.pointee.col) + 1)
  }
  return SERD_SUCCESS
}
