import QuipuCore

/// The values of one key, by row (node or edge number), in the narrowest of five forms that holds them all.
@usableFromInline struct PropertyColumn: Sendable {
  /// How the values are held; one of another type makes the column general.
  @usableFromInline enum Form: Sendable {
    case empty
    case bools
    case words(PropertyValue.Kind)
    case strings
    case general
  }

  @usableFromInline private(set) var form = Form.empty
  @usableFromInline private(set) var rowMap = RowMap()
  @usableFromInline private(set) var bools: [Bool] = []
  /// Integers, bits of doubles, days since 1970-01-01, nanoseconds of the day.
  @usableFromInline private(set) var words: [Int64] = []
  /// Numbers in the graph's table of strings.
  @usableFromInline private(set) var stringIDs: [UInt32] = []
  private var values: [PropertyValue] = []

  var count: Int { rowMap.count }

  /// Nil when the row has no value, or the column holds others than strings by number.
  @inline(__always) @inlinable func stringID(_ row: UInt32) -> UInt32? {
    guard case .strings = form, let position = rowMap.position(row) else { return nil }
    return stringIDs[position]
  }

  /// Nil when the row has no value, or the column is not one of words of this kind.
  @inline(__always) @inlinable func word(_ row: UInt32, _ kind: PropertyValue.Kind) -> Int64? {
    guard case .words(kind) = form, let position = rowMap.position(row) else { return nil }
    return words[position]
  }

  /// Nil when the row has no value, or the column holds others than booleans.
  @inline(__always) @inlinable func bool(_ row: UInt32) -> Bool? {
    guard case .bools = form, let position = rowMap.position(row) else { return nil }
    return bools[position]
  }

  func has(_ row: UInt32) -> Bool { rowMap.position(row) != nil }

  func value(_ row: UInt32, _ strings: borrowing StringInterner) -> PropertyValue? {
    guard let position = rowMap.position(row) else { return nil }
    return value(at: position, strings)
  }

  /// The rows among these whose value equals this one, until `body` returns false; in a column of strings none is made
  /// into a `String`.
  func forEachMatch<ID: RowIdentifier>(
    among rows: some Sequence<ID>, _ value: PropertyValue, _ strings: borrowing StringInterner, _ body: (ID) -> Bool
  ) {
    if case .strings = form {
      guard case .string(let text) = value, let sought = strings.find(text) else { return }
      for row in rows where stringID(row.rawValue) == sought && !body(row) { return }
    } else {
      for row in rows where self.value(row.rawValue, strings) == value && !body(row) { return }
    }
  }

  /// The bytes of the strings that the column holds itself.
  var bytesOutsideTable: Int { values.reduce(0) { $0 + PropertyGraph.byteCount($1) } }

  mutating func set(_ row: UInt32, _ value: PropertyValue, _ strings: inout StringInterner) {
    fit(value, strings)
    let position = place(row)
    store(value, at: position, &strings)
  }

  /// Sets an integer, or the bits of a double, without making a value of it where the column is of that kind.
  mutating func set(_ row: UInt32, word: Int64, _ kind: PropertyValue.Kind, _ strings: inout StringInterner) {
    if case .empty = form { form = .words(kind) }
    if case .words(kind) = form {
      words[place(row)] = word
    } else {
      set(row, kind == .double ? .double(Double(bitPattern: UInt64(bitPattern: word))) : .int(word), &strings)
    }
  }

  /// Sets a string that is in the table already.
  mutating func set(_ row: UInt32, stringID: UInt32, _ strings: inout StringInterner) {
    if case .empty = form { form = .strings }
    if case .strings = form {
      stringIDs[place(row)] = stringID
    } else {
      set(row, .string(strings[stringID]), &strings)
    }
  }

  /// The position of the row, which is made where there is none.
  private mutating func place(_ row: UInt32) -> Int {
    if let there = rowMap.position(row) { return there }
    chooseDensity(for: row)
    let position = rowMap.add(row)
    makeRoom(position)
    return position
  }

  /// False when the row had no value.
  @discardableResult
  mutating func remove(_ row: UInt32) -> Bool {
    guard let position = rowMap.position(row) else { return false }
    rowMap.remove(row, at: position)
    if rowMap.isDense {
      // Let go of the memory of lists and maps.
      if case .general = form { values[position] = .null }
    } else {
      fillGap(position)
    }
    if rowMap.count == 0 { self = PropertyColumn() }
    return true
  }

  var memoryFootprint: Int {
    rowMap.memoryFootprint + bools.capacity + 8 * words.capacity + 4 * stringIDs.capacity
      + values.capacity * MemoryLayout<PropertyValue>.stride
  }
}

// Forms
extension PropertyColumn {
  /// The types of the values that are there, in order of their raw values.
  var kinds: [PropertyValue.Kind] {
    switch form {
    case .empty: []
    case .bools: [.bool]
    case .strings: [.string]
    case .words(let kind): [kind]
    // Removed rows of a dense column are null, which no value is.
    case .general: Set(values.lazy.map(\.kind)).subtracting([.null]).sorted { $0.rawValue < $1.rawValue }
    }
  }

  private static func form(for value: PropertyValue) -> Form {
    switch value {
    case .bool: .bools
    case .int, .double, .localTime: .words(value.kind)
    // Years in the millions stay out: their day numbers are nobody's concern, and could overflow.
    case .date(let date): (-999_999...999_999).contains(date.year) ? .words(.date) : .general
    case .string: .strings
    default: .general
    }
  }

  /// Changes the form when the value does not fit the one at hand.
  private mutating func fit(_ value: PropertyValue, _ strings: borrowing StringInterner) {
    switch (form, PropertyColumn.form(for: value)) {
    case (.empty, let new): form = new
    case (.general, _), (.bools, .bools), (.strings, .strings): break
    case (.words(let held), .words(let new)) where held == new: break
    default: generalise(strings)
    }
  }

  private mutating func generalise(_ strings: borrowing StringInterner) {
    var all: [PropertyValue] = []
    let length = max(bools.count, words.count, stringIDs.count)
    all.reserveCapacity(length)
    for position in 0..<length {
      let isThere = !rowMap.isDense || rowMap.position(UInt32(position)) != nil
      all.append(isThere ? value(at: position, strings) : .null)
    }
    bools = []
    words = []
    stringIDs = []
    values = all
    form = .general
  }

  private func value(at position: Int, _ strings: borrowing StringInterner) -> PropertyValue {
    switch form {
    case .empty: .null
    case .bools: .bool(bools[position])
    case .strings: .string(strings[stringIDs[position]])
    case .general: values[position]
    case .words(.double): .double(Double(bitPattern: UInt64(bitPattern: words[position])))
    case .words(.date): .date(CivilDate(daysSinceEpoch: Int(words[position])))
    case .words(.localTime): TimeOfDay(nanosecondOfDay: words[position]).map { .localTime($0) } ?? .null
    case .words: .int(words[position])
    }
  }

  private mutating func store(_ value: PropertyValue, at position: Int, _ strings: inout StringInterner) {
    switch (form, value) {
    case (.bools, .bool(let flag)): bools[position] = flag
    case (.strings, .string(let text)): stringIDs[position] = strings.intern(text)
    case (.words, .int(let number)): words[position] = number
    case (.words, .double(let number)): words[position] = Int64(bitPattern: number.bitPattern)
    case (.words, .date(let date)): words[position] = Int64(date.daysSinceEpoch)
    case (.words, .localTime(let time)): words[position] = time.nanosecondOfDay
    default: values[position] = value
    }
  }
}

// Positions
extension PropertyColumn {
  /// Dense from a quarter of the rows up, sparse below a sixteenth; between the two the column stays as it is.
  private mutating func chooseDensity(for row: UInt32) {
    let span = max(Int(row) + 1, length)
    if rowMap.isDense, span > 64, (count + 1) * 16 < span {
      rearrange(toSparse: true)
    } else if !rowMap.isDense, (count + 1) * 4 >= highestRow(with: row) + 1 {
      rearrange(toSparse: false)
    }
  }

  private func highestRow(with row: UInt32) -> Int {
    // Rows mostly come in ascending order; one far above tells at once that the column is still sparse.
    guard (count + 1) * 4 >= Int(row) + 1 else { return Int(row) }
    return Int(max(row, rowMap.rows.max() ?? 0))
  }

  private var length: Int {
    switch form {
    case .empty: 0
    case .bools: bools.count
    case .words: words.count
    case .strings: stringIDs.count
    case .general: values.count
    }
  }

  private mutating func rearrange(toSparse: Bool) {
    let rows = rowMap.sortedRows
    let positions = rows.map { rowMap.position($0) ?? 0 }
    var new = toSparse ? RowMap(sparse: []) : RowMap()
    let old = self
    bools = []
    words = []
    stringIDs = []
    values = []
    for (row, from) in zip(rows, positions) {
      let to = new.add(row)
      makeRoom(to)
      switch form {
      case .empty: break
      case .bools: bools[to] = old.bools[from]
      case .words: words[to] = old.words[from]
      case .strings: stringIDs[to] = old.stringIDs[from]
      case .general: values[to] = old.values[from]
      }
    }
    rowMap = new
  }

  /// Makes room for so many rows where every row has its place.
  mutating func reserveCapacity(_ rows: Int) {
    guard rowMap.isDense else { return }
    switch form {
    case .empty: break
    case .bools: bools.reserveCapacity(rows)
    case .words: words.reserveCapacity(rows)
    case .strings: stringIDs.reserveCapacity(rows)
    case .general: values.reserveCapacity(rows)
    }
  }

  /// Lengthens the column so that it has this position.
  private mutating func makeRoom(_ position: Int) {
    switch form {
    case .empty: break
    case .bools: while bools.count <= position { bools.appendSparingly(false) }
    case .words: while words.count <= position { words.appendSparingly(0) }
    case .strings: while stringIDs.count <= position { stringIDs.appendSparingly(0) }
    case .general: while values.count <= position { values.appendSparingly(.null) }
    }
  }

  /// Sparse: the last value takes the place of the one removed.
  private mutating func fillGap(_ position: Int) {
    switch form {
    case .empty: break
    case .bools: bools.swapRemove(position)
    case .words: words.swapRemove(position)
    case .strings: stringIDs.swapRemove(position)
    case .general: values.swapRemove(position)
    }
  }
}

extension Array {
  fileprivate mutating func swapRemove(_ position: Int) {
    let last = removeLast()
    if position < count { self[position] = last }
  }
}
