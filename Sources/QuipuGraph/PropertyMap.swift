/// A map from names to values, its entries sorted by the keys' UTF-8 bytes, so that equal maps look and hash the same.
public struct PropertyMap: Hashable, Sendable {
  /// One key with its value.
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var value: PropertyValue

    public init(key: String, value: PropertyValue) {
      self.key = key
      self.value = value
    }

    public static func == (a: Entry, b: Entry) -> Bool { sameBytes(a.key, b.key) && a.value == b.value }
  }

  /// Sorted by key, every key once.
  public private(set) var entries: [Entry] = []

  public init() {}

  public static func == (a: PropertyMap, b: PropertyMap) -> Bool { a.entries.elementsEqual(b.entries) }

  /// Of two entries with one key the later stands. Complexity: O(n²) at worst, O(n) when the keys come sorted.
  public init(_ pairs: some Sequence<(key: String, value: PropertyValue)>) {
    for (key, value) in pairs { self[key] = value }
  }

  public var count: Int { entries.count }
  public var isEmpty: Bool { entries.isEmpty }

  /// Setting nil removes the key; `.null` is a value like any other here. Complexity: O(log n) to read.
  public subscript(key: String) -> PropertyValue? {
    get {
      let i = position(of: key)
      return i < entries.count && sameBytes(entries[i].key, key) ? entries[i].value : nil
    }
    set {
      let i = position(of: key)
      let isThere = i < entries.count && sameBytes(entries[i].key, key)
      switch (newValue, isThere) {
      case (let value?, true): entries[i].value = value
      case (let value?, false): entries.insert(Entry(key: key, value: value), at: i)
      case (nil, true): entries.remove(at: i)
      case (nil, false): break
      }
    }
  }

  /// The first entry whose key is not before `key`.
  private func position(of key: String) -> Int {
    if let last = entries.last, precedes(last.key, key) { return entries.count }
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if precedes(entries[middle].key, key) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension PropertyMap: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, PropertyValue)...) {
    self.init(elements.map { (key: $0.0, value: $0.1) })
  }
}

/// Whether two strings have the same UTF-8 bytes. Swift's `==` also equates canonically equivalent strings, which the
/// interner, the exports and openCypher keep apart.
func sameBytes(_ a: String, _ b: String) -> Bool {
  a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
}

/// Order by UTF-8 bytes, which is the order of the Unicode scalars.
func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
