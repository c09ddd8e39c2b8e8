/// Why the plain reader stops where it is.
enum PlainStop: Error {
  /// The bytes in the window are all read: move on in the file and begin the construct anew.
  case end
  /// Something that only libxml2 reads, or an error, which only libxml2 tells of.
  case doubt
}

/// Reads the constructs of XML that graph writers make straight from the bytes of a file: tags, attributes, character data
/// with the predefined and numeric entities, comments. What it passes is well-formed; whatever else there is in XML makes
/// it stop with `.doubt`, be it right or wrong.
///
/// The bytes lie in a window with zeros behind them, which no construct holds, so that no loop asks where the window ends.
struct PlainXMLScanner: ~Copyable {
  /// Bytes of the file, valid until the window moves on, or decoded ones, valid until the next construct begins.
  typealias Text = UnsafeBufferPointer<UInt8>

  struct Attribute {
    var name: Text
    var value: Text
  }

  var window: PlainWindow
  /// Where the next byte to read stands.
  var place: UnsafePointer<UInt8>
  /// `PlainXML.classes` at hand: a global is asked for each time whether it is there.
  private let classes = PlainXML.classes
  /// What decoded texts take of the window's scratch room.
  private var scratchUsed = 0

  init?(_ path: String) {
    guard let window = PlainWindow(path) else { return nil }
    self.window = window
    place = self.window.start
  }

  @inline(__always)
  private func has(_ byte: UInt8, _ bits: UInt8) -> Bool { classes[Int(byte)] & bits != 0 }

  /// Begins a construct of the document: what was decoded before is no longer needed.
  mutating func begin() { scratchUsed = 0 }

  /// Moves on in the file, keeping what stands from `mark` on, and goes back to it.
  mutating func moveOn(from mark: UnsafePointer<UInt8>) throws(PlainStop) {
    guard window.moveOn(from: mark) else { throw .doubt }
    place = window.start
  }

  /// The reason to stop here: near the window's end what is missing may be yet to come.
  @inline(never)
  func stop(at place: UnsafePointer<UInt8>) -> PlainStop {
    !window.isLast && window.limit - place < PlainWindow.padding ? .end : .doubt
  }

  @inline(__always)
  var isAtEnd: Bool { window.isLast && place == window.limit }

  @inline(__always)
  mutating func skipSpace() {
    var here = place
    while PlainXML.isSpace(here.pointee) { here += 1 }
    place = here
  }

  /// Whether these bytes stand here, which are then passed.
  @inline(__always)
  mutating func take(_ text: StaticString) -> Bool {
    let bytes = text.utf8Start
    let count = text.utf8CodeUnitCount
    for i in 0..<count where place[i] != bytes[i] { return false }
    place += count
    return true
  }

  /// Passes these bytes, which must stand here.
  @inline(__always)
  mutating func expect(_ text: StaticString) throws(PlainStop) {
    guard take(text) else { throw stop(at: place) }
  }

  /// Passes `</name` with what space follows, and `>`.
  @inline(__always)
  mutating func expectEnd(_ tag: StaticString) throws(PlainStop) {
    try expect(tag)
    if place.pointee != UInt8(ascii: ">") { skipSpace() }
    guard place.pointee == UInt8(ascii: ">") else { throw stop(at: place) }
    place += 1
  }

  /// The next attribute of a tag; nil at the tag's end, which stays to be read.
  @inline(__always)
  mutating func attribute() throws(PlainStop) -> Attribute? {
    let before = place
    skipSpace()
    let start = place
    var here = start
    guard has(here.pointee, PlainXML.nameStart) else {
      if here.pointee == UInt8(ascii: ">") || here.pointee == UInt8(ascii: "/") { return nil }
      throw stop(at: here)
    }
    guard start > before else { throw .doubt }
    repeat { here += 1 } while has(here.pointee, PlainXML.name)
    let name = Text(start: start, count: here - start)
    place = here
    if here.pointee != UInt8(ascii: "=") { skipSpace() }
    guard place.pointee == UInt8(ascii: "=") else { throw stop(at: place) }
    place += 1
    if PlainXML.isSpace(place.pointee) { skipSpace() }
    return Attribute(name: name, value: try value())
  }

  @inline(__always)
  private mutating func value() throws(PlainStop) -> Text {
    let quote = place.pointee
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw stop(at: place) }
    let start = place + 1
    var here = start
    while has(here.pointee, PlainXML.plainValue) { here += 1 }
    guard here.pointee == quote else { return try decode(start, until: quote) }
    place = here + 1
    return Text(start: start, count: here - start)
  }

  /// Passes `>` or `/>`; true for the latter.
  @inline(__always)
  mutating func tagEnd() throws(PlainStop) -> Bool {
    if place.pointee == UInt8(ascii: ">") {
      place += 1
      return false
    }
    try expect("/>")
    return true
  }

  /// The character data up to the next `<`, which stays to be read.
  @inline(__always)
  mutating func text() throws(PlainStop) -> Text {
    let start = place
    var here = start
    while has(here.pointee, PlainXML.plainText) { here += 1 }
    guard here.pointee == UInt8(ascii: "<") else { return try decode(start, until: UInt8(ascii: "<")) }
    place = here
    return Text(start: start, count: here - start)
  }

  /// Passes `<!--` and the comment behind it.
  mutating func comment() throws(PlainStop) {
    try expect("<!--")
    while true {
      if place.pointee == UInt8(ascii: "-"), place[1] == UInt8(ascii: "-") {
        guard place[2] == UInt8(ascii: ">") else { throw stop(at: place) }
        place += 3
        return
      }
      let length = PlainXML.scalarLength(place)
      guard length > 0 else { throw stop(at: place) }
      place += length
    }
  }
}

// Texts that are not read as they stand
extension PlainXMLScanner {
  /// A text with entities, line ends to be normalised (XML 1.0, sections 2.11 and 3.3.3) or other scalars than ASCII's.
  /// Ends before `<`, or after the quote.
  @inline(never)
  private mutating func decode(_ start: UnsafePointer<UInt8>, until end: UInt8) throws(PlainStop) -> Text {
    let isValue = end != UInt8(ascii: "<")
    // What is decoded is never longer than what it came from, so that the room of the window's size lasts.
    let target = window.scratch + scratchUsed
    var out = target
    var here = start
    while here.pointee != end {
      switch here.pointee {
      case UInt8(ascii: "&"):
        here += 1
        out += try entity(&here, out)
      case UInt8(ascii: "<"): throw stop(at: here)
      case UInt8(ascii: "]") where !isValue && here[1] == UInt8(ascii: "]"):
        // "]]>" is refused; two brackets alone are rare enough to leave them to libxml2 as well.
        throw .doubt
      case 0x0D:
        // The line feed may be the next window's first byte.
        guard here + 1 < window.limit else { throw stop(at: here) }
        out.pointee = isValue ? 0x20 : 0x0A
        out += 1
        here += here[1] == 0x0A ? 2 : 1
      case 0x0A where isValue, 0x09 where isValue:
        out.pointee = 0x20
        out += 1
        here += 1
      default:
        let length = PlainXML.scalarLength(here)
        guard length > 0 else { throw stop(at: here) }
        for i in 0..<length { out[i] = here[i] }
        out += length
        here += length
      }
    }
    place = isValue ? here + 1 : here
    // As the quote or bracket behind a text that is not decoded, a zero ends what is read as a number.
    out.pointee = 0
    scratchUsed += out - target + 1
    return Text(start: target, count: out - target)
  }

  /// Reads a reference behind its `&` and writes what it stands for; gives the length of that.
  private func entity(
    _ here: inout UnsafePointer<UInt8>, _ out: UnsafeMutablePointer<UInt8>
  ) throws(PlainStop) -> Int {
    let start = here
    while here - start < 12, here.pointee != UInt8(ascii: ";") {
      guard here.pointee != 0 else { throw stop(at: here) }
      here += 1
    }
    guard here.pointee == UInt8(ascii: ";"), let scalar = PlainXML.reference(Text(start: start, count: here - start))
    else { throw stop(at: here) }
    here += 1
    let encoded = Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter
    var count = 0
    for byte in encoded {
      out[count] = byte
      count += 1
    }
    return count
  }
}
