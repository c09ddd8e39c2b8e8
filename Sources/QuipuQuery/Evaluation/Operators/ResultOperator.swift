/// The end of a statement: gives its rows to whoever asked, after UNION each once.
final class ResultOperator: RowOperator {
  private let slots: [Int]
  private let state: ResultState

  init(slots: [Int], state: ResultState) {
    self.slots = slots
    self.state = state
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    guard !slots.isEmpty else { return true }
    let row = slots.map { frame.slots[$0] }
    if state.isDistinct {
      guard state.seen.insert(GroupKey(row)).inserted else { return true }
      try frame.context.control.hold(row.reduce(32) { $0 + $1.memorySize })
    }
    guard !state.isOver, let onRow = state.onRow else { return false }
    state.isOver = try !onRow(row)
    return !state.isOver
  }
}

/// What the branches of a UNION share.
final class ResultState {
  let isDistinct: Bool
  var seen: Set<GroupKey> = []
  /// Whether no more rows are wanted.
  var isOver = false
  var onRow: (([Value]) throws(QueryError) -> Bool)?

  init(isDistinct: Bool) { self.isDistinct = isDistinct }
}
