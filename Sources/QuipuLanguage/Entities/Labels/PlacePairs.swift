/// Places that are named one after the other without a comma, the larger one last: 'springfield illinois' is two places,
/// 'New Zealand' is one. UNER + 0.3.
enum PlacePairs {
  private static let larger = GazetteerKind.country.bit | GazetteerKind.region.bit
  private static let any = larger | GazetteerKind.city.bit

  /// Parts names of places before a larger one that ends them, if both are known names, whose records the gazetteer has
  /// marked, or the larger one is a code of two letters ('Fjordville WA').
  static func part(_ sentence: LabelledSentence, place: Int) {
    sentence.forEachName(place) { name in
      let first = first(of: sentence.records + name.lowerBound, count: name.count)
      if first < name.count { sentence.labels[name.lowerBound + first] = UInt8(EntityLabels.begin(place)) }
    }
  }

  /// Of how many tokens the first place is; `count` for a name that is one place. Complexity: O(tokens).
  static func first(of name: UnsafePointer<TokenRecord>, count: Int) -> Int {
    guard count > 1 else { return count }
    if isCode(name[count - 1]) { return count - 1 }
    guard name[0].gazetteer & any != 0 else { return count }
    let end = self.end(name, from: 0, count: count)
    guard end < count, name[end].gazetteer & larger != 0, self.end(name, from: end, count: count) == count else {
      return count
    }
    return end
  }

  /// A region's code; the gazetteer must not know it as the end of a longer name ('Washington DC').
  private static func isCode(_ record: TokenRecord) -> Bool {
    record.gazetteer & GazetteerKind.region.bit != 0 && record.suffix2 == record.folded
      && record.suffix1 != record.folded
  }

  /// Where the known name that begins at a token ends.
  private static func end(_ name: UnsafePointer<TokenRecord>, from start: Int, count: Int) -> Int {
    var end = start + 1
    while end < count, name[end].gazetteer >> 16 != 0, name[end].gazetteer & 0xFFFF == 0 { end += 1 }
    return end
  }
}
