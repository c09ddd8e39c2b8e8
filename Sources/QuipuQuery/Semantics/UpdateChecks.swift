import QuipuCore

/// SET and REMOVE.
extension SemanticChecker {
  func check(_ item: SetItem) throws(QueryError) {
    switch item {
    case .property(let base, let key, let value):
      try checkEntity(base, .refusing("SET"), key)
      _ = try type(of: value, .refusing("SET"))
    case .replace(let name, let value), .merge(let name, let value):
      try require(
        try typeOfVariable(name.text, at: name.range), .entity, "What SET gives properties to", at: name.range)
      let type = try type(of: value, .refusing("SET"))
      try require(type, [.map, .entity], "What \(name.text) is set to", at: value.range)
    case .labels(let name, _):
      try require(try typeOfVariable(name.text, at: name.range), .node, "What SET gives labels to", at: name.range)
    }
  }

  func check(_ item: RemoveItem) throws(QueryError) {
    switch item {
    case .property(let base, let key): try checkEntity(base, .refusing("REMOVE"), key)
    case .labels(let name, _):
      try require(
        try typeOfVariable(name.text, at: name.range), .node, "What REMOVE takes labels from", at: name.range)
    }
  }

  private func checkEntity(_ base: Expression, _ context: ExpressionContext, _ key: Name) throws(QueryError) {
    let type = try type(of: base, context)
    try require(type, .entity, "What has the property \(key.text) changed", at: base.range)
  }
}
