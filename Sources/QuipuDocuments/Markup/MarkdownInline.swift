import CLibXML2

/// The characters of one Markdown block without their marks.
///
/// One pass marks which bytes to leave out; brackets and emphasis wait on stacks, so that deep nesting costs no call
/// stack. Complexity: O(n), times the number of distinct lengths of backtick runs.
struct MarkdownInline {
  private struct Emphasis {
    var range: Range<Int>
    var left: Int
  }

  private let source: [UInt8]
  private var isDropped: [Bool]
  /// Characters to write in place of a byte: entities.
  private var replacements: [Int: [UInt8]] = [:]
  private var brackets: [(at: Int, isImage: Bool)] = []
  private var emphases: [UInt8: [Emphasis]] = [:]
  /// Lengths of backtick runs that have no partner further on.
  private var unmatchedRuns: Set<Int> = []

  static func text(_ source: [UInt8]) -> [UInt8] {
    guard source.contains(where: { "\\`*_[]<&~!".utf8.contains($0) }) else { return source }
    var inline = MarkdownInline(source)
    inline.run()
    return inline.result()
  }

  private init(_ source: [UInt8]) {
    self.source = source
    isDropped = Array(repeating: false, count: source.count)
  }

  private func result() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    for (i, byte) in source.enumerated() {
      if let replacement = replacements[i] { bytes.append(contentsOf: replacement) }
      if !isDropped[i] { bytes.append(byte) }
    }
    return bytes
  }

  private mutating func drop(_ range: Range<Int>) {
    for i in range { isDropped[i] = true }
  }

  private mutating func run() {
    var i = 0
    while i < source.count { i = step(i) }
  }

  /// Deals with what begins at the index and returns where to go on.
  private mutating func step(_ i: Int) -> Int {
    switch source[i] {
    case UInt8(ascii: "\\"):
      guard i + 1 < source.count, ASCII.isPunctuation(source[i + 1]) else { return i + 1 }
      drop(i..<i + 1)
      return i + 2
    case UInt8(ascii: "`"): return codeSpan(i)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return emphasis(i)
    case UInt8(ascii: "!") where i + 1 < source.count && source[i + 1] == UInt8(ascii: "["):
      brackets.append((i, true))
      return i + 2
    case UInt8(ascii: "["):
      brackets.append((i, false))
      return i + 1
    case UInt8(ascii: "]"): return link(i)
    case UInt8(ascii: "<"): return tag(i)
    case UInt8(ascii: "&"): return entity(i)
    default: return i + 1
    }
  }

  private func runLength(_ i: Int) -> Int { source[i...].prefix { $0 == source[i] }.count }

  private mutating func codeSpan(_ start: Int) -> Int {
    let length = runLength(start)
    guard !unmatchedRuns.contains(length) else { return start + length }
    var i = start + length
    while i < source.count {
      guard source[i] == UInt8(ascii: "`") else {
        i += 1
        continue
      }
      let other = runLength(i)
      if other == length {
        drop(start..<start + length)
        drop(i..<i + length)
        return i + length
      }
      i += other
    }
    unmatchedRuns.insert(length)
    return start + length
  }

  /// A run of `*`, `_` or `~~` closes an open run of the same mark, or stays open itself (CommonMark's flanking rules).
  private mutating func emphasis(_ start: Int) -> Int {
    let mark = source[start]
    let end = start + runLength(start)
    if mark == UInt8(ascii: "~"), end - start != 2 { return end }
    let (canOpen, canClose) = flanking(start..<end)
    var left = end - start
    if canClose {
      while left > 0, var opener = emphases[mark]?.popLast() {
        let used = min(left, opener.left)
        drop((opener.range.lowerBound + opener.left - used)..<(opener.range.lowerBound + opener.left))
        drop((end - left)..<(end - left + used))
        opener.left -= used
        left -= used
        if opener.left > 0 { emphases[mark]?.append(opener) }
      }
    }
    if canOpen, left > 0 { emphases[mark, default: []].append(Emphasis(range: (end - left)..<end, left: left)) }
    return end
  }

  private func flanking(_ run: Range<Int>) -> (canOpen: Bool, canClose: Bool) {
    let before = run.lowerBound > 0 ? source[run.lowerBound - 1] : 0x20
    let after = run.upperBound < source.count ? source[run.upperBound] : 0x20
    let isLeft = !ASCII.isSpace(after) && (!ASCII.isPunctuation(after) || !isWordByte(before))
    let isRight = !ASCII.isSpace(before) && (!ASCII.isPunctuation(before) || !isWordByte(after))
    guard source[run.lowerBound] == UInt8(ascii: "_") else { return (isLeft, isRight) }
    return (isLeft && !isWordByte(before), isRight && !isWordByte(after))
  }

  private func isWordByte(_ byte: UInt8) -> Bool { ASCII.isLetterOrDigit(byte) || byte >= 0x80 }

  /// At `]`: drops the marks and the target of `[text](target)`, `[text][label]`, `[text]`.
  private mutating func link(_ i: Int) -> Int {
    guard let opener = brackets.popLast() else { return i + 1 }
    let next = i + 1 < source.count ? source[i + 1] : 0
    var end: Int?
    if next == UInt8(ascii: "(") { end = closing(UInt8(ascii: ")"), from: i + 2) }
    if next == UInt8(ascii: "[") { end = closing(UInt8(ascii: "]"), from: i + 2) }
    guard let end else { return i + 1 }
    drop(opener.at..<opener.at + (opener.isImage ? 2 : 1))
    drop(i..<end + 1)
    return end + 1
  }

  /// Where the bracket closes, counting nested ones and passing over escapes; within 2,000 bytes.
  private func closing(_ mark: UInt8, from start: Int) -> Int? {
    let opening: UInt8 = mark == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
    var depth = 0
    var i = start
    while i < min(source.count, start + 2000) {
      if source[i] == mark {
        if depth == 0 { return i }
        depth -= 1
      } else if source[i] == opening {
        depth += 1
      } else if source[i] == UInt8(ascii: "\\") {
        i += 1
      }
      i += 1
    }
    return nil
  }

  /// `<https://…>` keeps the address; `<b>`, `</b>`, `<!-- … -->` go; `<br>` is a line break; any other `<` stays.
  private mutating func tag(_ i: Int) -> Int {
    guard let first = source[i...].dropFirst().first,
      ASCII.isLetter(first) || first == UInt8(ascii: "/") || first == UInt8(ascii: "!"),
      let end = source[i...].prefix(2000).firstIndex(of: UInt8(ascii: ">"))
    else { return i + 1 }
    let inside = String(decoding: source[(i + 1)..<end], as: UTF8.self)
    let isAddress = !inside.contains(" ") && (inside.contains("://") || inside.contains("@"))
    if isAddress {
      drop(i..<i + 1)
      drop(end..<end + 1)
    } else {
      drop(i..<end + 1)
      if inside.lowercased().hasPrefix("br") { replacements[i] = [0x0B] }
    }
    return end + 1
  }

  private mutating func entity(_ i: Int) -> Int {
    guard let end = source[i...].prefix(34).firstIndex(of: UInt8(ascii: ";")),
      let scalar = CharacterReference.scalar(String(decoding: source[(i + 1)..<end], as: UTF8.self))
    else { return i + 1 }
    var bytes: [UInt8] = []
    UTF8Text.append(scalar, to: &bytes)
    replacements[i] = bytes
    drop(i..<end + 1)
    return end + 1
  }
}

/// The characters that `&name;` and `&#number;` stand for in HTML 4.
enum CharacterReference {
  /// `name` is what stands between `&` and `;`. Control characters and surrogates are no characters here.
  static func scalar(_ name: String) -> UInt32? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap { $0 >= 0x20 && Unicode.Scalar($0) != nil ? $0 : nil }
    }
    if name == "apos" { return 0x27 }
    guard let found = name.withCString({ $0.withMemoryRebound(to: UInt8.self, capacity: 1) { htmlEntityLookup($0) } })
    else { return nil }
    return UInt32(found.pointee.value)
  }
}
