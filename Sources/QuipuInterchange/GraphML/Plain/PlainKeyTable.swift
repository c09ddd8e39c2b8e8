import QuipuCore
import QuipuGraph

/// A key as one kind of element uses it: what of `GraphMLKey` is asked for each data element, without reference counts.
struct PlainKey {
  enum Form { case integer, double, string, other }

  /// Position in the table's ids.
  let id: UInt32
  let role: GraphMLKey.Role
  let form: Form
  /// The property's number in the graph, once an element had it; `UInt32.max` before.
  var number: UInt32 = .max
  /// Of the first eight bytes of the id, and its length.
  let prefix: UInt64
  let length: Int

  init(_ key: GraphMLKey, id: UInt32, bytes: UnsafeBufferPointer<UInt8>) {
    self.id = id
    role = key.role
    form =
      switch key.form {
      case .long, .integerText: .integer
      case .double: .double
      case .string: .string
      default: .other
      }
    prefix = PlainKey.prefix(bytes)
    length = bytes.count
  }

  @inline(__always)
  static func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for i in 0..<min(8, bytes.count) { word = word << 8 | UInt64(bytes[i]) }
    return word
  }
}

/// The keys that nodes, or edges, use, numbered in order of first use.
struct PlainKeyTable {
  let element: String
  private var ids = StringInterner()
  private var keys: [PlainKey] = []
  private var declarations: [GraphMLKey] = []
  /// Writers give each element its data in one order: the key after the last one comes next.
  private var next = 0

  init(_ element: String) { self.element = element }

  subscript(_ i: Int) -> PlainKey {
    @inline(__always) get { keys[i] }
  }

  func declaration(_ i: Int) -> GraphMLKey { declarations[i] }

  /// The key's number, given now when it is new; one that no `<key>` declares becomes one of strings.
  @inline(__always)
  mutating func number(
    _ id: UnsafeBufferPointer<UInt8>, _ declared: inout GraphMLKeys
  ) -> Int {
    if next < keys.count, id.count <= 8, keys[next].length == id.count, keys[next].prefix == PlainKey.prefix(id) {
      let found = next
      next = found + 1 == keys.count ? 0 : found + 1
      return found
    }
    return lookUp(id, &declared)
  }

  mutating func number(of id: String, _ declared: inout GraphMLKeys) -> Int {
    var id = id
    return id.withUTF8 { number($0, &declared) }
  }

  @inline(never)
  private mutating func lookUp(_ id: UnsafeBufferPointer<UInt8>, _ declared: inout GraphMLKeys) -> Int {
    let known = ids.count
    let found = Int(ids.intern(id))
    if found == known {
      let key = declared.key(String(decoding: id, as: UTF8.self), element)
      keys.append(PlainKey(key, id: UInt32(found), bytes: id))
      declarations.append(key)
    }
    next = found + 1 == keys.count ? 0 : found + 1
    return found
  }

  /// The number of the key's property in the graph.
  @inline(__always)
  mutating func property(_ i: Int, _ graph: inout PropertyGraph) -> KeyID {
    if keys[i].number == .max { keys[i].number = graph.keyID(adding: declarations[i].name).rawValue }
    return KeyID(rawValue: keys[i].number)
  }

  func isNamed(_ i: Int, _ name: String) -> Bool { declarations[i].name == name }

  /// Keys got other names: the numbers that are known are no longer right.
  mutating func forgetNumbers() {
    for i in keys.indices { keys[i].number = .max }
  }
}
