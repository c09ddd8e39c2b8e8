/// A place in a data file: a path and a line counted from 1 (0: the file as a whole).
public struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  public var file: String
  public var line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `file:line`, or the file alone where no line is to blame.
  public var description: String { line > 0 ? "\(file):\(line)" : file }
}

/// One thing that is wrong with an ontology, gazetteer or lexicon file, and what to do about it.
public struct Problem: Hashable, Sendable, CustomStringConvertible {
  public var location: SourceLocation
  public var message: String

  public init(_ location: SourceLocation, _ message: String) {
    self.location = location
    self.message = message
  }

  /// `file:line: message`.
  public var description: String { "\(location): \(message)" }
}

/// Everything that was found wrong in one load: a reader can mend it all before trying again.
public struct OntologyError: Error, Sendable, Equatable, CustomStringConvertible {
  /// At least one, in the order of files and lines.
  public let problems: [Problem]

  public init(_ problems: [Problem]) { self.problems = problems }

  init(_ file: String, line: Int = 0, _ message: String) {
    self.init([Problem(SourceLocation(file: file, line: line), message)])
  }

  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
