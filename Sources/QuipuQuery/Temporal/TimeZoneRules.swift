/// The offsets of one time zone over all time.
public final class TimeZoneRules: Sendable {
  /// A moment at which the offset changes. Offsets in seconds east of UTC, never equal.
  struct Transition: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00Z; the new offset holds from here on.
    var instant: Int
    var before: Int
    var after: Int
  }

  /// What a time on the clock stands for: one moment; two, where clocks were turned back; or none, where they were turned
  /// forward over it.
  enum Resolution: Hashable {
    case single(offset: Int)
    case overlap(before: Int, after: Int)
    case gap(before: Int, after: Int)
  }

  /// Ascending.
  let transitions: [Transition]
  /// Before the first transition.
  let initialOffset: Int
  /// Nil when the last offset stays.
  let rule: POSIXTimeZone?
  /// The rule's offsets hold after this instant, at or after the last transition.
  private let ruleStart: Int

  static let utc = TimeZoneRules(transitions: [], initialOffset: 0, rule: nil, ruleStart: .min)

  /// `transitions` must ascend.
  init(transitions: [Transition], initialOffset: Int, rule: POSIXTimeZone?, ruleStart: Int) {
    self.transitions = transitions
    self.initialOffset = initialOffset
    self.rule = rule
    self.ruleStart = ruleStart
  }

  /// Seconds east of UTC at an instant in seconds since 1970-01-01T00:00Z. Complexity: O(log n).
  func offset(at instant: Int) -> Int {
    if let rule, instant > ruleStart { return rule.offset(at: instant) }
    let count = transitionCount(upTo: instant)
    return count == 0 ? initialOffset : transitions[count - 1].after
  }

  /// What the clock's reading `local`, in seconds since 1970-01-01T00:00 of the same clock, stands for.
  func resolve(local: Int) -> Resolution {
    let start = local - TimeZoneRules.window
    for transition in changes(from: start, through: local + TimeZoneRules.window) {
      let (before, after) = (transition.before, transition.after)
      let (clockBefore, clockAfter) = (transition.instant + before, transition.instant + after)
      if local < min(clockBefore, clockAfter) { return .single(offset: before) }
      if local < max(clockBefore, clockAfter) {
        return after > before ? .gap(before: before, after: after) : .overlap(before: before, after: after)
      }
    }
    return .single(offset: offset(at: local + TimeZoneRules.window))
  }

  /// More than any offset, in seconds.
  private static let window = 26 * 3600

  /// How many transitions lie at or before an instant.
  private func transitionCount(upTo instant: Int) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].instant <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The transitions within these instants, ends included, those that the rule gives among them.
  func changes(from start: Int, through end: Int) -> [Transition] {
    let first = transitionCount(upTo: start - 1)
    let last = transitionCount(upTo: end)
    var changes = Array(transitions[first..<last])
    guard let rule, end > ruleStart else { return changes }
    changes += rule.changes(from: start, through: end).filter { $0.instant > ruleStart }
    return changes
  }
}
