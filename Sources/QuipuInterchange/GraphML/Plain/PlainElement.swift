import QuipuCore
import QuipuGraph

/// The value of one data element, not yet in the graph.
struct PlainValue {
  enum Kind { case integer, double, string, other }

  /// The key's number in its table.
  var key: Int
  var kind: Kind
  /// The integer, the bits of the double, the string's number, or the position among the other values.
  var word: UInt64
}

/// What was read of the node or edge at hand. One for the whole file, so that its arrays are made once.
struct PlainElement {
  typealias Text = UnsafeBufferPointer<UInt8>

  var id: Text?
  /// The id of the graph's own, where the file had to use another.
  var uid: Text?
  /// The label that our writer makes of name or id, or another's.
  var shownLabel: Text?
  /// Number of the text that names the labels, in the table of attributes' or that of data elements' texts.
  var labels: Int?
  var isLabelsAttribute = false
  var values: [PlainValue] = []
  var others: [PropertyValue] = []
  /// Keys that the element has data for; kept only where keys have defaults.
  var seen: [Int] = []

  var source: Text?
  var target: Text?
  /// Numbers in the table of types; the one by APOC's attribute goes behind that of the data.
  var type: Int?
  var attributeType: Int?
  var isUndirected = false

  @inline(__always)
  mutating func clear() {
    id = nil
    uid = nil
    shownLabel = nil
    labels = nil
    source = nil
    target = nil
    type = nil
    attributeType = nil
    values.removeAll(keepingCapacity: true)
    if !others.isEmpty { others.removeAll(keepingCapacity: true) }
    if !seen.isEmpty { seen.removeAll(keepingCapacity: true) }
  }
}

/// Sets of labels, or types, by the text that names them in the file. Their numbers in the graph are given with the first
/// element that has them.
struct PlainNames<ID: Sendable>: Sendable {
  private var texts = StringInterner()
  private var ids: [ID?] = []
  /// Elements of one kind often stand together.
  private var last: UInt32 = 0

  @inline(__always)
  mutating func number(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    if !texts.holds(text, at: last) { last = texts.intern(text) }
    return Int(last)
  }

  func text(_ number: Int) -> String { texts[UInt32(number)] }

  subscript(_ number: Int) -> ID? {
    @inline(__always) get { number < ids.count ? ids[number] : nil }
    set {
      while ids.count <= number { ids.append(nil) }
      ids[number] = newValue
    }
  }
}

/// Where a node stands whose id ends in its number, as in most files: as far before that number as the one found last.
struct PlainNodeGuess {
  private var offset: UInt32 = 0

  @inline(__always)
  mutating func find(_ id: UnsafeBufferPointer<UInt8>, in graph: borrowing PropertyGraph) -> NodeID? {
    let number = PlainNodeGuess.number(id)
    let guess = number &- offset
    let found = graph.node(withID: id, near: guess)
    if let found, found.rawValue != guess { offset = number &- found.rawValue }
    return found
  }

  /// The digits at the end, as far as nine of them.
  @inline(__always)
  private static func number(_ id: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var number: UInt32 = 0
    var power: UInt32 = 1
    var i = id.count - 1
    while i >= 0, id.count - i <= 9, id[i] &- 0x30 <= 9 {
      number += UInt32(id[i] &- 0x30) * power
      power &*= 10
      i -= 1
    }
    return number
  }
}
