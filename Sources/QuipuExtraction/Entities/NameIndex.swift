import QuipuLanguage

/// The names of a document's entities by all that a variant may be looked up with.
struct NameIndex {
  /// Entity by gazetteer entry, and by folded full name.
  var byEntry: [Int: Int] = [:]
  private(set) var byName: [String: Int] = [:]
  /// Entities by each folded word of their names, in order of registration.
  private(set) var byWord: [String: [Int]] = [:]
  /// Places that the gazetteer does not have.
  private(set) var newPlaces: [(name: String, entity: Int)] = []
  private var byInitials: [String: [Int]] = [:]
  private var wordsOf: [Int: [[String]]] = [:]

  mutating func add(_ name: String, key: String, entity: Int, isNewPlace: Bool) {
    byName[key] = entity
    let words = NameIndex.words(name)
    wordsOf[entity, default: []].append(words)
    for word in Set(words) { byWord[word, default: []].append(entity) }
    if isNewPlace { newPlaces.append((Folding.fold(name), entity)) }
    for letters in Set([NameIndex.initials(name), NameIndex.initials(name, all: true)]) where letters.count >= 2 {
      byInitials[letters, default: []].append(entity)
    }
  }

  /// The names of an entity as folded words.
  func names(of entity: Int) -> [[String]] { wordsOf[entity] ?? [] }

  func ends(_ entity: Int, with words: [String]) -> Bool {
    names(of: entity).contains { $0.suffix(words.count).elementsEqual(words) }
  }

  /// The words begin a name that is at most two words longer.
  func begins(_ entity: Int, with words: [String]) -> Bool {
    names(of: entity).contains { $0.count <= words.count + 2 && $0.starts(with: words) }
  }

  /// The only entity whose initials the letters are: 'CAIR'.
  func acronym(_ text: String, where accepts: (Int) -> Bool) -> Int? {
    let letters = text.filter { $0 != "." }
    guard letters.count >= 2, letters.allSatisfy({ $0.isUppercase && $0.isASCII }) else { return nil }
    let found = (byInitials[letters] ?? []).filter(accepts)
    return found.count == 1 ? found[0] : nil
  }

  static func words(_ name: String) -> [String] {
    Folding.fold(name).split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
  }

  /// The capitals that words begin with; with `all`, the first letters of all words but articles.
  static func initials(_ name: String, all: Bool = false) -> String {
    String(
      name.split(whereSeparator: { $0 == " " || $0 == "-" }).compactMap { word in
        guard let c = word.first else { return nil }
        return c.isUppercase ? c : all && word != "the" ? Character(c.uppercased()) : nil
      })
  }
}
