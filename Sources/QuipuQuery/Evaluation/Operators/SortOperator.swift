/// ORDER BY: keeps all rows, or the first so many, and gives them in order. Rows that compare equal stay as they came.
final class SortOperator: PipeOperator {
  private let keys: [(value: CompiledExpression, isDescending: Bool)]
  private let live: [Int]
  private let top: (skip: CompiledExpression?, limit: CompiledExpression)?
  private var rows: [Row] = []
  /// The row that came last; its keys are computed in place, as most rows of a top sort go no further.
  private var candidate: Row
  private var capacity = Int.max
  private var sequence = 0

  private struct Row {
    var keys: [Value]
    var values: [Value]
    var sequence: Int
  }

  init(
    keys: [(value: CompiledExpression, isDescending: Bool)], live: [Int],
    top: (skip: CompiledExpression?, limit: CompiledExpression)?, next: RowOperator
  ) {
    self.keys = keys
    self.live = live
    self.top = top
    candidate = Row(keys: keys.map { _ in .null }, values: [], sequence: 0)
    super.init(next: next)
  }

  override func reset(_ frame: Frame) throws(QueryError) {
    rows = []
    sequence = 0
    capacity = .max
    if let top {
      let skip = try top.skip?.rowCount(frame, "SKIP") ?? 0
      let (sum, isOver) = skip.addingReportingOverflow(try top.limit.rowCount(frame, "LIMIT"))
      capacity = isOver ? .max : sum
    }
    try next.reset(frame)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    guard capacity > 0 else { return false }
    candidate.sequence = sequence
    sequence += 1
    for (i, key) in keys.enumerated() { candidate.keys[i] = try key.value.evaluate(frame) }
    if rows.count >= capacity {
      // A heap whose first row is the last in order.
      guard candidatePrecedesTop else { return true }
      candidate.values = live.map { frame.slots[$0] }
      rows[0] = candidate
      siftDown(0)
      return true
    }
    candidate.values = live.map { frame.slots[$0] }
    try frame.context.control.hold((candidate.keys + candidate.values).reduce(64) { $0 + $1.memorySize })
    rows.append(candidate)
    if capacity != .max { siftUp(rows.count - 1) }
    return true
  }

  override func finish(_ frame: Frame) throws(QueryError) {
    rows.sort(by: precedes)
    for row in rows {
      try frame.context.control.tick()
      for (i, slot) in live.enumerated() { frame.slots[slot] = row.values[i] }
      guard try next.push(frame) else { break }
    }
    rows = []
    try next.finish(frame)
  }

  /// As `precedes(candidate, rows[0])`, without taking either out of its place: most rows of a top sort end here.
  private var candidatePrecedesTop: Bool {
    for (i, key) in keys.enumerated() {
      let order = Value.order(candidate.keys[i], rows[0].keys[i])
      if order != 0 { return key.isDescending ? order > 0 : order < 0 }
    }
    return candidate.sequence < rows[0].sequence
  }

  private func precedes(_ a: Row, _ b: Row) -> Bool {
    for (i, key) in keys.enumerated() {
      let order = Value.order(a.keys[i], b.keys[i])
      if order != 0 { return key.isDescending ? order > 0 : order < 0 }
    }
    return a.sequence < b.sequence
  }

  private func siftUp(_ start: Int) {
    var i = start
    while i > 0, precedes(rows[(i - 1) / 2], rows[i]) {
      rows.swapAt(i, (i - 1) / 2)
      i = (i - 1) / 2
    }
  }

  private func siftDown(_ start: Int) {
    var i = start
    while true {
      var last = i
      for child in [2 * i + 1, 2 * i + 2] where child < rows.count && precedes(rows[last], rows[child]) { last = child }
      if last == i { return }
      rows.swapAt(i, last)
      i = last
    }
  }
}
