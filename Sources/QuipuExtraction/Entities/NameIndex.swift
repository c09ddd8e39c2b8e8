import QuipuLanguage

/// The names of a document's entities by all that a variant may be looked up with.
struct NameIndex {
  /// Entity by gazetteer entry, and by folded full name.
  var byEntry: [Int: Int] = [:]
  private(set) var byName: [String: Int] = [:]
  /// Entities by each folded word of their names, by the first and by the last, in order of registration.
  private var byWord: [String: [Int]] = [:]
  private var byFirst: [String: [Int]] = [:]
  private var byLast: [String: [Int]] = [:]
  /// By first and last word together.
  private var byEnds: [Ends: [Int]] = [:]
  /// The first place that the gazetteer does not have, by what adjectives made of its name begin with.
  private var newPlaces: [String: Int] = [:]
  private var byInitials: [String: [Int]] = [:]
  private var wordsOf: [[String]] = []

  private struct Ends: Hashable {
    var first, last: String
  }

  /// Entities are added in order, each once: the first is 0.
  mutating func add(_ name: String, key: String, entity: Int, isNewPlace: Bool) {
    byName[key] = entity
    let words = NameIndex.words(name)
    wordsOf.append(words)
    for word in Set(words) { byWord[word, default: []].append(entity) }
    if let first = words.first, let last = words.last {
      byFirst[first, default: []].append(entity)
      byLast[last, default: []].append(entity)
      byEnds[Ends(first: first, last: last), default: []].append(entity)
    }
    if isNewPlace { addPlace(Folding.fold(name), entity) }
    for letters in Set([NameIndex.initials(name), NameIndex.initials(name, all: true)]) where letters.count >= 2 {
      byInitials[letters, default: []].append(entity)
    }
  }

  private mutating func addPlace(_ name: String, _ entity: Int) {
    guard name.count >= 4 else { return }
    let stem = String(name.prefix(max(4, name.count - 1)))
    newPlaces[stem] = min(newPlaces[stem] ?? entity, entity)
  }

  /// The first place whose name, but for its last letter, the word begins with: 'talvian' with 'Talvia'.
  ///
  /// Complexity: O(length of the word).
  func newPlace(of word: String) -> Int? {
    guard !newPlaces.isEmpty, word.count >= 4 else { return nil }
    return (4...min(word.count, 64)).compactMap { newPlaces[String(word.prefix($0))] }.min()
  }

  /// The first entity whose name ends in the word.
  func first(last: String, where accepts: (Int) -> Bool) -> Int? { byLast[last]?.first(where: accepts) }

  /// The only entity whose name begins with the word.
  func only(first: String, where accepts: (Int) -> Bool) -> Int? { NameIndex.only(byFirst[first], accepts) }

  /// The only entity whose name begins and ends with the words.
  func only(first: String, last: String, where accepts: (Int) -> Bool) -> Int? {
    NameIndex.only(byEnds[Ends(first: first, last: last)], accepts)
  }

  /// The only entity whose name ends in all the words.
  ///
  /// Complexity: O(entities that have the rarer one of the first and the last word).
  func only(endingIn words: [String], where accepts: (Int) -> Bool) -> Int? {
    guard let first = words.first, let last = words.last, let some = byWord[first], let others = byLast[last] else {
      return nil
    }
    return NameIndex.only(some.count < others.count ? some : others) {
      wordsOf[$0].suffix(words.count).elementsEqual(words) && accepts($0)
    }
  }

  /// The only entity whose name begins with all the words and is at most two words longer.
  ///
  /// Complexity: O(entities whose names have that first word).
  func only(beginningWith words: [String], where accepts: (Int) -> Bool) -> Int? {
    guard let first = words.first else { return nil }
    return NameIndex.only(byFirst[first]) {
      wordsOf[$0].count <= words.count + 2 && wordsOf[$0].starts(with: words) && accepts($0)
    }
  }

  /// The only entity whose initials the letters are: 'CAIR'.
  func acronym(_ text: String, where accepts: (Int) -> Bool) -> Int? {
    let letters = text.filter { $0 != "." }
    guard letters.count >= 2, letters.allSatisfy({ $0.isUppercase && $0.isASCII }) else { return nil }
    return NameIndex.only(byInitials[letters], accepts)
  }

  /// The only one that is accepted; nil when there is another, which ends the search.
  private static func only(_ entities: [Int]?, _ accepts: (Int) -> Bool) -> Int? {
    var found: Int?
    for entity in entities ?? [] where accepts(entity) {
      if found != nil { return nil }
      found = entity
    }
    return found
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
