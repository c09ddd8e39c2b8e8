// Rule 4: people of whom a document tells one name only.
extension EntityResolver {
  private struct Context: Hashable {
    var name: Int
    var cluster: Int
  }

  mutating func uniteLastNames() {
    let clusters = clusters()
    let singles = clusters.indices.filter { isSingleName(clusters[$0]) }
    guard !singles.isEmpty else { return }
    let owners = lastNameOwners(clusters, except: Set(singles))
    let contexts = contexts(clusters, except: Set(singles))
    var contextOfOwner: [Int: Set<Int>] = [:]
    var firstWith: [Context: Int] = [:]
    for single in singles {
      let member = clusters[single].members[0]
      let context = contexts[locals[member].document]
      let found = owners[locals[member].name] ?? []
      if found.count == 1 {
        let owner = found[0]
        let known = contextOfOwner[owner] ?? self.context(of: clusters[owner], contexts)
        contextOfOwner[owner] = known
        unite(single, with: owner, clusters, sharing: context.first { $0 != owner && known.contains($0) })
      } else if found.isEmpty {
        for shared in context {
          let key = Context(name: locals[member].name, cluster: shared)
          if let first = firstWith[key] {
            unite(single, with: first, clusters, sharing: shared)
          } else {
            firstWith[key] = single
          }
        }
      }
    }
  }

  private func isSingleName(_ cluster: Cluster) -> Bool {
    let local = locals[cluster.members[0]]
    return families.kind(cluster.family) == .person && cluster.kb == nil && !local.isDescription
      && cluster.names.allSatisfy { nameWords[$0].count == 1 }
  }

  /// By name of one word, the people who bear it last, or have no other name but a `kb`.
  private mutating func lastNameOwners(_ clusters: [Cluster], except singles: Set<Int>) -> [Int: [Int]] {
    var owners: [Int: [Int]] = [:]
    for (c, cluster) in clusters.enumerated() {
      guard families.kind(cluster.family) == .person, !singles.contains(c) else { continue }
      var names: Set<Int> = []
      for name in cluster.names { if let last = nameWords[name].last { names.insert(nameID(last, .person)) } }
      for name in names { owners[name, default: []].append(c) }
    }
    return owners
  }

  /// By document, the clusters in it, ascending, that can connect two documents: neither places nor descriptions.
  private func contexts(_ clusters: [Cluster], except singles: Set<Int>) -> [[Int]] {
    var contexts: [[Int]] = Array(repeating: [], count: documents.count)
    for (c, cluster) in clusters.enumerated() where families.kind(cluster.family) != .place && !singles.contains(c) {
      for member in cluster.members where !locals[member].isDescription {
        if contexts[locals[member].document].last != c { contexts[locals[member].document].append(c) }
      }
    }
    return contexts
  }

  /// All that occurs with a person in any document.
  private func context(of cluster: Cluster, _ contexts: [[Int]]) -> Set<Int> {
    var all: Set<Int> = []
    for member in cluster.members { all.formUnion(contexts[locals[member].document]) }
    return all
  }

  private mutating func unite(_ single: Int, with other: Int, _ clusters: [Cluster], sharing shared: Int?) {
    guard let shared else { return }
    let document = locals[clusters[single].members[0]].document
    // Extraction has seen both in one text, and held them apart.
    guard !clusters[other].members.contains(where: { locals[$0].document == document }) else { return }
    let members = clusters[single].members + clusters[other].members
    unite(
      members,
      because: "the only person of this name, found with \(quoted([clusters[shared].members[0]])): \(quoted(members))")
  }
}
