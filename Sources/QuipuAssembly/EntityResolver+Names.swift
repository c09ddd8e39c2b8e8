import QuipuOntology

// Rules 1 to 3: identifiers, names, aliases.
extension EntityResolver {
  mutating func uniteIdentifiers() {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    for (i, local) in locals.enumerated() {
      guard let kb = local.kb else { continue }
      if members[kb] == nil { order.append(kb) }
      members[kb, default: []].append(i)
    }
    for kb in order {
      let same = members[kb] ?? []
      unite(same, because: "the same identifier \(kb): \(quoted(same))")
    }
  }

  mutating func uniteNames() {
    let clusters = clusters()
    var order: [FamilyName] = []
    var groups: [FamilyName: [Int]] = [:]
    for (c, cluster) in clusters.enumerated() where cluster.kb != nil || isProper(cluster) {
      for name in cluster.names {
        let key = FamilyName(family: cluster.family, name: name)
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(c)
      }
    }
    for key in order {
      guard let group = groups[key], group.count > 1 else { continue }
      for same in compatible(group, clusters) {
        let members = same.flatMap { clusters[$0].members }
        unite(members, because: "the same name \"\(nameWords[key.name].joined(separator: " "))\": \(quoted(members))")
      }
    }
  }

  /// Whether its name means the same thing in every document.
  private func isProper(_ cluster: Cluster) -> Bool {
    let local = locals[cluster.members[0]]
    if local.wordCount == 0 { return false }
    switch families.kind(cluster.family) {
    case .person: return local.wordCount > 1 && !local.isDescription
    case .organization, .group, .place, .event: return !local.isDescription
    case .other: return true
    }
  }

  /// The parts of a group of namesakes whose members can be one thing: first those of one class without `kb`, then,
  /// where that leaves no doubt, those whose classes lie above one another.
  private func compatible(_ group: [Int], _ clusters: [Cluster]) -> [[Int]] {
    var buckets: [[Int]] = []
    var bucketOf: [ClassID: Int] = [:]
    for c in group {
      if clusters[c].kb == nil, let known = bucketOf[clusters[c].leaf] {
        buckets[known].append(c)
      } else {
        if clusters[c].kb == nil { bucketOf[clusters[c].leaf] = buckets.count }
        buckets.append([c])
      }
    }
    if buckets.count == 1 { return buckets }
    var pairs: [(Int, Int)] = []
    for a in buckets.indices {
      for b in buckets.indices where a < b && canBeOne([buckets[a][0], buckets[b][0]], clusters) {
        pairs.append((a, b))
      }
    }
    return unambiguous(pairs, count: buckets.count) { canBeOne($0.map { buckets[$0][0] }, clusters) }
      .map { $0.flatMap { buckets[$0] } }
  }

  /// The sets that the pairs make, those that cannot be one thing taken apart again.
  private func unambiguous(_ pairs: [(Int, Int)], count: Int, _ canBeOne: ([Int]) -> Bool) -> [[Int]] {
    var sets = DisjointSets(count: count)
    for (a, b) in pairs { sets.union(a, b) }
    return sets.sets().flatMap { $0.count < 2 || canBeOne($0) ? [$0] : $0.map { [$0] } }
  }

  /// Whether the classes lie above one another and at most one has a `kb`.
  private func canBeOne(_ group: [Int], _ clusters: [Cluster]) -> Bool {
    group.count { clusters[$0].kb != nil } < 2 && families.leaf(group.map { clusters[$0].leaf }) != nil
  }

  mutating func uniteAliases() {
    let clusters = clusters()
    var named: [FamilyName: [Int]] = [:]
    var aliased: [FamilyName: [Int]] = [:]
    for (c, cluster) in clusters.enumerated() where cluster.kb != nil || isProper(cluster) {
      for name in cluster.names { named[FamilyName(family: cluster.family, name: name), default: []].append(c) }
      for alias in aliases(cluster) { aliased[FamilyName(family: cluster.family, name: alias), default: []].append(c) }
    }
    var pairs: [(Int, Int)] = []
    for (c, cluster) in clusters.enumerated() where cluster.kb != nil || isProper(cluster) {
      for name in cluster.names {
        let key = FamilyName(family: cluster.family, name: name)
        guard named[key]?.count == 1, let owners = aliased[key], owners.count == 1, owners[0] != c,
          canBeOne([c, owners[0]], clusters)
        else { continue }
        pairs.append((c, owners[0]))
      }
    }
    for same in unambiguous(pairs, count: clusters.count, { canBeOne($0, clusters) }) where same.count > 1 {
      let members = same.flatMap { clusters[$0].members }
      unite(members, because: "the name of one is an alias of the other: \(quoted(members))")
    }
  }

  /// The aliases that tell a cluster from others, ascending, without its names.
  private mutating func aliases(_ cluster: Cluster) -> [Int] {
    let kind = families.kind(cluster.family)
    var found: Set<Int> = []
    for member in cluster.members {
      for alias in entity(member).aliases {
        let id = nameID(alias, kind)
        if isTelling(id, of: cluster) { found.insert(id) }
      }
    }
    if let known = cluster.kb.flatMap({ gazetteer.entry(kb: $0) }) {
      for alias in known.aliases {
        let id = nameID(alias, kind)
        if isTelling(id, of: cluster) { found.insert(id) }
      }
      for abbreviation in known.abbreviations { found.insert(nameID(abbreviation, kind)) }
    }
    return found.subtracting(cluster.names).sorted()
  }

  private func isTelling(_ alias: Int, of cluster: Cluster) -> Bool {
    let words = nameWords[alias]
    if words.count != 1 { return words.count > 1 }
    return families.kind(cluster.family) != .person
      && cluster.names.contains { NameNormalizer.isAcronym(words[0], of: nameWords[$0]) }
  }
}
