/// The best tree under the root by contracting cycles (Chu and Liu 1965, Edmonds 1967): every node takes its best head;
/// a cycle becomes one node, whose best head is sought anew; at the end the cycles are opened where they were entered.
///
/// Ties go to the head that comes first, the root before all. Complexity: O(nodes²): each contraction goes once over the
/// nodes for each member, and there are fewer than two members for each node.
struct CycleContractor {
  /// From then on `node` stood for all nodes of a cycle.
  struct Contraction {
    var node: Int
    /// `start..<end` in `members`.
    var start: Int
    var end: Int
  }

  struct Member {
    var node: Int
    /// Its head in the cycle.
    var head: Int
  }

  private let n: Int
  private let weights: UnsafeMutablePointer<Int>
  private let heads: UnsafeMutablePointer<Int>
  private let isActive: UnsafeMutablePointer<Bool>
  private let visited: UnsafeMutablePointer<Int>
  private let members: UnsafeMutablePointer<Member>
  private let contractions: UnsafeMutablePointer<Contraction>
  private let entered: UnsafeMutablePointer<Int32>
  private let left: UnsafeMutablePointer<Int32>
  private var memberCount = 0
  private var contractionCount = 0

  /// `scores` as `SpanningTree.decode` takes them; `space` has room for `count + 1` nodes and is the contractor's alone
  /// until its heads are read.
  init(_ space: TreeSpace, _ scores: UnsafePointer<Int32>, count: Int, rootPenalty: Int) {
    n = count + 1
    weights = space.weights
    heads = space.heads
    isActive = space.isActive
    visited = space.visited
    members = space.members
    contractions = space.contractions
    entered = space.entered
    left = space.left
    weights.update(repeating: 0, count: n)
    for k in 0..<count * n { weights[n + k] = Int(scores[k]) }
    for node in 1..<n { weights[node * n] -= rootPenalty }
    isActive.update(repeating: true, count: n)
  }

  /// Leaves the heads of all nodes but the root in the space.
  mutating func run() {
    for node in 1..<n { chooseHead(node) }
    while let member = findCycle() { contract(member) }
    for k in (0..<contractionCount).reversed() { expand(k) }
  }

  private func chooseHead(_ node: Int) {
    let own = weights + node * n
    var best = 0
    for head in 1..<n where own[head] > own[best] && isActive[head] && head != node { best = head }
    heads[node] = best
  }

  /// A node on a cycle of heads.
  private func findCycle() -> Int? {
    visited.update(repeating: 0, count: n)
    for start in 1..<n where isActive[start] {
      var node = start
      while node != 0 && visited[node] == 0 {
        visited[node] = start
        node = heads[node]
      }
      if node != 0 && visited[node] == start { return node }
    }
    return nil
  }

  private mutating func contract(_ member: Int) {
    let start = memberCount
    var node = member
    repeat {
      members[memberCount] = Member(node: node, head: heads[node])
      memberCount += 1
      isActive[node] = false
      node = heads[node]
    } while node != member
    contractions[contractionCount] = Contraction(node: member, start: start, end: memberCount)
    for other in 0..<n {
      if isActive[other] {
        join(other, contractionCount)
      } else {
        left[contractionCount * n + other] = -1
      }
    }
    contractionCount += 1
    isActive[member] = true
    chooseHead(member)
    // Who had a head in the cycle has it in the node that stands for it.
    for other in 1..<n where isActive[other] && !isActive[heads[other]] { heads[other] = member }
  }

  /// The best arc from a node into the cycle, by what it gains over the arc that it replaces, and the best one out to it.
  private func join(_ other: Int, _ number: Int) {
    let contraction = contractions[number]
    let row = weights + other * n
    var (into, gain) = (-1, 0)
    var (from, most) = (-1, 0)
    for k in contraction.start..<contraction.end {
      let member = members[k]
      let arcs = weights + member.node * n
      let difference = arcs[other] - arcs[member.head]
      if into < 0 || difference > gain { (into, gain) = (member.node, difference) }
      if from < 0 || row[member.node] > most { (from, most) = (member.node, row[member.node]) }
    }
    entered[number * n + other] = Int32(into)
    left[number * n + other] = Int32(from)
    weights[contraction.node * n + other] = gain
    row[contraction.node] = most
  }

  private func expand(_ number: Int) {
    let contraction = contractions[number]
    let (entered, left) = (entered + number * n, left + number * n)
    let head = heads[contraction.node]
    // Nodes outside, which `left` knows.
    for other in 1..<n where heads[other] == contraction.node && left[other] >= 0 { heads[other] = Int(left[other]) }
    for k in contraction.start..<contraction.end { heads[members[k].node] = members[k].head }
    heads[Int(entered[head])] = head
  }
}
