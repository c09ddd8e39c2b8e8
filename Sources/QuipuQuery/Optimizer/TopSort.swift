/// Sorting that a LIMIT follows keeps only so many of the first rows.
struct TopSort: Rewrite {
  static let name = "TopSort"

  func apply(to branch: inout LogicalBranch) {
    for i in branch.steps.indices {
      guard case .sort(var sorting) = branch.steps[i] else { continue }
      var next = i + 1
      var skip: Expression?
      if next < branch.steps.count, case .skip(let count, _) = branch.steps[next] {
        skip = count
        next += 1
      }
      guard next < branch.steps.count, case .limit(let limit, _) = branch.steps[next], limit.isRepeatable,
        skip?.isRepeatable ?? true
      else { continue }
      sorting.top = Sorting.Top(skip: skip, limit: limit)
      branch.steps[i] = .sort(sorting)
    }
  }
}
