/// The distinct sets of labels that nodes have, each with a number; set 0 is the empty one.
///
/// A graph has few of them, so a node keeps one number in place of its labels.
struct LabelSetTable: Sendable {
  /// `members[starts[s]..<starts[s + 1]]` are the labels of set s, ascending.
  private(set) var starts: [UInt32] = [0, 0]
  private(set) var members: [LabelID] = []
  private var numbers: [[LabelID]: UInt32] = [[]: 0]
  /// By label, the set that has only it, or `none`; saves hashing for most nodes.
  private var singletons: [UInt32] = []

  var count: Int { starts.count - 1 }

  func labels(_ set: UInt32) -> ArraySlice<LabelID> {
    members[Int(starts[Int(set)])..<Int(starts[Int(set) + 1])]
  }

  func contains(_ label: LabelID, in set: UInt32) -> Bool {
    for i in Int(starts[Int(set)])..<Int(starts[Int(set) + 1]) where members[i] == label { return true }
    return false
  }

  /// The number of the set with this one label.
  mutating func number(of label: LabelID) -> UInt32 {
    if label.index < singletons.count, singletons[label.index] != none { return singletons[label.index] }
    let set = number(ofSorted: [label])
    while singletons.count <= label.index { singletons.append(none) }
    singletons[label.index] = set
    return set
  }

  /// The number of a set given ascending and without repetition.
  mutating func number(ofSorted labels: [LabelID]) -> UInt32 {
    if let known = numbers[labels] { return known }
    let set = UInt32(count)
    members.append(contentsOf: labels)
    starts.append(UInt32(members.count))
    numbers[labels] = set
    return set
  }

  var memoryFootprint: Int {
    4 * (starts.capacity + singletons.capacity) + 2 * members.capacity + numbers.capacity * 48
  }
}
