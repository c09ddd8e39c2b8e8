/// What is known of word forms before any context is looked at, as part of a model file: the lexicon's classes, word
/// clusters and word vectors. All trained stages read their records through it, when they learn as when they are used.
///
/// Reentrant. A view into a `ModelFile`, which it keeps.
public struct Vocabulary: Sendable {
  private let forms: FormTable
  // Into the file, which is read only: safe to share.
  private nonisolated(unsafe) let entries: UnsafeBufferPointer<UInt32>
  private let vectors: WordVectors?
  private let spellings: Spellings?
  private let file: ModelFile

  /// Reads the sections whose names begin with `vocabulary.`.
  public init(_ file: ModelFile) throws(ModelError) {
    entries = try file.integers("vocabulary.entries")
    guard entries.count % 2 == 0 else {
      throw file.malformed("vocabulary.entries", "is no table of classes and clusters")
    }
    forms = try FormTable(file, "vocabulary.forms", limit: entries.count / 2)
    vectors = file.hasSection("vocabulary.vectors.keys") ? try WordVectors(file, "vocabulary.vectors") : nil
    spellings = file.hasSection("vocabulary.spellings.keys") ? try Spellings(file) : nil
    self.file = file
  }

  /// Fills the slots `lexicon`, `clusters` and `code` of the records of a closed sentence by their folded forms; 0 for
  /// what is not known. Unknown words that are another one's spelling are respelt. Allocates nothing. Complexity:
  /// O(tokens), and bytes of unknown ones.
  public func fill(_ records: TokenRecords) {
    let first = records.first
    for i in 0..<records.count {
      fill(&first[i])
      if first[i].lexicon | first[i].clusters == 0 { respell(records, i) }
    }
  }

  /// Capitals within a sentence are names, which are as they are.
  private func respell(_ records: TokenRecords, _ index: Int) {
    let flags = records.first[index].flags
    guard let spellings, !flags.contains(.isAddress), !flags.contains(.hasDigit),
      !flags.contains(.startsUpper) || flags.contains(.isFirst) || flags.contains(.isShouted)
    else { return }
    let hash = records.first[index].folded
    guard let word = records.withFolded(index, { spellings.word(for: $0, hash: hash) }) else { return }
    records.respell(index, as: word)
    fill(&records.first[index])
  }

  /// Fills the slots of one record.
  @inline(__always)
  public func fill(_ record: inout TokenRecord) {
    record.code = vectors?.code(record.folded) ?? .none
    guard let entry = forms.value(record.folded) else {
      record.lexicon = 0
      record.clusters = 0
      return
    }
    record.lexicon = entries[Int(entry) * 2]
    record.clusters = entries[Int(entry) * 2 + 1]
  }

  /// What is known of a form as it stands in text. For tests and tools: allocates.
  public func entry(_ form: String) -> VocabularyEntry {
    var record = TokenRecord()
    var folded: [UInt8] = []
    Array(form.utf8).withUnsafeBufferPointer { TokenRecords.read($0, into: &record, folded: &folded) }
    fill(&record)
    return VocabularyEntry(classes: WordClasses(rawValue: record.lexicon), clusters: record.clusters)
  }

  /// The code of a form's vector. For tests and tools: allocates.
  public func code(_ form: String) -> WordCode {
    vectors?.code(Array(form.utf8).withUnsafeBufferPointer { FormFolding.hash($0) }) ?? .none
  }
}

/// What a vocabulary says of a form.
public struct VocabularyEntry: Sendable, Hashable {
  public var classes: WordClasses
  /// Fine cluster in the lower 16 bits, coarse one above, each from 1; 0 for none.
  public var clusters: UInt32

  public init(classes: WordClasses = [], clusters: UInt32 = 0) {
    self.classes = classes
    self.clusters = clusters
  }

  public static let none = VocabularyEntry()
}

extension ModelFileBuilder {
  /// Adds what `Vocabulary` reads: one entry a form, by the hash of the folded form. Of more than 65,536 distinct
  /// entries the later ones are left out.
  public mutating func addVocabulary(_ forms: [(hash: UInt32, entry: VocabularyEntry)]) {
    var numbers: [VocabularyEntry: UInt16] = [:]
    var entries: [UInt32] = []
    var values: [(hash: UInt32, value: UInt16)] = []
    for (hash, entry) in forms where entry != .none {
      guard let number = numbers[entry] ?? UInt16(exactly: numbers.count) else { continue }
      if Int(number) == numbers.count {
        numbers[entry] = number
        entries += [entry.classes.rawValue, entry.clusters]
      }
      values.append((hash, number))
    }
    add("vocabulary.forms", forms: values)
    add("vocabulary.entries", integers: entries, columns: 2)
  }
}
