extension Lexicon {
  /// The id of a form as it stands in text: folded; an abbreviation also without its period ('Jan.', 'Inc.').
  /// Complexity: O(bytes).
  public func id(form: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]) -> WordID {
    scratch.removeAll(keepingCapacity: true)
    Folding.fold(form, into: &scratch)
    let id = scratch.withUnsafeBufferPointer { self.id($0) }
    guard id == Lexicon.unknown, scratch.count > 2, scratch.last == UInt8(ascii: ".") else { return id }
    scratch.removeLast()
    return scratch.withUnsafeBufferPointer { self.id($0) }
  }
}
