import QuipuCore

/// DELETE takes nodes, relationships and paths; labels go with REMOVE.
extension SemanticChecker {
  func check(_ clause: DeleteClause) throws(QueryError) {
    for expression in clause.expressions {
      if case .hasLabels = expression.kind {
        throw .syntax(
          "InvalidDelete", "DELETE cannot take a label or type away; labels go with REMOVE.", at: expression.range)
      }
      let type = try type(of: expression, .refusing("DELETE"))
      try require(type, [.node, .edge, .path], "What DELETE takes away", at: expression.range)
    }
  }
}
