import QuipuCore

/// The known names of the world: countries, cities, organisations and what they are called.
///
/// All text stays in one block of bytes; entries are offsets into it, and a `String` is made when asked for.
public struct Gazetteer: Sendable {
  /// The columns of a gazetteer file. `kb`, `class` and `name` are required; the others may be left out.
  enum Column: Int, CaseIterable {
    case kb, `class`, name, aliases, adjectives, people, abbreviations, within, rank, attributes
  }

  /// In what way a surface form names its entry.
  public enum SurfaceKind: UInt8, Sendable, CaseIterable {
    /// The canonical name.
    case name
    case alias
    /// Of origin or belonging: 'Ukrainian'.
    case adjective
    /// Its people: 'Ukrainians'.
    case people
    /// 'UN', 'U.S.'.
    case abbreviation
  }

  let storage: GazetteerStorage

  /// An entry's index in `entries`, in the order of files and lines.
  public typealias Index = Int

  /// Nothing known.
  public init() { storage = GazetteerStorage() }

  init(storage: GazetteerStorage) { self.storage = storage }

  /// Reads tab-separated files, and folders of `.tsv` files in the order of their names. Throws every problem found:
  /// unknown classes, keys given twice, `within` that names no entry or goes round in a circle, ranks that are no
  /// numbers.
  public static func load(_ paths: [String], ontology: Ontology) throws(OntologyError) -> Gazetteer {
    var builder = GazetteerBuilder(ontology: ontology)
    for path in paths {
      do throws(OntologyError) {
        for file in try SourceFile.list(path, withExtension: "tsv") { builder.add(file: file) }
      } catch { builder.problems += error.problems }
    }
    return try builder.build()
  }

  /// Reads one text; `name` stands for the file in errors.
  public static func parse(
    _ text: String, name: String = "text", ontology: Ontology
  ) throws(OntologyError) -> Gazetteer {
    var builder = GazetteerBuilder(ontology: ontology)
    builder.add(Array(text.utf8), file: name)
    return try builder.build()
  }

  // MARK: Entries

  public var count: Int { storage.classes.count }
  public var isEmpty: Bool { count == 0 }

  /// Every entry, in the order of files and lines.
  public var entries: Entries { Entries(storage: storage) }

  /// The entry with this key in its knowledge base, such as `iso3166:UA`. Constant time.
  public func entry(kb: some StringProtocol) -> Entry? {
    let key = Array(kb.utf8)
    return storage.find(key).map { Entry(storage: storage, index: $0) }
  }

  /// Whether `a` lies in `b`, over any number of steps; true of an entry and itself. As long as the chain.
  public func isWithin(_ a: Index, _ b: Index) -> Bool {
    var node: Index? = a
    while let n = node {
      if n == b { return true }
      node = storage.within(n)
    }
    return false
  }

  // MARK: Bytes, for building matchers

  /// The bytes into which every range of this gazetteer points.
  public var bytes: [UInt8] { storage.bytes }

  /// The class of an entry, without an `Entry`.
  public func classID(of index: Index) -> ClassID { storage.classes[index] }

  /// The rank of an entry, without an `Entry`.
  public func rank(of index: Index) -> Int { Int(storage.ranks[index]) }

  /// Calls `body` with every form under which an entry may occur in text: entries in order, of each the name, then
  /// aliases, adjectives, people and abbreviations as listed. Ranges are byte offsets into `bytes`; none is empty.
  public func forEachSurface(_ body: (_ entry: Index, _ kind: SurfaceKind, _ range: ByteRange) -> Void) {
    let kinds: [(Column, SurfaceKind)] = [
      (.name, .name), (.aliases, .alias), (.adjectives, .adjective), (.people, .people),
      (.abbreviations, .abbreviation),
    ]
    for entry in 0..<count {
      for (column, kind) in kinds {
        let field = storage.range(entry, column)
        if kind == .name {
          body(entry, kind, field)
        } else {
          storage.forEachPart(of: field, separator: UInt8(ascii: "|")) { body(entry, kind, $0) }
        }
      }
    }
  }

  /// The entries as a collection of views.
  public struct Entries: RandomAccessCollection, Sendable {
    let storage: GazetteerStorage
    public var startIndex: Int { 0 }
    public var endIndex: Int { storage.classes.count }
    public subscript(index: Int) -> Entry { Entry(storage: storage, index: index) }
  }

  /// A view of one entry; its texts are made when asked for.
  public struct Entry: Sendable {
    let storage: GazetteerStorage
    public let index: Index

    public var kb: String { storage.text(index, .kb) }
    public var `class`: ClassID { storage.classes[index] }
    /// The canonical name.
    public var name: String { storage.text(index, .name) }
    public var aliases: [String] { storage.list(index, .aliases) }
    public var adjectives: [String] { storage.list(index, .adjectives) }
    public var people: [String] { storage.list(index, .people) }
    public var abbreviations: [String] { storage.list(index, .abbreviations) }
    /// The entry in which it lies or to which it belongs.
    public var within: Index? { storage.within(index) }
    /// Which of several entries of one name is meant when nothing else tells: the greater. 0 where not given.
    public var rank: Int { Int(storage.ranks[index]) }
    public var location: SourceLocation { storage.location(index) }

    /// `key=value` pairs in the order of the file.
    public var attributes: [(key: String, value: String)] {
      storage.parts(of: storage.range(index, .attributes), separator: UInt8(ascii: ";")).map { part in
        let bytes = storage.bytes[part.range]
        let equals = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.endIndex
        let value = equals < bytes.endIndex ? bytes[(equals + 1)...] : []
        return (String(decoding: bytes[..<equals], as: UTF8.self), String(decoding: value, as: UTF8.self))
      }
    }

    public func attribute(_ key: String) -> String? { attributes.first { $0.key == key }?.value }
  }
}
