import QuipuLanguage

/// Brings names of sources that mark whole noun phrases to the convention of the others: no article, no title, no
/// possessive, no apposition.
enum NameTrimming {
  private static let articles: Set<[UInt8]> = words("the a an this that these those our his her their its my your")
  private static let joints: Set<[UInt8]> = words("of for & - 's ' de la le du von van der al el and in on to")
  /// Forms of address and posts before a person's name.
  private static let titles: Set<[UInt8]> = words(
    """
    mr mr. mrs mrs. ms ms. miss dr dr. doctor prof prof. professor sir lord lady dame rev rev. reverend father sister \
    president vice premier prime minister chancellor senator sen. sen representative rep. rep governor gov. gov mayor \
    king queen prince princess emperor empress pope bishop archbishop cardinal saint judge justice chief general gen. \
    colonel col. captain capt. capt major maj. lieutenant lt. sergeant sgt. admiral commander officer detective \
    director secretary attorney chairman chairwoman chair ceo coach professor ambassador congressman congresswoman \
    councillor councilman deputy administrator commissioner spokesman spokeswoman editor founder actor actress author
    """)

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) })
  }

  /// The name in a noun phrase around its proper nouns: with the capitalised words beside them, and those that 'of'
  /// and the like join to them.
  static func name(around core: Range<Int>, in phrase: Range<Int>, forms: [[UInt8]]) -> Range<Int> {
    let phrase = min(phrase.lowerBound, core.lowerBound)..<max(phrase.upperBound, core.upperBound)
    var (start, end) = (core.lowerBound, core.upperBound)
    while start > phrase.lowerBound, isCapital(forms[start - 1]), !articles.contains(folded(forms[start - 1])) {
      start -= 1
    }
    while end < phrase.upperBound {
      var next = end
      while next < phrase.upperBound, next - end < 2,
        joints.contains(folded(forms[next])) || (next > end && articles.contains(folded(forms[next])))
      { next += 1 }
      guard next < phrase.upperBound, isCapital(forms[next]), !(next > end && folded(forms[end]) == Array("and".utf8))
      else { break }
      end = next + 1
    }
    return start..<end
  }

  /// The names without overlaps, in order: of two the longer one, but a person's name begins after the name of
  /// something else that it begins with, and after titles.
  static func flat(_ names: [AnnotatedText.Name], _ text: AnnotatedText) -> [AnnotatedText.Name] {
    var bounds = [Int](repeating: 0, count: text.forms.count)
    for sentence in text.sentences { for i in sentence { bounds[i] = sentence.upperBound } }
    let sorted = names.enumerated().sorted { a, b in
      let (x, y) = (a.element.tokens, b.element.tokens)
      return x.count != y.count ? x.count > y.count : (x.lowerBound, a.offset) < (y.lowerBound, b.offset)
    }
    var taken = [Bool](repeating: false, count: text.forms.count)
    var result: [AnnotatedText.Name] = []
    for (_, name) in sorted {
      var name = name
      name.tokens = name.tokens.lowerBound..<min(name.tokens.upperBound, bounds[name.tokens.lowerBound])
      if name.type == "person" { name.tokens = withoutTitles(name.tokens, names, text.forms) }
      guard !name.tokens.contains(where: { taken[$0] }) else { continue }
      for i in name.tokens { taken[i] = true }
      result.append(name)
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private static func withoutTitles(
    _ tokens: Range<Int>, _ names: [AnnotatedText.Name], _ forms: [[UInt8]]
  ) -> Range<Int> {
    var start = tokens.lowerBound
    for other in names
    where other.type != "person" && other.tokens.lowerBound == start && other.tokens.count < tokens.count {
      start = max(start, other.tokens.upperBound)
    }
    // What stands before a title ('Norwegian Minister') tells of the title.
    let front = start..<min(start + 5, tokens.upperBound - 1)
    if front.lowerBound < front.upperBound, let last = front.last(where: { titles.contains(folded(forms[$0])) }) {
      start = last + 1
    }
    return start..<tokens.upperBound
  }

  private static func folded(_ form: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    form.withUnsafeBufferPointer { FormFolding.fold($0, into: &result) }
    return result
  }

  private static func isCapital(_ form: [UInt8]) -> Bool {
    guard let first = form.first else { return false }
    return first &- 0x41 < 26 || first &- 0x30 < 10 || first == 0xC3
  }
}
