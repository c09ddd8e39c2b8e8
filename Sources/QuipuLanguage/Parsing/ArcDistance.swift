/// Distances between a token and its head, in classes that become coarser with length.
public enum ArcDistance {
  /// Room for a class in a row of scores; those above `count` are unused.
  public static let columns = 32
  /// The root is a class of its own, number 0.
  public static let count = 21

  /// The class of the arc from `head` to `dependent` (indexes in the sentence, not equal).
  @inlinable @inline(__always)
  public static func number(dependent: Int, head: Int) -> Int {
    head > dependent ? 1 + magnitude(head - dependent) : 11 + magnitude(dependent - head)
  }

  /// 0 to 9 for distances from 1 on.
  @inlinable @inline(__always)
  static func magnitude(_ distance: Int) -> Int {
    if distance <= 5 { return distance - 1 }
    if distance <= 7 { return 5 }
    if distance <= 10 { return 6 }
    if distance <= 15 { return 7 }
    return distance <= 25 ? 8 : 9
  }
}
