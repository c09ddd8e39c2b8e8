import QuipuQuery

extension PlanDescription {
  /// The plan as a tree, a step a line, the last step first; its inputs stand below it, indented. The rows that each
  /// step was expected to give and, after PROFILE, did give are to the right.
  public func rendered() -> String {
    var lines: [(step: String, estimate: String, rows: String)] = []
    collect(depth: 0, into: &lines)
    let hasRows = lines.contains { !$0.rows.isEmpty }
    let head = (step: "step", estimate: "estimated rows", rows: hasRows ? "rows" : "")
    lines.insert(head, at: 0)
    let width = lines.map { DisplayWidth.of($0.step) }.max() ?? 0
    let estimates = lines.map(\.estimate.utf8.count).max() ?? 0
    let rows = lines.map(\.rows.utf8.count).max() ?? 0
    return lines.map { line in
      var text = line.step + spaces(width - DisplayWidth.of(line.step) + 2)
      text += spaces(estimates - line.estimate.utf8.count) + line.estimate
      if hasRows { text += "  " + spaces(rows - line.rows.utf8.count) + line.rows }
      return text + "\n"
    }.joined()
  }

  private func collect(depth: Int, into lines: inout [(step: String, estimate: String, rows: String)]) {
    let step = spaces(2 * min(depth, 64)) + name + (details.isEmpty ? "" : " \(CellText.onOneLine(details))")
    lines.append((step, PlanDescription.text(estimatedRows), rows.map { "\($0)" } ?? ""))
    for child in children { child.collect(depth: depth + 1, into: &lines) }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }

  /// Whole from ten on, one decimal below; powers of ten where the number is long.
  private static func text(_ estimate: Double) -> String {
    guard estimate.isFinite, estimate < 1e15 else { return "\(estimate)" }
    return estimate >= 10 || estimate == estimate.rounded()
      ? "\(Int64(estimate.rounded()))" : "\((estimate * 10).rounded() / 10)"
  }
}
