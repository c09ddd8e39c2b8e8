/// The best tree over the words of a sentence with exactly one word under the root: each word's best head where these
/// make a tree, else by Chu and Liu (1965) and Edmonds (1967), contracting cycles.
///
/// Scratch memory, kept from sentence to sentence. Ties go to the head that comes first, the root before all.
final class SpanningTree {
  /// One contraction: the nodes of a cycle became `node`.
  private struct Contraction {
    var node: Int
    /// The nodes of the cycle, each with its head in it.
    var cycle: [(node: Int, head: Int)]
    /// Per node the member of the cycle that it would be the head of, and the member that would be its head.
    var entered: [Int32]
    var left: [Int32]
  }

  /// From head (row) to dependent (column), the root being node 0.
  private var weights: [Int] = []
  private var heads: [Int] = []
  private var isActive: [Bool] = []
  private var contractions: [Contraction] = []
  private var visited: [Int] = []

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

  private func isTree(_ heads: UnsafePointer<Int32>, _ count: Int) -> Bool {
    visited.removeAll(keepingCapacity: true)
    visited.append(contentsOf: repeatElement(-1, count: count))
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

  private func solve(_ scores: UnsafePointer<Int32>, _ count: Int) {
    let n = count + 1
    weights = [Int](repeating: 0, count: n * n)
    heads = [Int](repeating: 0, count: n)
    isActive = [Bool](repeating: true, count: n)
    contractions.removeAll(keepingCapacity: true)
    for i in 1..<n {
      for j in 0..<n { weights[j * n + i] = Int(scores[(i - 1) * n + j]) }
      // A tree with one word under the root loses less than any other: with one there is always a tree.
      weights[i] -= SpanningTree.penalty
    }
    for node in 1..<n { chooseHead(node, n) }
    while let member = findCycle(n) { contract(member, n) }
    for contraction in contractions.reversed() { expand(contraction, n) }
  }

  private func chooseHead(_ node: Int, _ n: Int) {
    var best = -1
    for head in 0..<n where isActive[head] && head != node {
      if best < 0 || weights[head * n + node] > weights[best * n + node] { best = head }
    }
    heads[node] = best
  }

  /// A node on a cycle of heads.
  private func findCycle(_ n: Int) -> Int? {
    visited.removeAll(keepingCapacity: true)
    visited.append(contentsOf: repeatElement(0, count: n))
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
    var contraction = Contraction(
      node: member, cycle: [], entered: [Int32](repeating: -1, count: n), left: [Int32](repeating: -1, count: n))
    var node = member
    repeat {
      contraction.cycle.append((node, heads[node]))
      node = heads[node]
    } while node != member
    for (node, _) in contraction.cycle { isActive[node] = false }
    for other in 0..<n where isActive[other] { contract(&contraction, around: other, n) }
    isActive[member] = true
    contractions.append(contraction)
    chooseHead(member, n)
    // Whoever had a head in the cycle has it in the node that stands for it.
    for other in 1..<n where isActive[other] && contraction.cycle.contains(where: { $0.node == heads[other] }) {
      heads[other] = member
    }
  }

  /// The best arc into the cycle from a node, by what it gains over the arc that it replaces, and the best one out to it.
  private func contract(_ contraction: inout Contraction, around other: Int, _ n: Int) {
    var (into, gain) = (-1, 0)
    var (from, most) = (-1, 0)
    for (node, head) in contraction.cycle {
      let difference = weights[other * n + node] - weights[head * n + node]
      if into < 0 || difference > gain { (into, gain) = (node, difference) }
      let outward = weights[node * n + other]
      if from < 0 || outward > most { (from, most) = (node, outward) }
    }
    weights[other * n + contraction.node] = gain
    weights[contraction.node * n + other] = most
    contraction.entered[other] = Int32(into)
    contraction.left[other] = Int32(from)
  }

  private func expand(_ contraction: Contraction, _ n: Int) {
    let head = heads[contraction.node]
    for (node, own) in contraction.cycle { heads[node] = own }
    let entered = Int(contraction.entered[head])
    heads[entered] = head
    let inside = contraction.cycle.map(\.node)
    for other in 1..<n where contraction.left[other] >= 0 && heads[other] == contraction.node && !inside.contains(other) {
      heads[other] = Int(contraction.left[other])
    }
  }
}
