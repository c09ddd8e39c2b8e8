import QuipuCore

extension Expression {
  /// The same expression as if written at no place: two that say the same are then equal.
  var withoutRanges: Expression {
    let nowhere = ByteRange(0, 0)
    let stripped =
      (try? mapChildren { (part) throws(QueryError) -> Expression in part.withoutRanges }) ?? self
    let kind: Kind
    switch stripped.kind {
    case .map(let entries):
      kind = .map(entries.map { MapEntry(key: $0.key.withoutRange, value: $0.value) })
    case .property(let base, let key): kind = .property(base, key.withoutRange)
    case .hasLabels(let base, let labels): kind = .hasLabels(base, labels.withoutRanges)
    case .call(var call):
      call.name = Name(call.name.text.lowercased(), nowhere)
      kind = .call(call)
    case .listComprehension(let variable, let list, let predicate, let projection):
      kind = .listComprehension(
        variable: variable.withoutRange, list: list, predicate: predicate, projection: projection)
    case .quantifier(let quantifier, let variable, let list, let predicate):
      kind = .quantifier(quantifier, variable: variable.withoutRange, list: list, predicate: predicate)
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      kind = .reduce(
        accumulator: accumulator.withoutRange, initial: initial, variable: variable.withoutRange, list: list,
        step: step)
    case .patternPredicate(let element): kind = .patternPredicate(element.withoutRanges)
    case .patternComprehension(let path, let element, let predicate, let projection):
      kind = .patternComprehension(
        path: path?.withoutRange, element.withoutRanges, predicate: predicate, projection: projection)
    default: kind = stripped.kind
    }
    return Expression(kind, nowhere)
  }
}

extension Name {
  var withoutRange: Name { Name(text, ByteRange(0, 0)) }
}

extension LabelExpression {
  var withoutRanges: LabelExpression {
    switch self {
    case .name(let name): .name(name.withoutRange)
    case .and(let parts): .and(parts.map(\.withoutRanges))
    case .or(let parts): .or(parts.map(\.withoutRanges))
    case .not(let part): .not(part.withoutRanges)
    case .any: .any(ByteRange(0, 0))
    }
  }
}

extension PatternElement {
  /// Without the places of names and parts; those of expressions inside are taken as they are.
  var withoutRanges: PatternElement {
    let nowhere = ByteRange(0, 0)
    var result = self
    result.range = nowhere
    for i in result.nodes.indices {
      result.nodes[i].range = nowhere
      result.nodes[i].variable = result.nodes[i].variable?.withoutRange
      result.nodes[i].labels = result.nodes[i].labels?.withoutRanges
    }
    for i in result.edges.indices {
      result.edges[i].range = nowhere
      result.edges[i].variable = result.edges[i].variable?.withoutRange
      result.edges[i].types = result.edges[i].types?.withoutRanges
      result.edges[i].length?.range = nowhere
    }
    return result
  }
}
