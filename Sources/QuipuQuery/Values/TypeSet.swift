/// The types that an expression's value may have, as far as they are known before the query runs. Null belongs to all.
public struct TypeSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let boolean = TypeSet(rawValue: 1 << 0)
  public static let integer = TypeSet(rawValue: 1 << 1)
  public static let float = TypeSet(rawValue: 1 << 2)
  public static let string = TypeSet(rawValue: 1 << 3)
  public static let list = TypeSet(rawValue: 1 << 4)
  public static let map = TypeSet(rawValue: 1 << 5)
  public static let node = TypeSet(rawValue: 1 << 6)
  public static let edge = TypeSet(rawValue: 1 << 7)
  public static let path = TypeSet(rawValue: 1 << 8)
  public static let date = TypeSet(rawValue: 1 << 9)
  public static let localTime = TypeSet(rawValue: 1 << 10)
  public static let time = TypeSet(rawValue: 1 << 11)
  public static let localDateTime = TypeSet(rawValue: 1 << 12)
  public static let dateTime = TypeSet(rawValue: 1 << 13)
  public static let duration = TypeSet(rawValue: 1 << 14)

  public static let number: TypeSet = [.integer, .float]
  public static let temporal: TypeSet = [.date, .localTime, .time, .localDateTime, .dateTime, .duration]
  public static let entity: TypeSet = [.node, .edge]
  public static let any = TypeSet(rawValue: (1 << 15) - 1)
}
