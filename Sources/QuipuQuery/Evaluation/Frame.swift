/// The current row of a running query: one slot for every variable of the statement, shared by all of its operators.
///
/// Operators write their variables into it and pass it on; nothing is copied between them. What must be kept (sorting,
/// grouping) is copied out and in again.
final class Frame {
  let context: EvaluationContext
  let slots: UnsafeMutablePointer<Value>
  let slotCount: Int

  init(slotCount: Int, context: EvaluationContext) {
    self.context = context
    self.slotCount = slotCount
    slots = .allocate(capacity: max(slotCount, 1))
    slots.initialize(repeating: .null, count: slotCount)
  }

  deinit {
    slots.deinitialize(count: slotCount)
    slots.deallocate()
  }

  subscript(_ slot: Int) -> Value {
    @inline(__always) get { slots[slot] }
    @inline(__always) set { slots[slot] = newValue }
  }
}

/// Which slot a variable has, inside one scope of names.
struct Scope {
  private(set) var slots: [String: Int] = [:]
  /// Gives out slots, for the whole statement.
  let allocator: SlotAllocator

  init(allocator: SlotAllocator) { self.allocator = allocator }

  func slot(of name: String) -> Int? { slots[name] }

  /// A new slot for the name, which hides an outer variable of the same name.
  mutating func declare(_ name: String) -> Int {
    let slot = allocator.next()
    slots[name] = slot
    return slot
  }
}

/// Counts the slots of a statement.
final class SlotAllocator {
  private(set) var count = 0

  func next() -> Int {
    defer { count += 1 }
    return count
  }
}
