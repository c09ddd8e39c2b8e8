/// How a lemma is made of a form: fold it or not, take bytes from its end, put others there.
public struct LemmaRule: Hashable, Sendable {
  /// The form in lower case with straight quotes (`FormFolding`) is begun with.
  public var isFolded: Bool
  /// Bytes to take from the end.
  public var removed: Int
  /// Bytes to put there.
  public var added: [UInt8]

  public init(isFolded: Bool, removed: Int, added: [UInt8]) {
    self.isFolded = isFolded
    self.removed = removed
    self.added = added
  }

  /// Replaces what is in `out`. A rule that does not fit the form (too short, or a character would be cut) leaves the
  /// form as it begins. Complexity: O(bytes).
  public func apply(_ form: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    if isFolded {
      FormFolding.fold(form, into: &out)
    } else {
      out.removeAll(keepingCapacity: true)
      out.append(contentsOf: form)
    }
    let rest = out.count - removed
    guard rest >= 0, rest == out.count || out[rest] & 0xC0 != 0x80 else { return }
    out.removeLast(removed)
    out.append(contentsOf: added)
  }

  /// `fold 3 y`, `keep 0 `: as it stands in a model file.
  public var text: String { "\(isFolded ? "fold" : "keep") \(removed) \(String(decoding: added, as: UTF8.self))" }

  /// Nil for a text that is no rule.
  public init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "fold" || parts[0] == "keep", let removed = Int(parts[1]), removed >= 0 else {
      return nil
    }
    self.init(isFolded: parts[0] == "fold", removed: removed, added: Array(parts[2].utf8))
  }
}
