import QuipuCore
import QuipuLanguage

/// Learns clusters of the words of texts from the words beside them: fine ones, then coarse ones of these.
struct WordClusters {
  struct Settings: Sendable {
    var fine = 512
    var coarse = 64
    /// Words seen less often have no cluster.
    var minimumCount = 3
    var rounds = 12
  }

  private let settings: Settings
  /// The clustered words by falling frequency, as numbers of the texts' forms.
  private let words: [UInt32]
  /// The rank of each form among them; -1 for the others.
  private var ranks: [Int32]
  private let counts: [Int]
  private let hasDigit: [Bool]

  /// `sentences` are numbers of forms. `forms` holds their bytes.
  init(_ sentences: [[UInt32]], forms: StringInterner, settings: Settings = Settings()) {
    self.settings = settings
    var counts = [Int](repeating: 0, count: forms.count)
    for sentence in sentences { for form in sentence { counts[Int(form)] += 1 } }
    words = (0..<UInt32(forms.count)).filter { counts[Int($0)] >= settings.minimumCount }
      .sorted { counts[Int($0)] != counts[Int($1)] ? counts[Int($0)] > counts[Int($1)] : $0 < $1 }
    ranks = [Int32](repeating: -1, count: forms.count)
    for (rank, word) in words.enumerated() { ranks[Int(word)] = Int32(rank) }
    hasDigit = (0..<UInt32(forms.count)).map { forms.bytes($0).contains { $0 &- 0x30 < 10 } }
    self.counts = counts
  }

  /// Each clustered form with its clusters as in `TokenRecord.clusters`, by falling frequency.
  func learn(_ sentences: [[UInt32]]) -> [(form: UInt32, clusters: UInt32)] {
    guard !words.isEmpty else { return [] }
    let items = items(sentences)
    let fine = ExchangeClustering(items, contextCount: 2 * contextCount, clusterCount: settings.fine)
    fine.run(rounds: settings.rounds)
    let coarse = ExchangeClustering(
      WordClusters.merged(items, fine.clusters, count: settings.fine), contextCount: 2 * contextCount,
      clusterCount: settings.coarse)
    coarse.run(rounds: 2 * settings.rounds)
    return words.enumerated().map { rank, word in
      let cluster = fine.clusters[rank]
      return (word, UInt32(cluster + 1) | UInt32(coarse.clusters[cluster] + 1) << 16)
    }
  }

  /// Words, then numbers, other rare forms, and the sentence's edge; once for either side.
  private var contextCount: Int { words.count + 3 }

  private func context(_ form: UInt32) -> UInt64 {
    let rank = ranks[Int(form)]
    return rank >= 0 ? UInt64(rank) : UInt64(words.count) + (hasDigit[Int(form)] ? 0 : 1)
  }

  /// The clustered words with their contexts.
  private func items(_ sentences: [[UInt32]]) -> [ExchangeClustering.Item] {
    let (edge, side) = (UInt64(contextCount - 1), UInt64(contextCount))
    var pairs: [UInt64] = []
    for sentence in sentences {
      for (i, form) in sentence.enumerated() where ranks[Int(form)] >= 0 {
        let word = UInt64(ranks[Int(form)]) << 32
        pairs.append(word | (i > 0 ? context(sentence[i - 1]) : edge))
        pairs.append(word | side + (i + 1 < sentence.count ? context(sentence[i + 1]) : edge))
      }
    }
    pairs.sort()
    var items = words.map { ExchangeClustering.Item(count: counts[Int($0)], contexts: []) }
    var start = 0
    for i in 1..<max(pairs.count + 1, 1) where i == pairs.count || pairs[i] != pairs[start] {
      let context = Int32(truncatingIfNeeded: pairs[start] & 0xFFFF_FFFF)
      items[Int(pairs[start] >> 32)].contexts.append((context, Int32(i - start)))
      start = i
    }
    return items
  }

  /// Clusters as items of their own.
  private static func merged(
    _ items: [ExchangeClustering.Item], _ clusters: [Int], count: Int
  ) -> [ExchangeClustering.Item] {
    var counts = [Int](repeating: 0, count: count)
    var contexts = [[Int32: Int32]](repeating: [:], count: count)
    for (item, cluster) in zip(items, clusters) {
      counts[cluster] += item.count
      for (context, count) in item.contexts { contexts[cluster][context, default: 0] += count }
    }
    return zip(counts, contexts).map { count, contexts in
      ExchangeClustering.Item(
        count: count, contexts: contexts.sorted { $0.key < $1.key }.map { (context: $0.key, count: $0.value) })
    }
  }
}
