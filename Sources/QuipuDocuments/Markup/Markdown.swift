import CLibXML2
import QuipuCore

/// Markdown (CommonMark's common parts, GitHub's tables): its readable text.
///
/// Headings, paragraphs, quotations and code become blocks separated by blank lines; list items keep their marker, on
/// lines of their own; link targets, emphasis marks, rules, HTML tags and comments go. Two passes, lines into blocks and
/// then the characters of each block; nothing recurses. Complexity: O(n).
struct Markdown {
  private enum Open: Equatable {
    case none, paragraph, item
    case code(fence: ArraySlice<UInt8>)
    case comment
  }

  private var blocks = TextBlocks()
  private var open = Open.none
  private var pending: [UInt8] = []
  private var marker = ""
  private var title: String?

  static func draft(_ bytes: [UInt8]) -> Draft {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    let matter = FrontMatter(&lines)
    var reader = Markdown()
    for line in lines { reader.add(line.last == 0x0D ? line.dropLast() : line) }
    reader.close()
    let text = reader.blocks.text()
    return Draft(title: matter.title ?? reader.title, date: matter.date ?? DateLine.date(in: text), bytes: text)
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    switch open {
    case .code(let fence): return addCode(line, fence)
    case .comment:
      if contains(line, "-->") { open = .none }
      return
    default: break
    }
    var content = line
    let indent = stripIndent(&content)
    content = withoutQuoteMarks(content)
    if content.isEmpty { return close() }
    if indent >= 4, open == .none { return addIndented(line) }
    if let fence = fence(content) { return begin(.code(fence: fence)) }
    if content.starts(with: "<!--".utf8), !contains(content, "-->") { return begin(.comment) }
    if addHeading(content) || addUnderline(content) || isRule(content) || isDefinition(content) { return }
    if addRow(content) { return }
    if let (mark, length) = listMarker(content) {
      begin(.item)
      marker = mark
      content = UTF8Text.trimmed(content.dropFirst(length))
      if content.starts(with: "[ ] ".utf8) || content.starts(with: "[x] ".utf8) { content = content.dropFirst(4) }
    } else if open == .none {
      begin(.paragraph)
    }
    let isHardBreak = line.suffix(2).elementsEqual("  ".utf8) || line.last == UInt8(ascii: "\\")
    pending.append(contentsOf: content.last == UInt8(ascii: "\\") ? content.dropLast() : content)
    pending.append(isHardBreak ? 0x0B : 0x20)
  }

  private mutating func begin(_ kind: Open) {
    close()
    open = kind
  }

  /// Ends the open block. A vertical tab stands for a hard line break in `pending`.
  private mutating func close() {
    let kind: TextBlocks.Kind = open == .item ? .item : .paragraph
    if !pending.isEmpty {
      if kind == .item { blocks.append(marker + " ") }
      addInline(pending)
      pending.removeAll(keepingCapacity: true)
    }
    blocks.endBlock(kind)
    open = .none
  }

  private mutating func addInline(_ source: [UInt8]) {
    let pieces = MarkdownInline.text(source).split(separator: 0x0B)
    for (i, piece) in pieces.enumerated() {
      if i > 0 { blocks.breakLine() }
      piece.withUnsafeBufferPointer { blocks.append($0) }
    }
  }

  private mutating func addCode(_ line: ArraySlice<UInt8>, _ fence: ArraySlice<UInt8>) {
    let trimmed = UTF8Text.trimmed(line)
    if trimmed.count >= fence.count, trimmed.allSatisfy({ $0 == fence.first }) {
      blocks.endBlock(.preformatted)
      open = .none
      return
    }
    (Array(line) + [0x0A]).withUnsafeBufferPointer { blocks.appendPreformatted($0) }
  }

  private mutating func addIndented(_ line: ArraySlice<UInt8>) {
    UTF8Text.trimmed(line).withUnsafeBufferPointer { blocks.append($0) }
    blocks.endBlock(.preformatted)
  }

  /// `# Heading #`.
  private mutating func addHeading(_ content: ArraySlice<UInt8>) -> Bool {
    let level = content.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return false }
    var rest = content.dropFirst(level)
    guard rest.isEmpty || rest.first == 0x20 || rest.first == 0x09 else { return false }
    close()
    rest = UTF8Text.trimmed(rest)
    let marks = rest.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    if marks > 0, marks == rest.count || rest.dropLast(marks).last == 0x20 {
      rest = UTF8Text.trimmed(rest.dropLast(marks))
    }
    addHeadingText(Array(rest), level: level)
    return true
  }

  /// `=====` or `-----` below a paragraph makes it a heading.
  private mutating func addUnderline(_ content: ArraySlice<UInt8>) -> Bool {
    guard open == .paragraph, let mark = content.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"),
      UTF8Text.trimmed(content).allSatisfy({ $0 == mark })
    else { return false }
    let text = pending
    pending.removeAll(keepingCapacity: true)
    addHeadingText(text, level: mark == UInt8(ascii: "=") ? 1 : 2)
    open = .none
    return true
  }

  private mutating func addHeadingText(_ source: [UInt8], level: Int) {
    addInline(source)
    let before = blocks.blocks.count
    blocks.endBlock(.paragraph)
    guard level == 1, title == nil, blocks.blocks.count > before, let block = blocks.blocks.last else { return }
    title = UTF8Text.cleaned(String(decoding: blocks.bytes[block.range], as: UTF8.self))
  }

  /// A table's row becomes a line with its cells apart by tabs; the line of dashes below its head goes.
  private mutating func addRow(_ content: ArraySlice<UInt8>) -> Bool {
    guard content.first == UInt8(ascii: "|"), UTF8Text.trimmed(content).last == UInt8(ascii: "|") else { return false }
    close()
    if content.allSatisfy({ "|-: ".utf8.contains($0) }) { return true }
    let cells = UTF8Text.trimmed(content).dropFirst().dropLast().split(separator: UInt8(ascii: "|"))
    let texts = cells.map { UTF8Text.trimmed(MarkdownInline.text(Array($0))[...]) }
    Array(texts.joined(separator: [0x09])).withUnsafeBufferPointer { blocks.appendPreformatted($0) }
    blocks.endBlock(.row)
    return true
  }

  /// Takes leading spaces off; a tab counts four.
  private func stripIndent(_ content: inout ArraySlice<UInt8>) -> Int {
    var width = 0
    while let first = content.first, first == 0x20 || first == 0x09 {
      width += first == 0x20 ? 1 : 4
      content = content.dropFirst()
    }
    while let last = content.last, ASCII.isSpace(last) { content = content.dropLast() }
    return width
  }

  private func withoutQuoteMarks(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = content
    while rest.first == UInt8(ascii: ">") { rest = UTF8Text.trimmed(rest.dropFirst()) }
    return rest
  }

  private func fence(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let mark = content.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let fence = content.prefix { $0 == mark }
    let isInline = mark == UInt8(ascii: "`") && content.dropFirst(fence.count).contains(mark)
    return fence.count >= 3 && !isInline ? fence : nil
  }

  /// `***`, `- - -`, `___`.
  private mutating func isRule(_ content: ArraySlice<UInt8>) -> Bool {
    guard let mark = content.first, "*-_".utf8.contains(mark) else { return false }
    let marks = content.filter { $0 != 0x20 && $0 != 0x09 }
    guard marks.count >= 3, marks.allSatisfy({ $0 == mark }) else { return false }
    close()
    return true
  }

  /// `[label]: target`, which shows nowhere.
  private func isDefinition(_ content: ArraySlice<UInt8>) -> Bool {
    guard open == .none, content.first == UInt8(ascii: "["), let end = content.firstIndex(of: UInt8(ascii: "]")) else {
      return false
    }
    return content[(end + 1)...].first == UInt8(ascii: ":")
  }

  /// The marker as it is to be written, and the bytes it takes.
  private func listMarker(_ content: ArraySlice<UInt8>) -> (String, Int)? {
    guard let first = content.first else { return nil }
    if "-*+".utf8.contains(first) {
      let rest = content.dropFirst()
      return rest.isEmpty || rest.first == 0x20 || rest.first == 0x09 ? ("-", 1) : nil
    }
    let digits = content.prefix(while: ASCII.isDigit)
    guard (1...9).contains(digits.count) else { return nil }
    let rest = content.dropFirst(digits.count)
    guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"), rest.dropFirst().first == 0x20,
      open != .paragraph || digits.elementsEqual("1".utf8)
    else { return nil }
    return (String(decoding: digits, as: UTF8.self) + ".", digits.count + 1)
  }

  private func contains(_ line: ArraySlice<UInt8>, _ mark: StaticString) -> Bool {
    String(decoding: line, as: UTF8.self).contains(mark.description)
  }
}

/// `title:` and `date:` between two lines of dashes at the head of a file (YAML's simplest form).
struct FrontMatter {
  var title: String?
  var date: CivilDate?

  /// Takes its lines off; leaves them when there is no closing line within the first 200.
  init(_ lines: inout ArraySlice<ArraySlice<UInt8>>) {
    guard let first = lines.first, UTF8Text.trimmed(first).elementsEqual("---".utf8) else { return }
    let rest = lines.dropFirst().prefix(200)
    guard
      let end = rest.firstIndex(where: {
        ["---", "..."].contains(String(decoding: UTF8Text.trimmed($0), as: UTF8.self))
      })
    else { return }
    for line in rest[..<end] { add(String(decoding: line, as: UTF8.self)) }
    lines = lines[(end + 1)...]
  }

  private mutating func add(_ line: String) {
    let pair = line.split(separator: ":", maxSplits: 1)
    guard pair.count == 2, var value = UTF8Text.cleaned(String(pair[1])) else { return }
    if value.count >= 2, let mark = value.first, mark == value.last, mark == "\"" || mark == "'" {
      value = String(value.dropFirst().dropLast())
    }
    switch pair[0].lowercased() {
    case "title": title = title ?? UTF8Text.cleaned(value)
    case "date", "published", "pubdate": date = date ?? DateText.field(value)
    default: break
    }
  }
}
