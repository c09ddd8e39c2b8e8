import QuipuCore

/// `all`, `any`, `none` or `single(variable IN list WHERE predicate)`, three-valued; null for a null list.
final class QuantifierExpression: PredicateExpression {
  let quantifier: Quantifier
  let source: ListIteration
  let predicate: CompiledExpression

  init(_ quantifier: Quantifier, _ source: ListIteration, where predicate: CompiledExpression, range: ByteRange) {
    self.quantifier = quantifier
    self.source = source
    self.predicate = predicate
    super.init(range: range)
  }

  override func test(_ frame: Frame) throws(QueryError) -> Bool? {
    guard let elements = try source.elements(frame) else { return nil }
    var matches = 0
    var hasUnknown = false
    for element in elements {
      frame.slots[source.slot] = element
      let truth = try predicate.test(frame)
      switch truth {
      case true?: matches += 1
      case nil: hasUnknown = true
      case false?: break
      }
      if let decided = decision(truth, matches: matches) { return decided }
    }
    if hasUnknown { return nil }
    switch quantifier {
    case .all, .none: return true
    case .any: return false
    case .single: return matches == 1
    }
  }

  /// The answer where no further element can change it.
  @inline(__always)
  private func decision(_ truth: Bool?, matches: Int) -> Bool? {
    switch quantifier {
    case .all: truth == false ? false : nil
    case .any: truth == true ? true : nil
    case .none: truth == true ? false : nil
    case .single: matches > 1 ? false : nil
    }
  }
}
