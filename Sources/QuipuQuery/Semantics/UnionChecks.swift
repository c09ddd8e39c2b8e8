import QuipuCore

extension SemanticChecker {
  /// UNION and UNION ALL may not be mixed: which rows would be kept twice would hang on the order of reading.
  func checkUnion(_ i: Int, of query: Query) throws(QueryError) {
    guard query.unions[i].keepsDuplicates != query.unions[0].keepsDuplicates else { return }
    throw .syntax(
      "InvalidClauseComposition", "UNION and UNION ALL cannot be mixed in one query.", at: query.unions[i].range)
  }

  /// The parts of a union must return columns of the same names in the same order.
  func checkColumns(
    _ columns: [String], like first: [String], of part: SingleQuery, _ query: Query, _ i: Int
  ) throws(QueryError) {
    let areSame =
      columns.count == first.count && zip(columns, first).allSatisfy { compareBytes($0, $1) == 0 }
    guard !areSame else { return }
    throw .syntax(
      "DifferentColumnsInUnion",
      "All parts of a UNION must return the same columns: \(described(first)) before, \(described(columns)) here.",
      at: i - 1 < query.unions.count ? query.unions[i - 1].range : part.range)
  }

  private func described(_ columns: [String]) -> String {
    columns.isEmpty ? "none" : columns.joined(separator: ", ")
  }
}
