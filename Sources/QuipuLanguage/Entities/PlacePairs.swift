/// Places that are named one after the other without a comma, the larger one last: 'springfield illinois' is two places,
/// 'New Zealand' is one.
enum PlacePairs {
  private static let larger = GazetteerKind.country.bit | GazetteerKind.region.bit
  private static let any = larger | GazetteerKind.city.bit

  /// Of how many tokens the first place is; `count` for a name that is one place. Both places must be known names, whose
  /// records the gazetteer has marked. Complexity: O(tokens).
  static func first(of name: UnsafePointer<TokenRecord>, count: Int) -> Int {
    guard count > 1, name[0].gazetteer & any != 0 else { return count }
    let end = self.end(name, from: 0, count: count)
    guard end < count, name[end].gazetteer & larger != 0, self.end(name, from: end, count: count) == count else {
      return count
    }
    return end
  }

  /// Where the known name that begins at a token ends.
  private static func end(_ name: UnsafePointer<TokenRecord>, from start: Int, count: Int) -> Int {
    var end = start + 1
    while end < count, name[end].gazetteer >> 16 != 0, name[end].gazetteer & 0xFFFF == 0 { end += 1 }
    return end
  }
}
