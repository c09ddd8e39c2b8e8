/// The words that openCypher gives a meaning to, written in any case.
enum Keyword: UInt8, CaseIterable, Sendable {
  // Reserved: not a variable's or a function's name without backticks (openCypher 9, rule `ReservedWord`).
  case all, asc, ascending, by, create, delete, desc, descending, detach, exists, limit, match, merge, on, optional
  case order, remove, `return`, set, skip, `where`, with, union, unwind
  case and, `as`, contains, distinct, ends, `in`, `is`, not, or, starts, xor
  case `false`, `true`, null
  case `case`, `else`, end, then, when
  // Not reserved: words only where the grammar waits for them.
  case call, yield, offset, explain, profile, count, collect, any, none, single, reduce, filter, extract
  case shortestPath, allShortestPaths

  var isReserved: Bool { rawValue <= Keyword.when.rawValue }

  /// Begins a clause.
  var startsClause: Bool {
    switch self {
    case .match, .optional, .unwind, .with, .return, .call, .create, .merge, .set, .remove, .delete, .detach: true
    default: false
    }
  }

  /// As it is usually written: `shortestPath`, and the others in capitals.
  var spelling: String {
    switch self {
    case .shortestPath, .allShortestPaths: "\(self)"
    case .count, .collect, .any, .none, .single, .reduce, .filter, .extract: "\(self)"
    default: "\(self)".uppercased()
    }
  }

  /// The keyword that these bytes spell in any case.
  static func find(_ bytes: ArraySlice<UInt8>) -> Keyword? {
    guard bytes.count < table.count else { return nil }
    return table[bytes.count].first { entry in
      zip(entry.spelling, bytes).allSatisfy { $0 == $1 | 0x20 }
    }?.keyword
  }

  /// By length, in lower case.
  private static let table: [[(spelling: [UInt8], keyword: Keyword)]] = {
    let all = Keyword.allCases.map { (spelling: Array("\($0)".lowercased().utf8), keyword: $0) }
    let longest = all.map(\.spelling.count).max() ?? 0
    return (0...longest).map { length in all.filter { $0.spelling.count == length } }
  }()
}

/// The language's words, for completion and for highlighting.
public enum QueryKeywords {
  /// In the order of the alphabet, capitals where they are usually written so.
  public static let all: [String] =
    Keyword.allCases.map(\.spelling).sorted { $0.lowercased() < $1.lowercased() }

  /// Whether the word, in any case, is one of them.
  public static func contains(_ word: String) -> Bool { Keyword.find(ArraySlice(word.utf8)) != nil }

  /// Whether the word needs backticks to be a variable's name.
  public static func isReserved(_ word: String) -> Bool { Keyword.find(ArraySlice(word.utf8))?.isReserved ?? false }
}
