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

/// Which slot each variable has, at one place of the statement.
struct Scope {
  private(set) var slots: [String: Int] = [:]
  /// Gives out slots, for the whole statement.
  let allocator: SlotAllocator

  init(allocator: SlotAllocator) { self.allocator = allocator }

  func slot(of name: String) -> Int? { slots[name] }

  /// A new slot for the name, which hides an outer variable of the same name.
  @discardableResult
  mutating func declare(_ name: String) -> Int {
    let slot = allocator.next(name)
    slots[name] = slot
    return slot
  }

  /// Gives a slot a name, in place of what the name meant before.
  mutating func bind(_ name: String, to slot: Int) { slots[name] = slot }

  /// A scope of the same statement without names.
  var emptied: Scope { Scope(allocator: allocator) }

  /// The names that a person wrote, in the order of their code points. Names made by the translator begin with NUL.
  var names: [String] { slots.keys.filter { $0.utf8.first != 0 }.sorted { compareBytes($0, $1) < 0 } }

  /// The slots of `names` without repetition, ascending.
  var liveSlots: [Int] { Set(slots.lazy.filter { $0.key.utf8.first != 0 }.map(\.value)).sorted() }
}

/// Counts the slots of a statement, and remembers what they are called.
final class SlotAllocator {
  private(set) var names: [String] = []

  var count: Int { names.count }

  func next(_ name: String) -> Int {
    names.append(name)
    return names.count - 1
  }

  /// What a plan shows: nothing for variables that the translator made.
  func name(of slot: Int) -> String { names[slot].utf8.first == 0 ? "" : names[slot] }
}
