/// Misspelt, shortened and stretched words, each with the word that is meant: 'beacuse', 'ppl', 'sooooo'. What else is
/// known of words is asked of that word.
///
/// Forms are looked up by hash, so some that are not in the table are found too; what does not begin like the word is
/// refused, which leaves about one in 200,000 unknown words. Reentrant. A view into a `ModelFile`, which it keeps.
public struct Spellings: Sendable {
  /// Longer runs of one letter are cut to this when a form is looked up.
  static let longestRun = 3

  private let forms: FormTable
  // Views into the file, which is read only: safe to share.
  private nonisolated(unsafe) let ends: UnsafeBufferPointer<UInt32>
  private nonisolated(unsafe) let words: UnsafeBufferPointer<UInt8>

  /// Reads the sections whose names begin with `name.`.
  public init(_ file: ModelFile, _ name: String = "vocabulary.spellings") throws(ModelError) {
    ends = try file.integers(name + ".ends")
    words = try file.integers(name + ".words")
    forms = try FormTable(file, name, limit: ends.count)
    var last: UInt32 = 0
    for end in ends {
      guard end > last, Int(end) <= words.count else {
        throw file.malformed(name + ".ends", "has a word of no length, or beyond the last")
      }
      last = end
    }
  }

  /// The word that is meant by a folded form, whose hash is known; nil where the form is not in the table. Valid as long
  /// as the file. Complexity: O(bytes).
  public func word(for folded: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UnsafeBufferPointer<UInt8>? {
    guard let number = forms.value(hash) ?? Spellings.hashOfCut(folded).flatMap(forms.value) else { return nil }
    let start = number == 0 ? 0 : Int(ends[Int(number) - 1])
    let word = UnsafeBufferPointer(rebasing: words[start..<Int(ends[Int(number)])])
    return word.first == folded.first ? word : nil
  }

  /// The hash of the form with its runs cut; nil when none is too long.
  private static func hashOfCut(_ folded: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var hash = FeatureHash.seed
    var (last, run, isCut) = (UInt8(0), 0, false)
    for byte in folded {
      run = byte == last ? run + 1 : 1
      last = byte
      if run > longestRun {
        isCut = true
      } else {
        hash = FeatureHash.step(hash, byte)
      }
    }
    return isCut ? FeatureHash.finish(hash) : nil
  }
}

extension ModelFileBuilder {
  /// Adds what `Spellings` reads; forms and words are folded. What does not begin with the same byte is left out, and
  /// so are words beyond the first 65,536.
  public mutating func addSpellings(
    _ entries: [(form: [UInt8], word: [UInt8])], as name: String = "vocabulary.spellings"
  ) {
    var numbers: [[UInt8]: UInt16] = [:]
    var (ends, words): ([UInt32], [UInt8]) = ([], [])
    var forms: [(hash: UInt32, value: UInt16)] = []
    for (form, word) in entries where !word.isEmpty && form.first == word.first {
      guard let number = numbers[word] ?? UInt16(exactly: ends.count) else { continue }
      if Int(number) == ends.count {
        numbers[word] = number
        words += word
        ends.append(UInt32(words.count))
      }
      forms.append((form.withUnsafeBufferPointer { FeatureHash.bytes($0) }, number))
    }
    add(name, forms: forms)
    add(name + ".ends", integers: ends)
    add(name + ".words", integers: words)
  }
}
