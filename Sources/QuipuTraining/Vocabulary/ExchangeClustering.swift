/// Clusters items by the contexts that they are seen in, so that the cluster says as much as possible of the contexts:
/// the exchange algorithm (Kneser and Ney 1993; Martin, Liermann and Ney 1998) with the predictive criterion of
/// Uszkoreit and Brants (2008), over contexts of both sides.
///
/// Each item in turn goes to the cluster where Σ f(n(context, cluster)) - sides · Σ f(n(cluster)) is largest, with
/// f(n) = n · log n in fixed point: whole numbers, the same on every machine.
final class ExchangeClustering {
  /// What is clustered: how often it is seen, and with which contexts.
  struct Item {
    var count: Int
    /// Each context once, in ascending order.
    var contexts: [(context: Int32, count: Int32)]
  }

  private let items: [Item]
  private let clusterCount: Int
  /// Contexts that each occurrence has: one on either side.
  private let sides: Int64 = 2
  /// n · log2 n, times 2^16.
  private let entropy: [Int64]
  /// How often each context is seen with each cluster.
  private var joint: [Int32]
  private var totals: [Int]
  /// The cluster of each item, from 0.
  private(set) var clusters: [Int]

  /// Begins with the items dealt out in order. Memory: 4 bytes · contexts · clusters.
  init(_ items: [Item], contextCount: Int, clusterCount: Int) {
    self.items = items
    self.clusterCount = clusterCount
    entropy = ExchangeClustering.entropyTable(items.reduce(0) { $0 + $1.count })
    joint = [Int32](repeating: 0, count: contextCount * clusterCount)
    totals = [Int](repeating: 0, count: clusterCount)
    clusters = items.indices.map { $0 % clusterCount }
    for (i, item) in items.enumerated() { add(item, to: clusters[i], times: 1) }
  }

  /// Goes through all items until few of them move, at most so many times. Complexity of one time:
  /// O(clusters · contexts of all items).
  func run(rounds: Int) {
    for _ in 0..<rounds {
      var moved = 0
      for i in items.indices {
        let old = clusters[i]
        add(items[i], to: old, times: -1)
        clusters[i] = best(items[i], old)
        add(items[i], to: clusters[i], times: 1)
        if clusters[i] != old { moved += 1 }
      }
      if moved * 1000 < items.count { return }
    }
  }

  private func add(_ item: Item, to cluster: Int, times: Int) {
    totals[cluster] += times * item.count
    for (context, count) in item.contexts {
      joint[Int(context) * clusterCount + cluster] += Int32(times) * count
    }
  }

  /// The cluster where an item that is in none adds most; of equal ones `old`, then the first.
  private func best(_ item: Item, _ old: Int) -> Int {
    var gains = totals.map { sides * (entropy[$0] - entropy[$0 + item.count]) }
    gains.withUnsafeMutableBufferPointer { gains in
      entropy.withUnsafeBufferPointer { entropy in
        joint.withUnsafeBufferPointer { joint in
          for (context, count) in item.contexts {
            let row = Int(context) &* clusterCount
            for cluster in 0..<clusterCount {
              let before = Int(joint[row &+ cluster])
              gains[cluster] &+= entropy[before &+ Int(count)] &- entropy[before]
            }
          }
        }
      }
    }
    var best = old
    for cluster in gains.indices where gains[cluster] > gains[best] { best = cluster }
    return best
  }

  /// n · log2 n for all numbers up to the largest, times 2^16; the logarithm by repeated squaring.
  static func entropyTable(_ largest: Int) -> [Int64] {
    (0...largest).map { n in
      guard n > 1 else { return 0 }
      let whole = Int.bitWidth - 1 - n.leadingZeroBitCount
      var logarithm = UInt64(whole)
      // In [1, 2), times 2^31.
      var x = (UInt64(n) << 31) >> UInt64(whole)
      for _ in 0..<16 {
        x = (x &* x) >> 31
        logarithm <<= 1
        if x >> 32 != 0 {
          logarithm |= 1
          x >>= 1
        }
      }
      return Int64(n) * Int64(logarithm)
    }
  }
}
