import QuipuGraph

/// Groups rows by their keys and computes aggregates of each group, in the order in which the groups began.
final class AggregateOperator: PipeOperator {
  private let keys: [(slot: Int, value: CompiledExpression)]
  private let columns: [AggregateColumn]
  /// The first two on their own: a reference out of an array is counted up and down, which costs as much as a sum.
  private let first: AggregateColumn?
  private let second: AggregateColumn?
  private let others: [AggregateColumn]
  private let weights: [Int]
  /// The slot of the node that alone decides all keys, if there is one: its group is then looked up by its number.
  private let decidingSlot: Int?

  /// The only key, where it is a property of a variable: strings are then told apart by their numbers in the graph.
  private let property: SlotPropertyExpression?

  private var groups: [GroupKey: Int] = [:]
  /// By string number below `tableLimit`, the group + 1; 0 for none yet.
  @exclusivity(unchecked) private var groupOfSmallString: [UInt32] = []
  private var groupOfString: [UInt32: Int] = [:]
  private static let tableLimit = 1 << 20
  /// The keys' values, group after group.
  private var keyValues: [Value] = []
  private var groupCount = 0
  /// By node, its group + 1; 0 for none yet.
  @exclusivity(unchecked) private var groupOfNode: [UInt32] = []

  init(
    keys: [(slot: Int, value: CompiledExpression)], columns: [AggregateColumn], weights: [Int], decidingSlot: Int?,
    next: RowOperator
  ) {
    self.keys = keys
    self.columns = columns
    first = columns.first
    second = columns.dropFirst().first
    others = Array(columns.dropFirst(2))
    self.weights = weights
    self.decidingSlot = decidingSlot
    property = keys.count == 1 ? keys[0].value as? SlotPropertyExpression : nil
    super.init(next: next)
  }

  override func reset(_ frame: Frame) throws(QueryError) {
    groups = [:]
    groupOfString = [:]
    groupOfSmallString = []
    keyValues = []
    groupCount = 0
    groupOfNode = []
    for column in columns { column.reset() }
    // Without keys there is one group, of no rows perhaps.
    if keys.isEmpty { try addGroup(frame) }
    try next.reset(frame)
  }

  override func push(_ frame: Frame) throws(QueryError) -> Bool {
    let group = keys.isEmpty ? 0 : try group(frame)
    let weight = weights.isEmpty ? 1 : try weight(frame)
    try first?.add(frame, group, weight)
    try second?.add(frame, group, weight)
    if !others.isEmpty { for column in others { try column.add(frame, group, weight) } }
    return true
  }

  private func weight(_ frame: Frame) throws(QueryError) -> Int64 {
    var weight: Int64 = 1
    for slot in weights {
      guard case .int(let factor) = frame.slots[slot] else { return 0 }
      let (product, isOver) = weight.multipliedReportingOverflow(by: factor)
      guard !isOver else {
        throw QueryError(.arithmetic, .runtime, "IntegerOverflow", "the number of rows is too large")
      }
      weight = product
    }
    return weight
  }

  override func finish(_ frame: Frame) throws(QueryError) {
    for group in 0..<groupCount {
      try frame.context.control.tick()
      for (i, key) in keys.enumerated() { frame.slots[key.slot] = keyValues[group * keys.count + i] }
      for column in columns { frame.slots[column.slot] = try column.result(group) }
      guard try next.push(frame) else { break }
    }
    groups = [:]
    keyValues = []
    for column in columns { column.reset() }
    try next.finish(frame)
  }

  private func group(_ frame: Frame) throws(QueryError) -> Int {
    guard let decidingSlot, case .node(let node) = frame.slots[decidingSlot] else { return try findGroup(frame) }
    let position = Int(node.rawValue)
    if position >= groupOfNode.count {
      let size = max(position + 1, groupOfNode.count * 2)
      groupOfNode.append(contentsOf: repeatElement(0, count: size - groupOfNode.count))
    }
    if groupOfNode[position] != 0 { return Int(groupOfNode[position]) - 1 }
    let group = try findGroup(frame)
    groupOfNode[position] = UInt32(group + 1)
    return group
  }

  private func findGroup(_ frame: Frame) throws(QueryError) -> Int {
    if let property, let string = property.stringID(frame) { return try findGroup(of: string, property, frame) }
    var values: [Value] = []
    values.reserveCapacity(keys.count)
    for key in keys { values.append(try key.value.evaluate(frame)) }
    let key = GroupKey(values)
    if let known = groups[key] { return known }
    groups[key] = groupCount
    keyValues.append(contentsOf: values)
    try frame.context.control.hold(values.reduce(64 + 32 * columns.count) { $0 + $1.memorySize })
    try addGroup(frame)
    return groupCount - 1
  }

  private func findGroup(
    of string: StringID, _ property: SlotPropertyExpression, _ frame: Frame
  ) throws(QueryError) -> Int {
    let number = Int(string.rawValue)
    if number < AggregateOperator.tableLimit {
      if number >= groupOfSmallString.count {
        let size = min(max(number + 1, groupOfSmallString.count * 2), AggregateOperator.tableLimit)
        groupOfSmallString.append(contentsOf: repeatElement(0, count: size - groupOfSmallString.count))
      }
      if groupOfSmallString[number] != 0 { return Int(groupOfSmallString[number]) - 1 }
      groupOfSmallString[number] = UInt32(groupCount + 1)
    } else {
      if let known = groupOfString[string.rawValue] { return known }
      groupOfString[string.rawValue] = groupCount
    }
    let value = try property.evaluate(frame)
    keyValues.append(value)
    try frame.context.control.hold(64 + 32 * columns.count + value.memorySize)
    try addGroup(frame)
    return groupCount - 1
  }

  private func addGroup(_ frame: Frame) throws(QueryError) {
    groupCount += 1
    for column in columns { try column.addGroup(frame) }
  }
}

/// One aggregate over all groups.
class AggregateColumn {
  final let slot: Int

  init(slot: Int) { self.slot = slot }

  func reset() {}
  func addGroup(_ frame: Frame) throws(QueryError) {}
  func add(_ frame: Frame, _ group: Int, _ weight: Int64) throws(QueryError) {}
  func result(_ group: Int) throws(QueryError) -> Value { .null }
}

/// `count(*)`, and `count(x)` without DISTINCT.
final class CountColumn: AggregateColumn {
  private let argument: CompiledExpression?
  @exclusivity(unchecked) private var counts: [Int64] = []

  init(slot: Int, argument: CompiledExpression?) {
    self.argument = argument
    super.init(slot: slot)
  }

  override func reset() { counts = [] }
  override func addGroup(_ frame: Frame) throws(QueryError) { counts.append(0) }

  override func add(_ frame: Frame, _ group: Int, _ weight: Int64) throws(QueryError) {
    if let argument, case .null = try argument.evaluate(frame) { return }
    let (sum, isOver) = counts[group].addingReportingOverflow(weight)
    guard !isOver else { throw QueryError(.arithmetic, .runtime, "IntegerOverflow", "the number of rows is too large") }
    counts[group] = sum
  }

  override func result(_ group: Int) throws(QueryError) -> Value { .int(counts[group]) }
}

/// `count(DISTINCT x)`: nodes by a bit each, other values in a set.
final class DistinctCountColumn: AggregateColumn {
  private let argument: CompiledExpression
  @exclusivity(unchecked) private var groups: [Group] = []

  private struct Group {
    var bits: [UInt64] = []
    var values: Set<EquivalentValue> = []
    var count: Int64 = 0
  }

  init(slot: Int, argument: CompiledExpression) {
    self.argument = argument
    super.init(slot: slot)
  }

  override func reset() { groups = [] }
  override func addGroup(_ frame: Frame) throws(QueryError) { groups.append(Group()) }

  override func add(_ frame: Frame, _ group: Int, _ weight: Int64) throws(QueryError) {
    switch try argument.evaluate(frame) {
    case .null: return
    // Many small groups would each need a long row of bits: they keep sets.
    case .node(let node) where groups.count <= 64: add(node, to: group)
    case let value:
      guard groups[group].values.insert(EquivalentValue(value)).inserted else { return }
      groups[group].count += 1
      try frame.context.control.hold(value.memorySize + 16)
    }
  }

  private func add(_ node: NodeID, to group: Int) {
    let (word, bit) = (Int(node.rawValue >> 6), UInt64(1) << UInt64(node.rawValue & 63))
    if word >= groups[group].bits.count {
      let size = max(word + 1, groups[group].bits.count * 2)
      groups[group].bits.append(contentsOf: repeatElement(0, count: size - groups[group].bits.count))
    }
    guard groups[group].bits[word] & bit == 0 else { return }
    groups[group].bits[word] |= bit
    groups[group].count += 1
  }

  override func result(_ group: Int) throws(QueryError) -> Value {
    // A node counted by its bit before the groups were many may be in the set as well.
    let bits = groups[group].bits
    var twice: Int64 = 0
    for element in groups[group].values {
      guard case .node(let node) = element.value else { continue }
      let word = Int(node.rawValue >> 6)
      if word < bits.count, bits[word] >> UInt64(node.rawValue & 63) & 1 == 1 { twice += 1 }
    }
    return .int(groups[group].count - twice)
  }
}

/// `sum(x)` and `avg(x)` without DISTINCT.
final class TotalColumn: AggregateColumn {
  private let argument: CompiledExpression
  /// The argument, where it is a property of a variable: numbers of nodes are then read as they are kept.
  private let property: SlotPropertyExpression?
  private let isMean: Bool
  // Integers, as most properties are: 16 bytes a group, which matters where groups are many.
  @exclusivity(unchecked) private var sums: [Int64] = []
  @exclusivity(unchecked) private var counts: [Int64] = []
  /// By group, what is more than integers whose sum fits: the group's total from then on.
  @exclusivity(unchecked) private var totals: [Int: NumberTotal] = [:]

  init(slot: Int, isMean: Bool, argument: CompiledExpression) {
    self.isMean = isMean
    self.argument = argument
    property = argument as? SlotPropertyExpression
    super.init(slot: slot)
  }

  override func reset() {
    sums = []
    counts = []
    totals = [:]
  }

  override func addGroup(_ frame: Frame) throws(QueryError) {
    sums.append(0)
    counts.append(0)
  }

  override func add(_ frame: Frame, _ group: Int, _ weight: Int64) throws(QueryError) {
    if let property, let number = property.integer(frame), add(number, group) { return }
    let value = try argument.evaluate(frame)
    if case .int(let number) = value, add(number, group) { return }
    if case .null = value { return }
    var total = totals[group] ?? NumberTotal(integers: sums[group], count: Int(counts[group]))
    do throws(QueryError) {
      try total.add(value, for: isMean ? "avg" : "sum")
    } catch {
      throw error.located(at: argument.range)
    }
    totals[group] = total
  }

  /// False where the sum does not fit, or is not of integers alone.
  @inline(__always)
  private func add(_ number: Int64, _ group: Int) -> Bool {
    if !totals.isEmpty && totals[group] != nil { return false }
    let (sum, isOver) = sums[group].addingReportingOverflow(number)
    if isOver { return false }
    sums[group] = sum
    counts[group] += 1
    return true
  }

  override func result(_ group: Int) throws(QueryError) -> Value {
    guard let total = totals[group] else {
      if isMean { return counts[group] == 0 ? .null : .double(Double(sums[group]) / Double(counts[group])) }
      return .int(sums[group])
    }
    do throws(QueryError) {
      return isMean ? try total.mean() : try total.sum()
    } catch {
      throw error.located(at: argument.range)
    }
  }
}

/// Every other aggregate: an accumulator a group.
final class AccumulatorColumn: AggregateColumn {
  private let aggregate: Aggregate
  private let argument: CompiledExpression
  private let parameter: CompiledExpression?
  /// Whether it keeps the values, which the memory limit counts.
  private let keepsValues: Bool
  private let make: Aggregates.Aggregate?
  @exclusivity(unchecked) private var accumulators: [Accumulator] = []

  init(_ aggregate: Aggregate, argument: CompiledExpression, parameter: CompiledExpression?) {
    self.aggregate = aggregate
    self.argument = argument
    self.parameter = parameter
    keepsValues = aggregate.isDistinct || ["collect", "percentilecont", "percentiledisc"].contains(aggregate.function)
    make = Aggregates.find(aggregate.function)
    super.init(slot: aggregate.slot)
  }

  override func reset() { accumulators = [] }

  override func addGroup(_ frame: Frame) throws(QueryError) {
    guard let make else {
      throw QueryError.syntax(
        "UnknownFunction", "there is no aggregate function '\(aggregate.function)'", at: aggregate.range)
    }
    accumulators.append(make.accumulator(isDistinct: aggregate.isDistinct))
  }

  override func add(_ frame: Frame, _ group: Int, _ weight: Int64) throws(QueryError) {
    let value = try argument.evaluate(frame)
    do throws(QueryError) {
      if let parameter { try accumulators[group].setParameter(try parameter.evaluate(frame)) }
      if case .null = value { return }
      try accumulators[group].add(value)
    } catch {
      throw error.located(at: aggregate.range)
    }
    if keepsValues { try frame.context.control.hold(value.memorySize) }
  }

  override func result(_ group: Int) throws(QueryError) -> Value {
    do throws(QueryError) {
      return try accumulators[group].result()
    } catch {
      throw error.located(at: aggregate.range)
    }
  }
}
