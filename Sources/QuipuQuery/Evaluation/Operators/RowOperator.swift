import QuipuGraph

/// A step of a running query: takes the frame's row, changes it and passes it on, any number of times.
///
/// Rows are pushed; what needs all of them (sorting, grouping, changes of the graph) keeps them until `finish`.
class RowOperator {
  /// Before a run, and before each run of an inner pipeline.
  func reset(_ frame: Frame) throws(QueryError) {}

  /// False when no more rows are wanted.
  func push(_ frame: Frame) throws(QueryError) -> Bool { true }

  /// After the last row.
  func finish(_ frame: Frame) throws(QueryError) {}
}

/// An operator with another one after it.
class PipeOperator: RowOperator {
  final let next: RowOperator

  init(next: RowOperator) { self.next = next }

  override func reset(_ frame: Frame) throws(QueryError) { try next.reset(frame) }
  override func finish(_ frame: Frame) throws(QueryError) { try next.finish(frame) }
}

/// Counts the rows that pass, for PROFILE.
final class CountingOperator: PipeOperator {
  private(set) var rows = 0

  override func reset(_ frame: Frame) throws(QueryError) {
    rows = 0
    try next.reset(frame)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    rows += 1
    return try next.push(frame)
  }
}

/// The end of an inner pipeline: hands each row to whoever runs it.
final class CallbackOperator: RowOperator {
  var body: ((Frame) throws(QueryError) -> Bool)?

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    guard let body else { return false }
    return try body(frame)
  }
}

/// Rows kept aside: some slots of each, one after the other.
struct RowBuffer {
  let slots: [Int]
  private(set) var values: [Value] = []
  private(set) var count = 0
  private var bytes = 0

  init(slots: [Int]) { self.slots = slots }

  mutating func append(_ frame: Frame) throws(QueryError) {
    var size = 0
    for slot in slots {
      values.append(frame.slots[slot])
      size += frame.slots[slot].memorySize
    }
    bytes += size
    count += 1
    try frame.context.control.hold(size)
  }

  /// Puts the row back into the frame.
  func restore(_ row: Int, to frame: Frame) {
    let start = row * slots.count
    for (i, slot) in slots.enumerated() { frame.slots[slot] = values[start + i] }
  }

  mutating func update(_ row: Int, from frame: Frame) {
    let start = row * slots.count
    for (i, slot) in slots.enumerated() { values[start + i] = frame.slots[slot] }
  }

  mutating func removeAll(_ frame: Frame) {
    frame.context.control.release(bytes)
    bytes = 0
    count = 0
    values.removeAll(keepingCapacity: true)
  }
}
