/// What becomes of a form's capitals in its lemma.
public enum LemmaCase: UInt8, Sendable, CaseIterable {
  /// Lower case with straight quotes (`FormFolding`).
  case fold
  /// As the form is written.
  case keep
  /// Lower case but for the first letter: a name that the text shouts.
  case title

  /// As it stands in a model file.
  public var code: String {
    switch self {
    case .fold: "fold"
    case .keep: "keep"
    case .title: "title"
    }
  }

  /// Replaces what is in `out`. Complexity: O(bytes).
  public func apply(_ form: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    if self == .keep {
      out.removeAll(keepingCapacity: true)
      out.append(contentsOf: form)
      return
    }
    FormFolding.fold(form, into: &out)
    if self == .title, let first = out.first, first &- 0x61 < 26 { out[0] = first & ~0x20 }
  }
}

/// How a lemma is made of a form: change its case or not, take bytes from its end, put others there.
public struct LemmaRule: Hashable, Sendable {
  public var letterCase: LemmaCase
  /// Bytes to take from the end.
  public var removed: Int
  /// Bytes to put there.
  public var added: [UInt8]

  public init(_ letterCase: LemmaCase, removed: Int, added: [UInt8]) {
    self.letterCase = letterCase
    self.removed = removed
    self.added = added
  }

  /// Replaces what is in `out`, with the case of the rule or another one. A rule that does not fit the form (too short,
  /// or a character would be cut) changes its case only. Complexity: O(bytes).
  public func apply(_ form: UnsafeBufferPointer<UInt8>, case other: LemmaCase? = nil, into out: inout [UInt8]) {
    (other ?? letterCase).apply(form, into: &out)
    let rest = out.count - removed
    guard rest >= 0, rest == out.count || out[rest] & 0xC0 != 0x80 else { return }
    out.removeLast(removed)
    out.append(contentsOf: added)
  }

  /// `fold 3 y`, `keep 0 `: as it stands in a model file.
  public var text: String { "\(letterCase.code) \(removed) \(String(decoding: added, as: UTF8.self))" }

  /// Nil for a text that is no rule.
  public init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let letterCase = LemmaCase.allCases.first(where: { $0.code == parts[0] }),
      let removed = Int(parts[1]), removed >= 0
    else { return nil }
    self.init(letterCase, removed: removed, added: Array(parts[2].utf8))
  }
}
