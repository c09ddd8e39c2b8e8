extension PhysicalBranch {
  /// The steps as a chain, the last at the top. `rows` are the counts that PROFILE took after each step.
  func description(_ names: SlotAllocator, _ columns: [String], _ rows: [Int]?) -> PlanDescription {
    let described = PhysicalBranch.chain(steps, names, rows)
    let last = steps.last?.estimatedRows ?? 1
    return PlanDescription(
      name: "Result", details: columns.joined(separator: ", "), estimatedRows: last, rows: rows?.last,
      children: described.map { [$0] } ?? [])
  }

  static func chain(_ steps: [PlannedStep], _ names: SlotAllocator, _ rows: [Int]?) -> PlanDescription? {
    var below: PlanDescription?
    for (i, planned) in steps.enumerated() {
      var (name, details, inner) = planned.step.description(names)
      if let below { inner.insert(below, at: 0) }
      below = PlanDescription(
        name: name, details: details, estimatedRows: planned.estimatedRows, rows: rows?[i], children: inner)
      (name, details) = ("", "")
    }
    return below
  }
}

extension PhysicalStep {
  /// What EXPLAIN shows: the step's name, what it is about, and plans inside it.
  func description(_ names: SlotAllocator) -> (name: String, details: String, inner: [PlanDescription]) {
    func node(_ slot: Int) -> String { "(\(names.name(of: slot)))" }
    switch self {
    case .allNodes(let slot): return ("AllNodesScan", node(slot), [])
    case .nodesByLabel(let slot, let label): return ("NodeByLabelScan", "(\(names.name(of: slot)):\(label))", [])
    case .nodesByIndex(let slot, let label, let key, _, _):
      return ("NodeIndexSeek", "(\(names.name(of: slot))\(label.map { ":\($0)" } ?? "") {\(key)})", [])
    case .nodeByID(let slot, _, _): return ("NodeByElementIdSeek", node(slot), [])
    case .boundNode(let slot, let labels), .labels(let slot, let labels as LabelExpression?):
      return ("NodeTest", "(\(names.name(of: slot))\(labels.map { ":\($0.text)" } ?? ""))", [])
    case .expand(let expansion):
      return (expansion.isInto ? "ExpandInto" : "Expand", expansion.text(names, ""), [])
    case .boundEdge(let expansion, _): return ("BoundRelationship", expansion.text(names, ""), [])
    case .expandWalks(let walk):
      let name = walk.isReach ? "Reach" : walk.base.isInto ? "VarLengthExpandInto" : "VarLengthExpand"
      return (name, walk.base.text(names, walk.lengthText), [])
    case .shortestPath(let walk, let all):
      return (all ? "AllShortestPaths" : "ShortestPath", walk.base.text(names, walk.lengthText), [])
    case .degree(let factor, let from):
      return ("Degree", node(from) + factor.direction.arrow("[\(factor.types.map { ":\($0.text)" } ?? "")]") + "()", [])
    case .path(let path): return ("Path", names.name(of: path.slot), [])
    case .optional(let steps, _):
      return ("Optional", "", PhysicalBranch.chain(steps, names, nil).map { [$0] } ?? [])
    case .merge(_, let find): return ("Merge", "", PhysicalBranch.chain(find, names, nil).map { [$0] } ?? [])
    default: return (rowStepName, rowStepDetails(names), [])
    }
  }

  private var rowStepName: String {
    switch self {
    case .filter: "Filter"
    case .project: "Project"
    case .aggregate: "Aggregate"
    case .distinct: "Distinct"
    case .sort(let sorting): sorting.top == nil ? "Sort" : "Top"
    case .skip: "Skip"
    case .limit: "Limit"
    case .unwind: "Unwind"
    case .call: "ProcedureCall"
    case .create: "Create"
    case .set: "SetProperties"
    case .delete: "Delete"
    default: ""
    }
  }

  private func rowStepDetails(_ names: SlotAllocator) -> String {
    func list(_ slots: [Int]) -> String {
      slots.map { names.name(of: $0) }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    switch self {
    case .filter(let predicates, _): return predicates.count == 1 ? "1 predicate" : "\(predicates.count) predicates"
    case .project(let bindings, _): return list(bindings.map(\.slot))
    case .aggregate(let aggregation): return aggregation.aggregates.map(\.function).joined(separator: ", ")
    case .distinct(let slots): return list(slots)
    case .unwind(_, _, let slot): return list([slot])
    case .call(let call): return call.procedure.name
    default: return ""
    }
  }
}

extension Expansion {
  fileprivate func text(_ names: SlotAllocator, _ length: String) -> String {
    let types = types.map { ":\($0.text)" } ?? ""
    let end = "(\(names.name(of: to))\(labels.map { ":\($0.text)" } ?? ""))"
    return "(\(names.name(of: from)))" + direction.arrow("[\(names.name(of: edge))\(types)\(length)]") + end
  }
}

extension WalkExpansion {
  fileprivate var lengthText: String { "*\(minimum)..\(maximum.map(String.init) ?? "")" }
}

extension EdgePattern.Direction {
  fileprivate func arrow(_ middle: String) -> String {
    switch self {
    case .outgoing: "-\(middle)->"
    case .incoming: "<-\(middle)-"
    case .either: "-\(middle)-"
    }
  }
}

extension LabelExpression {
  /// As it would be written.
  var text: String {
    switch self {
    case .name(let name): name.text
    case .and(let parts): parts.map(\.text).joined(separator: "&")
    case .or(let parts): parts.map(\.text).joined(separator: "|")
    case .not(let part): "!(\(part.text))"
    case .any: "%"
    }
  }
}
