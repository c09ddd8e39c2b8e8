/// The best tree over the words of a sentence with exactly one word under the root: each word's best head where these
/// make a tree, else by Chu and Liu (1965) and Edmonds (1967), contracting cycles.
///
/// Scratch memory, kept from sentence to sentence. Ties go to the head that comes first, the root before all.
final class SpanningTree {
  /// One contraction: from then on `node` stood for all nodes of a cycle.
  private struct Contraction {
    var node: Int
    /// In `members`.
    var cycle: Range<Int>
    /// Where its part of `entered` and `left` begins.
    var table: Int
  }

  private struct Member {
    var node: Int
    /// Its head in the cycle.
    var head: Int
  }

  /// From head (row) to dependent (column), the root being node 0.
  private var weights: [Int] = []
  private var heads: [Int] = []
  private var isActive: [Bool] = []
  private var visited: [Int] = []
  private var contractions: [Contraction] = []
  private var members: [Member] = []
  /// For each contraction, per node: the member that the node would be the head of, and the member that would be its
  /// head; -1 for nodes that were inside or gone.
  private var entered: [Int32] = []
  private var left: [Int32] = []

  /// Beyond any sum of scores.
  private static let penalty = 1 << 48

  /// `scores` holds for each of `count` words `count + 1` scores: of the root and of each word as its head. Writes each
  /// word's head, -1 for the root. Complexity: O(count²) where best heads make a tree, else O(count² · cycles).
  func decode(_ scores: UnsafePointer<Int32>, count: Int, into out: UnsafeMutablePointer<Int32>) {
    guard count > 0 else { return }
    var roots = 0
    for i in 0..<count {
      let own = scores + i * (count + 1)
      var best = 0
      for j in 1...count where own[j] > own[best] && j != i + 1 { best = j }
      out[i] = Int32(best) - 1
      if best == 0 { roots += 1 }
    }
    if roots == 1 && isTree(out, count) { return }
    solve(scores, count)
    for i in 0..<count { out[i] = Int32(heads[i + 1]) - 1 }
  }

  /// No head is reached from itself.
  private func isTree(_ heads: UnsafePointer<Int32>, _ count: Int) -> Bool {
    fill(&visited, -1, count)
    for i in 0..<count {
      var node = i
      while node >= 0 && visited[node] < 0 {
        visited[node] = i
        node = Int(heads[node])
      }
      if node >= 0 && visited[node] == i { return false }
    }
    return true
  }

  private func fill<Element>(_ array: inout [Element], _ value: Element, _ count: Int) {
    array.removeAll(keepingCapacity: true)
    array.append(contentsOf: repeatElement(value, count: count))
  }

  private func solve(_ scores: UnsafePointer<Int32>, _ count: Int) {
    let n = count + 1
    fill(&weights, 0, n * n)
    fill(&heads, 0, n)
    fill(&isActive, true, n)
    contractions.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    entered.removeAll(keepingCapacity: true)
    left.removeAll(keepingCapacity: true)
    for i in 1..<n {
      for j in 0..<n { weights[j * n + i] = Int(scores[(i - 1) * n + j]) }
      // A tree with one word under the root is always there, and any other pays this more often.
      weights[i] -= SpanningTree.penalty
    }
    for node in 1..<n { chooseHead(node, n) }
    while let member = findCycle(n) { contract(member, n) }
    for contraction in contractions.reversed() { expand(contraction, n) }
  }

  private func chooseHead(_ node: Int, _ n: Int) {
    var best = 0
    for head in 1..<n where isActive[head] && head != node {
      if weights[head * n + node] > weights[best * n + node] { best = head }
    }
    heads[node] = best
  }

  /// A node on a cycle of heads.
  private func findCycle(_ n: Int) -> Int? {
    fill(&visited, 0, n)
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

  private func contract(_ member: Int, _ n: Int) {
    let start = members.count
    var node = member
    repeat {
      members.append(Member(node: node, head: heads[node]))
      isActive[node] = false
      node = heads[node]
    } while node != member
    let contraction = Contraction(node: member, cycle: start..<members.count, table: entered.count)
    entered.append(contentsOf: repeatElement(-1, count: n))
    left.append(contentsOf: repeatElement(-1, count: n))
    for other in 0..<n where isActive[other] { join(other, to: contraction, n) }
    isActive[member] = true
    contractions.append(contraction)
    chooseHead(member, n)
    // Who had a head in the cycle has it in the node that stands for it.
    for other in 1..<n where isActive[other] && !isActive[heads[other]] { heads[other] = member }
  }

  /// The best arc from a node into the cycle, by what it gains over the arc that it replaces, and the best one out to it.
  private func join(_ other: Int, to contraction: Contraction, _ n: Int) {
    var (into, gain) = (-1, 0)
    var (from, most) = (-1, 0)
    for member in members[contraction.cycle] {
      let difference = weights[other * n + member.node] - weights[member.head * n + member.node]
      if into < 0 || difference > gain { (into, gain) = (member.node, difference) }
      let outward = weights[member.node * n + other]
      if from < 0 || outward > most { (from, most) = (member.node, outward) }
    }
    weights[other * n + contraction.node] = gain
    weights[contraction.node * n + other] = most
    entered[contraction.table + other] = Int32(into)
    left[contraction.table + other] = Int32(from)
  }

  private func expand(_ contraction: Contraction, _ n: Int) {
    let head = heads[contraction.node]
    // Nodes outside, which `left` knows.
    for other in 1..<n where heads[other] == contraction.node && left[contraction.table + other] >= 0 {
      heads[other] = Int(left[contraction.table + other])
    }
    for member in members[contraction.cycle] { heads[member.node] = member.head }
    heads[Int(entered[contraction.table + head])] = head
  }
}
