/// The defaults of one kind of element's keys, their texts at addresses that stay.
struct PlainDefaults: ~Copyable {
  private var entries: [(key: Int, text: UnsafeMutableBufferPointer<UInt8>)] = []

  init() {}

  deinit {
    for entry in entries { entry.text.deallocate() }
  }

  var isEmpty: Bool { entries.isEmpty }
  var indices: Range<Int> { entries.indices }

  /// - Parameter number: the key's number in the table of this kind of element.
  mutating func add(_ key: GraphMLKey, _ number: Int) {
    guard let text = key.defaultText else { return }
    // A zero at the end, so that no number is read on.
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count + 1)
    _ = bytes.initialize(from: Array(text.utf8) + [0])
    entries.append((number, bytes))
  }

  subscript(_ i: Int) -> (key: Int, text: UnsafeBufferPointer<UInt8>) {
    let (key, bytes) = entries[i]
    return (key, UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytes).dropLast()))
  }
}
