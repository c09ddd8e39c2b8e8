import QuipuCore

/// Reads gazetteer files into columns, then ties `within` to entries.
struct GazetteerBuilder {
  let ontology: Ontology
  var problems: [Problem] = []
  private var bytes: [UInt8] = []
  private var fields: [ByteRange] = []
  private var classes: [ClassID] = []
  private var ranks: [Int64] = []
  private var lines: [UInt32] = []
  private var files: [(first: Int, name: String)] = []
  private var slots: [UInt32] = []
  /// The last class name met, by its bytes: files are sorted by class.
  private var lastClass: (name: [UInt8], id: ClassID?) = ([], nil)

  init(ontology: Ontology) { self.ontology = ontology }

  private typealias Column = Gazetteer.Column
  private static let stride = GazetteerStorage.columnCount

  // MARK: Reading

  mutating func add(file: String) {
    do throws(OntologyError) { add(try SourceFile.read(file), file: file) } catch { problems += error.problems }
  }

  mutating func add(_ content: [UInt8], file: String) {
    do throws(OntologyError) {
      guard bytes.count + content.count < Int(UInt32.max) else {
        throw OntologyError(file, "the gazetteer is over 4 GiB with this file; leave files out")
      }
      var scanner = try TableScanner(content, file: file)
      let source = try Self.columns(of: scanner)
      files.append((classes.count, file))
      let base = UInt32(bytes.count)
      if bytes.isEmpty { bytes = content } else { bytes += content }
      reserve(content.count / 100)
      var rows = 0
      scanner.forEachRow { line, row in
        rows += 1
        addRow(line, row, source, base)
      }
      problems += scanner.problems
      if rows == 0 && scanner.problems.isEmpty {
        throw OntologyError(file, "the file has a header but no entries; add some or take the file away")
      }
    } catch { problems += error.problems }
  }

  /// Makes room for about so many more entries.
  private mutating func reserve(_ more: Int) {
    let rows = classes.count + more
    fields.reserveCapacity(rows * Self.stride)
    classes.reserveCapacity(rows)
    ranks.reserveCapacity(rows)
    lines.reserveCapacity(rows)
  }

  /// For each column of the gazetteer the column of the file, or -1.
  private static func columns(of scanner: TableScanner) throws(OntologyError) -> [Int] {
    let names = Column.allCases.map { "\($0)" }
    for c in scanner.columns where !names.contains(c) {
      let known = "\(NearestName.hint(c, among: names)); a gazetteer has: \(names.joined(separator: ", "))"
      throw OntologyError(scanner.file, line: scanner.line, "unknown column '\(c)'" + known)
    }
    for required in [Column.kb, .class, .name] { _ = try scanner.find("\(required)") }
    return names.map { scanner.columns.firstIndex(of: $0) ?? -1 }
  }

  private mutating func addRow(_ line: Int, _ row: [ByteRange], _ source: [Int], _ base: UInt32) {
    let firstField = fields.count
    for column in source {
      let range = column < 0 ? ByteRange(0, 0) : row[column]
      fields.append(column < 0 ? range : ByteRange(range.start + base, range.end + base))
    }
    lines.append(UInt32(truncatingIfNeeded: line))
    classes.append(classID(fields[firstField + Column.class.rawValue], line))
    ranks.append(rank(fields[firstField + Column.rank.rawValue], line))
    for column in [Column.kb, .name] where fields[firstField + column.rawValue].isEmpty {
      problem(line, "the column '\(column)' is empty; fill it or take the line out")
    }
  }

  private mutating func problem(_ line: Int, _ message: String) {
    problems.append(Problem(SourceLocation(file: files.last?.name ?? "", line: line), message))
  }

  private mutating func classID(_ range: ByteRange, _ line: Int) -> ClassID {
    if !lastClass.name.isEmpty, bytes[range.range].elementsEqual(lastClass.name), let id = lastClass.id { return id }
    let name = String(decoding: bytes[range.range], as: UTF8.self)
    guard let id = ontology.classID(name) else {
      let hint = ontology.nearestClass(to: name).map { " (did you mean \($0)?)" } ?? ""
      problem(line, "the ontology has no class '\(name)'; declare it or correct the name\(hint)")
      return ClassID(rawValue: 0)
    }
    lastClass = (Array(bytes[range.range]), id)
    return id
  }

  /// A decimal integer of at most 18 digits (populations pass 32 bits); 0 where the field is empty.
  private mutating func rank(_ range: ByteRange, _ line: Int) -> Int64 {
    let digits = bytes[range.range]
    var value: Int64 = 0
    for d in digits where (48...57).contains(d) && digits.count <= 18 { value = value * 10 + Int64(d - 48) }
    if digits.count > 18 || !digits.allSatisfy({ (48...57).contains($0) }) {
      let text = String(decoding: digits, as: UTF8.self)
      problem(line, "the rank '\(text)' is not a whole number of at most 18 digits; correct it")
    }
    return value
  }

  // MARK: Tying together

  mutating func build() throws(OntologyError) -> Gazetteer {
    indexKeys()
    let around = resolveWithin()
    checkCircles(around)
    guard problems.isEmpty else { throw OntologyError(problems) }
    let storage = GazetteerStorage(
      bytes: bytes, fields: fields, classes: classes, ranks: ranks, around: around, lines: lines, files: files,
      slots: slots)
    return Gazetteer(storage: storage)
  }

  private func field(_ entry: Int, _ column: Column) -> ByteRange { fields[entry * Self.stride + column.rawValue] }

  private func location(_ entry: Int) -> SourceLocation {
    SourceLocation(file: files.last { $0.first <= entry }?.name ?? "", line: Int(lines[entry]))
  }

  private func text(_ range: ByteRange) -> String { String(decoding: bytes[range.range], as: UTF8.self) }

  /// The slot that holds the key, or the empty one where it belongs.
  private func slot(of key: ByteRange) -> Int {
    bytes.withUnsafeBufferPointer { b in
      let wanted = UnsafeBufferPointer(rebasing: b[key.range])
      var slot = Int(truncatingIfNeeded: StableHash.hash(wanted)) & (slots.count - 1)
      while slots[slot] != GazetteerStorage.none {
        let known = field(Int(slots[slot]), .kb)
        if known.count == wanted.count && UnsafeBufferPointer(rebasing: b[known.range]).elementsEqual(wanted) { break }
        slot = (slot + 1) & (slots.count - 1)
      }
      return slot
    }
  }

  private mutating func indexKeys() {
    var capacity = 16
    while capacity < classes.count * 2 { capacity *= 2 }
    slots = Array(repeating: GazetteerStorage.none, count: capacity)
    for entry in classes.indices where !field(entry, .kb).isEmpty {
      let slot = slot(of: field(entry, .kb))
      if slots[slot] == GazetteerStorage.none {
        slots[slot] = UInt32(entry)
      } else {
        let first = location(Int(slots[slot]))
        let message = "the key '\(text(field(entry, .kb)))' is taken (\(first))"
        problems.append(Problem(location(entry), message + "; give this entry another or merge the two"))
      }
    }
  }

  private mutating func resolveWithin() -> [UInt32] {
    var around = Array(repeating: GazetteerStorage.none, count: classes.count)
    for entry in classes.indices {
      let key = field(entry, .within)
      if key.isEmpty { continue }
      around[entry] = slots[slot(of: key)]
      if around[entry] == GazetteerStorage.none {
        let message = "within '\(text(key))', which no entry has as its key; add that entry or correct the key"
        problems.append(Problem(location(entry), message))
      }
    }
    return around
  }

  /// Chains of `within` must end; each circle is told once, at the entry where the walk met it.
  private mutating func checkCircles(_ around: [UInt32]) {
    var seenBy = Array(repeating: UInt32(0), count: around.count)
    for start in around.indices where seenBy[start] == 0 && around[start] != GazetteerStorage.none {
      let walk = UInt32(start) + 1
      var node = start
      while seenBy[node] == 0 && around[node] != GazetteerStorage.none {
        seenBy[node] = walk
        node = Int(around[node])
      }
      if seenBy[node] == walk {
        let message = "'\(text(field(node, .kb)))' lies within itself; correct the column 'within' of one of its chain"
        problems.append(Problem(location(node), message))
      }
    }
  }
}
