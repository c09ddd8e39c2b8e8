import QuipuCore
import QuipuGraph

/// A colour in the screen's three parts, 0 … 255 each.
struct Colour: Hashable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 0xFF)
    green = UInt8(hex >> 8 & 0xFF)
    blue = UInt8(hex & 0xFF)
  }

  /// `#RRGGBB`.
  var hex: String { "#" + [red, green, blue].map(Colour.twoHexDigits).joined() }

  private static func twoHexDigits(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}

/// One colour for each kind of thing: a node's kind is the second widest of its labels (those that most nodes share), that
/// is, the class right below the root, so that persons are told from organizations and cities from countries. Light enough
/// for black letters (Brewer's Set3), chosen by the class's name.
struct ClassColours {
  private static let palette: [UInt32] = [
    0x8DD3C7, 0xFFFFB3, 0xBEBADA, 0xFB8072, 0x80B1D3, 0xFDB462, 0xB3DE69, 0xFCCDE5, 0xD9D9D9, 0xBC80BD, 0xCCEBC5,
    0xFFED6F,
  ]
  private static let plain = Colour(0xEEEEEE)
  private var colours: [String: Colour] = [:]
  private var sizes: [String: Int] = [:]

  init(_ graph: PropertyGraph) {
    for i in 0..<graph.labelCount {
      let label = LabelID(rawValue: UInt16(i))
      let name = graph.name(of: label)
      sizes[name] = graph.nodes(label: label).count
    }
    // Only labels that are some node's kind get a colour, so that the palette lasts.
    var kinds: Set<String> = []
    for node in graph.nodes { if let kind = kind(graph.labels(of: node)) { kinds.insert(kind) } }
    var taken: Set<Int> = []
    for kind in kinds.sorted() {
      let slot = ClassColours.slot(kind, taken)
      taken.insert(slot)
      colours[kind] = Colour(ClassColours.palette[slot])
    }
  }

  /// The place in the palette that the name's hash chooses, or the next free one while there is any: a class has the same
  /// colour in every graph unless another one got there first.
  private static func slot(_ kind: String, _ taken: Set<Int>) -> Int {
    let start = Int(StableHash.hash(kind) % UInt64(palette.count))
    let free = (0..<palette.count).lazy.map { (start + $0) % palette.count }.first { !taken.contains($0) }
    return free ?? start
  }

  private func kind(_ labels: [String]) -> String? {
    let root = widest(labels)
    return widest(labels.filter { $0 != root }) ?? root
  }

  /// Of labels that equally many nodes have the first, which no other node tells from them.
  private func widest(_ labels: [String]) -> String? {
    var best: String?
    for label in labels where best == nil || sizes[label, default: 0] > sizes[best ?? "", default: 0] { best = label }
    return best
  }

  func colour(_ labels: [String]) -> Colour {
    kind(labels).flatMap { colours[$0] } ?? ClassColours.plain
  }
}
